import type { Invocation } from "./command.js";
import type { CALLER_OPTIONS } from "./connection.js";
import { credentialsPath, readCredential } from "./credentials.js";
import { EXIT } from "./exit-codes.js";
import { CommandFailure } from "./failures.js";

/** With what a command calls. */
export type Authorization = {
  /** The value of the `authorization` metadata. */
  readonly header: string;
  readonly kind: "SESSION" | "API_TOKEN";
  /** Whether it came from the credentials file, and would have to be forgotten there. */
  readonly kept: boolean;
};

type CallerCall = Pick<Invocation<typeof CALLER_OPTIONS>, "values" | "env" | "secrets">;

/**
 * Finds the credential of a command: from standard input when told, then the environment, then the credentials file.
 * Fails when there is none, or when it is not clear which.
 */
export async function findAuthorization(call: CallerCall, server: string): Promise<Authorization> {
  const { values, env, secrets } = call;
  if (values["token-stdin"]) return authorizeWith(await secrets.readLine("the token"), emailOf(call), false);
  const apiToken = env["LATCHKEY_API_TOKEN"];
  const sessionToken = env["LATCHKEY_SESSION_TOKEN"];
  if (apiToken && sessionToken) {
    throw new CommandFailure("Set LATCHKEY_API_TOKEN or LATCHKEY_SESSION_TOKEN, not both.");
  }
  if (apiToken || sessionToken) return authorizeWith(apiToken || sessionToken || "", emailOf(call), false);
  const path = credentialsPath(values.credentials, env);
  const stored = await readCredential(path, server);
  if (stored === undefined) throw noCredential(path, server);
  return authorizeWith(stored.sessionToken ?? stored.apiToken ?? "", stored.email, true);
}

function emailOf({ values, env }: CallerCall): string | undefined {
  return values.as ?? env["LATCHKEY_EMAIL"];
}

async function authorizeWith(
  secret: string,
  email: string | undefined,
  kept: boolean,
): Promise<Authorization> {
  const { authorizeByApiToken, authorizeBySession } = await import("../tui/client/authorization.js");
  const token = secret.trim();
  if (token.startsWith("lks_")) return { header: authorizeBySession(token), kind: "SESSION", kept };
  if (!token.startsWith("lka_")) {
    throw new CommandFailure("The credential is neither an API token (lka_…) nor a session token (lks_…).");
  }
  if (!email) {
    throw new CommandFailure(
      "An API token is used with the e-mail of a verified user: set LATCHKEY_EMAIL, or use --as EMAIL.",
    );
  }
  return { header: authorizeByApiToken(email, token), kind: "API_TOKEN", kept };
}

function noCredential(path: string, server: string): CommandFailure {
  return new CommandFailure(
    `There is no credential for ${server}: sign in with "latchkey sign-in", or set LATCHKEY_EMAIL and ` +
      `LATCHKEY_API_TOKEN, or LATCHKEY_SESSION_TOKEN, or use --token-stdin. (Looked in ${path} too.)`,
    EXIT.NOT_AUTHENTICATED,
    "CREDENTIAL_MISSING",
  );
}
