/**
 * A service in a process of its own, for tests and benchmarks: verifies by `VERIFIER`, a verifier's options as JSON. Told a
 * header, it answers the HTTP status, and how old what it knows may be.
 */
import { openVerifier, type VerifierOptions } from "../../verifier/verifier.js";

const options = JSON.parse(process.env["VERIFIER"] ?? "{}") as VerifierOptions;
const verifier = openVerifier(options);

process.on("message", async ({ id, authorization }: { id: number; authorization: string }) => {
  const { status } = await verifier.check({ authorization });
  process.send?.({ id, status, stalenessMs: verifier.stalenessMs, position: verifier.position });
});
process.once("disconnect", () => process.exit());
void verifier.ready().then(() => process.send?.("ready"));
