import {
  authorizeCredential,
  authorizeInAccount,
  type IdentifiedCaller,
  type Operation,
  type RequestContext,
  type UserCaller,
} from "../domain/callers.js";
import { identify } from "../domain/decisions.js";
import { requirePolicies } from "../domain/policy-access.js";
import type { Transaction } from "../store/transaction.js";
import { factsAgain } from "../verification/facts.js";
import { credentialInvalid } from "./authenticate-caller.js";
import type { Environment } from "./environment.js";

/**
 * Runs `work` in one commit, for a caller who may still do this when it commits, and as who they are by then: what they
 * were when the call came in may be over (hashing a password takes its time), and a right ends with the commit that
 * takes it. Throws CREDENTIAL_INVALID and what authorize throws.
 */
export function writeAsCaller<T>(
  environment: Environment,
  context: RequestContext,
  operation: Operation,
  work: (transaction: Transaction, caller: UserCaller) => Promise<T>,
): Promise<T> {
  authorizeInAccount(context.caller, operation);
  return writeAsCredential(environment, context, operation, (transaction, present) =>
    work(transaction, authorizeInAccount(present, operation)),
  );
}

/** As writeAsCaller, for operations that are open to clients that act for themselves, too. */
export function writeAsCredential<T>(
  environment: Environment,
  context: RequestContext,
  operation: Operation,
  work: (transaction: Transaction, caller: IdentifiedCaller) => Promise<T>,
): Promise<T> {
  const known = authorizeCredential(context.caller, operation);
  return environment.store.write(async (transaction) => {
    const present = identify(await factsAgain(transaction, known), context);
    if (present === undefined) throw credentialInvalid();
    requirePolicies(present, context);
    return work(transaction, authorizeCredential(present, operation));
  });
}
