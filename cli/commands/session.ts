import type { SessionOwner } from "../../tui/client/sessions.js";
import { defineCommand, type Invocation } from "../command.js";
import {
  CALL_OPTIONS,
  CALLER_OPTIONS,
  JSON_OPTION,
  SERVER_OPTIONS,
  serverAddress,
  withAnonymousClient,
  withClient,
} from "../connection.js";
import { credentialsPath, keepCredential } from "../credentials.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure, isCallFailure } from "../failures.js";
import { formatTime, type Output, printFields } from "../output.js";
import { askPassword, PASSWORD_OPTION } from "../passwords.js";

/** The commands about the caller's own session. */
export const SESSION_COMMANDS = [
  defineCommand({
    name: "sign-in",
    summary: "sign in with a password, and keep the session in the credentials file",
    examples: [
      "latchkey sign-in --email ada@example.com",
      "latchkey sign-in --email ada@example.com --password-stdin < password",
    ],
    options: {
      email: { type: "string", hint: "EMAIL", summary: "your e-mail (LATCHKEY_EMAIL)" },
      account: {
        type: "string",
        hint: "ID",
        summary: "the account, on a server with several (LATCHKEY_ACCOUNT)",
      },
      "read-only": { type: "boolean", summary: "a session that can look but not change" },
      ...PASSWORD_OPTION,
      ...SERVER_OPTIONS,
      credentials: CALLER_OPTIONS.credentials,
      ...JSON_OPTION,
    },
    run: (call) =>
      withAnonymousClient(call, async (client) => {
        const { values, env } = call;
        const email = values.email ?? env["LATCHKEY_EMAIL"] ?? (await askEmail(call));
        const accountId = values.account ?? env["LATCHKEY_ACCOUNT"];
        const password = await askPassword(call);
        const { sessionToken, session } = await client.sessions.signIn({
          email,
          password,
          ...(accountId && { accountId }),
          ...(values["read-only"] && { scopes: ["read"] }),
        });
        const path = credentialsPath(values.credentials, env);
        await keepCredential(path, serverAddress(call), { email, sessionToken });
        if (call.output.json) await call.output.object(session);
        call.output.note(`Signed in as ${email}; the session is kept in ${path}.`);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "sign-out",
    summary: "end the session, and forget it in the credentials file",
    options: { ...CALL_OPTIONS },
    run: (call) =>
      withClient(call, async (client, { kind, kept }) => {
        if (kind !== "SESSION")
          throw new CommandFailure("An API token is no session: delete or deactivate it instead.");
        // A session that has ended already is what was wanted.
        await client.sessions.signOut().catch((error: unknown) => {
          if (!isCallFailure(error) || error.reason !== "CREDENTIAL_INVALID") throw error;
        });
        if (kept)
          await keepCredential(
            credentialsPath(call.values.credentials, call.env),
            serverAddress(call),
            undefined,
          );
        call.output.note("Signed out.");
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "whoami",
    summary: "show whose credential this is",
    details: ["An API token needs the scope authenticate to ask about itself."],
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client, { kind, header }) => {
        if (kind === "SESSION") await printOwner(call.output, await client.sessions.get());
        else
          await printTokenOwner(
            call.output,
            await client.authentication.authenticate({ authorization: header }),
          );
        return EXIT.DONE;
      }),
  }),
];

async function askEmail({ secrets }: Invocation): Promise<string> {
  if (!secrets.interactive) throw new CommandFailure("Say who signs in: --email EMAIL, or LATCHKEY_EMAIL.");
  return (await secrets.ask("e-mail: ")).trim();
}

async function printOwner(output: Output, owner: SessionOwner): Promise<void> {
  if (output.json) return output.object(owner);
  await printFields(output, [
    ["email", owner.email],
    ["name", owner.name],
    ["role", owner.role ?? "UNKNOWN"],
    ["account", `${owner.accountId} (${owner.accountDisplayName})`],
    ["session", owner.session.id],
    ["scopes", owner.session.scopes.join(", ") || "all that its user may"],
    ["expires", formatTime(owner.session.expireTime)],
  ]);
}

type TokenOwner = {
  readonly accountId: string;
  readonly principal: { readonly email: string; readonly role: string | undefined } | undefined;
  readonly credentialId: string;
  readonly scopes: readonly string[];
  readonly expireTime: Date | undefined;
};

async function printTokenOwner(output: Output, owner: TokenOwner): Promise<void> {
  if (output.json) return output.object(owner);
  await printFields(output, [
    ["email", owner.principal?.email ?? ""],
    ["role", owner.principal?.role ?? "UNKNOWN"],
    ["account", owner.accountId],
    ["API token", owner.credentialId],
    ["scopes", owner.scopes.join(", ") || "all that its user may"],
    ["expires", formatTime(owner.expireTime) || "never"],
  ]);
}
