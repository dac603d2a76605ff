import type { RequestContext } from "../domain/callers.js";
import { type Decision, decide, isAllowed, NOT_AUTHENTICATED } from "../domain/decisions.js";
import { Failure } from "../domain/failure.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import { type AuthenticateInput, checkInput, noteAccess } from "./authenticate.js";
import type { Environment } from "./environment.js";

/** What a proxy asks about a request it is about to pass on. */
export interface CheckRequestInput extends AuthenticateInput {
  /** Whose credentials are good here. */
  readonly accountId: string;
}

/**
 * Answers a proxy, which need not say who it is: the credential it shows tells no more about itself than it would to its
 * owner. Throws FIELD_INVALID for a question without an account, which is a mistake in the proxy's configuration.
 */
export function checkRequest(
  environment: Environment,
  { now }: Pick<RequestContext, "now">,
  input: CheckRequestInput,
): MaybePromise<Decision> {
  if (input.accountId === "") {
    throw new Failure("FIELD_INVALID", "account: Say whose credentials are good here: ?account=ACCOUNT.", {
      violations: [{ field: "account", description: "Must be set." }],
    });
  }
  checkInput(input);
  return whenThere(environment.credentials.facts(input.authorization), (facts) => {
    if (facts === undefined) return NOT_AUTHENTICATED;
    const question = { ...input, now };
    const decision = decide(facts, question);
    if (decision.authenticated) {
      environment.uses.record(decision.principal, input.sourceIp, now);
      if (isAllowed(decision)) noteAccess(environment, facts, decision, question);
    }
    return decision;
  });
}
