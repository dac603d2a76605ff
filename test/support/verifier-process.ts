/**
 * A service in a process of its own, for tests and benchmarks: verifies by `VERIFIER`, a verifier's options as JSON. Told a
 * header, it answers the HTTP status; told to wait until that is a certain one, it asks every millisecond, and answers when.
 */
import { openVerifier, type VerifierOptions } from "../../verifier/verifier.js";

interface Order {
  readonly id: number;
  readonly authorization: string;
  readonly until?: number;
}

const options = JSON.parse(process.env["VERIFIER"] ?? "{}") as VerifierOptions;
const verifier = openVerifier(options);

process.on("message", async ({ id, authorization, until }: Order) => {
  let { status } = await verifier.check({ authorization });
  while (until !== undefined && status !== until) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    status = (await verifier.check({ authorization })).status;
  }
  process.send?.({ id, status, time: Date.now() });
});
process.once("disconnect", () => process.exit());
void verifier.ready().then(() => process.send?.("ready"));
