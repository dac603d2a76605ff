import { authorizeCredential, type RequestContext } from "../domain/callers.js";
import { type Decision, decide, type Question } from "../domain/decisions.js";
import { FieldChecks } from "../domain/field-checks.js";
import { type MaybePromise, whenThere } from "../store/reader.js";
import type { Environment } from "./environment.js";

/** What a service asks about a request it serves. */
export interface AuthenticateInput extends Omit<Question, "accountId" | "now"> {
  /** The request's `Authorization` header as it came. */
  readonly authorization: string;
}

/** Answers who presents a credential. One that is dead, unknown, malformed or of another account is not an error. */
export function authenticate(
  environment: Environment,
  context: RequestContext,
  input: AuthenticateInput,
): MaybePromise<Decision> {
  const { accountId } = authorizeCredential(context.caller, "Authenticate");
  checkInput(input);
  const { method, path, sourceIp, requiredScopes, authorization } = input;
  const { now } = context;
  return whenThere(environment.credentials.facts(authorization), (facts) => {
    const decision = decide(facts, { accountId, method, path, sourceIp, requiredScopes, now });
    if (decision.authenticated) environment.uses.record(decision.principal, sourceIp, now);
    if (!isAllowed(decision)) environment.uses.recordRefusal(accountId, now);
    return decision;
  });
}

function isAllowed(decision: Decision): boolean {
  return decision.authenticated && decision.missingScopes.length === 0;
}

function checkInput(input: AuthenticateInput): void {
  const checks = new FieldChecks();
  checks.require(input.method.length <= 100, "method", "Must have at most 100 characters.");
  checks.require(input.path.length <= 8_192, "path", "Must have at most 8,192 characters.");
  checks.require(input.sourceIp.length <= 64, "source_ip", "Must be an IP address.");
  checks.atMost("required_scopes", input.requiredScopes, 100, "scopes");
  checks.finish();
}
