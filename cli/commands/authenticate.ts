import type { Decision } from "../../tui/client/authentication.js";
import { defineCommand, type Invocation } from "../command.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { formatTime, printFields } from "../output.js";
import { parseIpAddress } from "../values.js";

/** The command that asks who a request comes from. */
export const AUTHENTICATE_COMMAND = defineCommand({
  name: "authenticate",
  summary: "check the Authorization header of a request, as a service does",
  details: [
    "The header's value is read from LATCHKEY_CHECK_AUTHORIZATION, or else from standard input: " +
      "Basic base64(EMAIL/token:TOKEN), or Bearer TOKEN.",
    "Ends with 0 when the request is allowed, 3 when nobody can be identified by it (answer 401), 4 when they may " +
      "not do this (answer 403). With 3 or 4 and nothing on standard output it is this command's own credential " +
      "that was refused: standard error says so.",
  ],
  examples: ['echo "$HEADER" | latchkey authenticate --require-scope tickets:read --source-ip 192.0.2.7'],
  options: {
    "require-scope": {
      type: "string",
      hint: "SCOPE",
      multiple: true,
      summary: "the credential must hold this scope; may be repeated",
    },
    "source-ip": { type: "string", hint: "IP", summary: "the address the request came from" },
    method: { type: "string", hint: "METHOD", summary: "the request's method" },
    path: { type: "string", hint: "PATH", summary: "the request's path" },
    ...CALL_OPTIONS,
    ...JSON_OPTION,
  },
  run: (call) => {
    const { method, path, "require-scope": requiredScopes, "source-ip": ip } = call.values;
    const sourceIp = ip === undefined ? undefined : parseIpAddress("--source-ip", ip);
    return withClient(call, async (client) => {
      const decision = await client.authentication.authenticate({
        authorization: await readHeader(call),
        ...(method !== undefined && { method }),
        ...(path !== undefined && { path }),
        ...(sourceIp !== undefined && { sourceIp }),
        ...(requiredScopes !== undefined && { requiredScopes }),
      });
      await printDecision(call, decision);
      return exitCodeOfDecision(decision);
    });
  },
});

async function readHeader({ env, secrets }: Invocation): Promise<string> {
  const given = env["LATCHKEY_CHECK_AUTHORIZATION"] || (await secrets.readLine("the header to check"));
  return given.replace(/^authorization:\s*/i, "").trim();
}

function exitCodeOfDecision({ authenticated, allowed }: Decision): ExitCode {
  if (!authenticated) return EXIT.NOT_AUTHENTICATED;
  return allowed ? EXIT.DONE : EXIT.NOT_ALLOWED;
}

async function printDecision({ output }: Invocation, decision: Decision): Promise<void> {
  if (output.json) return output.object(decision);
  const { authenticated, allowed, principal } = decision;
  await printFields(output, [
    ["authenticated", authenticated ? "yes" : "no"],
    ["allowed", allowed ? "yes" : "no"],
    ["account", decision.accountId],
    ["email", principal?.email ?? ""],
    ["user", principal?.userId ?? ""],
    ["role", principal?.role ?? ""],
    ["client", principal?.clientIdentifier ?? ""],
    ["credential", `${decision.credentialKind ?? ""} ${decision.credentialId}`.trim()],
    ["scopes", authenticated ? decision.scopes.join(", ") || "all that its user may" : ""],
    ["missing scopes", decision.missingScopes.join(", ")],
    ["expires", formatTime(decision.expireTime)],
  ]);
}
