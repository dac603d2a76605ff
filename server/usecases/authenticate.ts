import { authorizeInAccount, type IdentifiedCaller, type RequestContext } from "../domain/callers.js";
import { parseAuthorization } from "../domain/credentials.js";
import { FieldChecks } from "../domain/field-checks.js";
import { holdsScope } from "../domain/scopes.js";
import { identify } from "../verification/identify.js";
import type { Environment } from "./environment.js";

/** What a service asks about a request it serves. */
export interface AuthenticateInput {
  /** The request's `Authorization` header as it came. */
  readonly authorization: string;
  readonly method: string;
  readonly path: string;
  readonly sourceIp: string;
  readonly requiredScopes: readonly string[];
}

/** The decision: nobody identified, or somebody, with the required scopes they lack. */
export type Decision =
  | { readonly authenticated: false }
  | {
      readonly authenticated: true;
      readonly principal: IdentifiedCaller;
      readonly missingScopes: readonly string[];
    };

const NOT_AUTHENTICATED: Decision = { authenticated: false };

/** Answers who presents a credential. One that is dead, unknown, malformed or of another account is not an error. */
export async function authenticate(
  environment: Environment,
  context: RequestContext,
  input: AuthenticateInput,
): Promise<Decision> {
  const caller = authorizeInAccount(context.caller, "Authenticate");
  checkInput(input);
  const credential = parseAuthorization(input.authorization);
  if (credential === undefined) return NOT_AUTHENTICATED;
  const { sourceIp } = input;
  const { now } = context;
  const digest = environment.digest(credential.secret);
  const principal = await environment.store.read((reader) =>
    identify(reader, { credential, digest, sourceIp, now }),
  );
  if (principal === undefined || principal.accountId !== caller.accountId) return NOT_AUTHENTICATED;
  environment.uses.record(principal, sourceIp, now);
  const missingScopes = input.requiredScopes.filter((scope) => !holdsScope(principal.scopes, scope));
  return { authenticated: true, principal, missingScopes };
}

function checkInput(input: AuthenticateInput): void {
  const checks = new FieldChecks();
  checks.require(input.method.length <= 100, "method", "Must have at most 100 characters.");
  checks.require(input.path.length <= 8_192, "path", "Must have at most 8,192 characters.");
  checks.require(input.sourceIp.length <= 64, "source_ip", "Must be an IP address.");
  checks.atMost("required_scopes", input.requiredScopes, 100, "scopes");
  checks.finish();
}
