// A service that verifies credentials by itself, with node:http: curl -u 'ada@example.com/token:lka_…' http://127.0.0.1:8080/
import { createServer } from "node:http";
import { openVerifier } from "latchkey/verifier";
import { callerOf, requireCredential } from "latchkey/verifier/http";

const {
  LATCHKEY_EMAIL,
  LATCHKEY_API_TOKEN,
  LATCHKEY_SERVER = "127.0.0.1:50551",
  PORT = "8080",
} = process.env;
const verifier = openVerifier({
  server: LATCHKEY_SERVER,
  authorization: { email: LATCHKEY_EMAIL, apiToken: LATCHKEY_API_TOKEN },
  maxStalenessMs: 5_000, // No revoked credential is accepted here later than this after its revocation.
  whenStale: "ask", // Or "refuse": 503 while nothing is heard of Latchkey.
});

// In Express: app.use(requireCredential(verifier, …)), and callerOf(request) in the handlers.
const guard = requireCredential(verifier, { requiredScopes: ["tickets:read"] });
const server = createServer((request, response) =>
  guard(request, response, () => response.end(`Hello, ${callerOf(request).email}.\n`)),
);
await verifier.ready();
server.listen(Number(PORT), "127.0.0.1", () =>
  process.stdout.write(`Listening on ${server.address().port}\n`),
);
