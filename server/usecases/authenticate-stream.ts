import { authorizeCredential, type RequestContext } from "../domain/callers.js";
import type { Decision } from "../domain/decisions.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import { type AuthenticateInput, answer } from "./authenticate.js";
import type { Environment } from "./environment.js";

/** How many checks come at once at most. */
const MAX_CHECKS = 1_000;

/** Answers many questions at once, in their order. */
export function authenticateStream(
  environment: Environment,
  context: RequestContext,
  questions: readonly AuthenticateInput[],
): MaybePromise<readonly Decision[]> {
  const { accountId } = authorizeCredential(context.caller, "AuthenticateStream");
  const checks = new FieldChecks();
  checks.atMost("checks", questions, MAX_CHECKS, "checks");
  checks.finish();
  const answers: MaybePromise<Decision>[] = [];
  let isWaiting = false;
  for (const question of questions) {
    const decision = answer(environment, accountId, context.now, question);
    if (decision instanceof Promise) isWaiting = true;
    answers.push(decision);
  }
  // None of them is a promise then.
  return isWaiting ? Promise.all(answers) : (answers as Decision[]);
}
