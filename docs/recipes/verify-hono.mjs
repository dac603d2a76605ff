// The same with Hono: curl -u 'ada@example.com/token:lka_…' http://127.0.0.1:8080/
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openVerifier } from "latchkey/verifier";
import { requireCredential } from "latchkey/verifier/hono";

const {
  LATCHKEY_EMAIL,
  LATCHKEY_API_TOKEN,
  LATCHKEY_SERVER = "127.0.0.1:50551",
  PORT = "8080",
} = process.env;
const verifier = openVerifier({
  server: LATCHKEY_SERVER,
  authorization: { email: LATCHKEY_EMAIL, apiToken: LATCHKEY_API_TOKEN },
  maxStalenessMs: 5_000,
  whenStale: "refuse",
});

const app = new Hono();
app.use(requireCredential(verifier, { requiredScopes: ["tickets:read"] }));
app.get("/", (context) => context.text(`Hello, ${context.get("caller").email}.\n`));

await verifier.ready();
serve({ fetch: app.fetch, port: Number(PORT), hostname: "127.0.0.1" }, ({ port }) =>
  process.stdout.write(`Listening on ${port}\n`),
);
