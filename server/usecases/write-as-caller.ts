import { authorize, type Operation, type RequestContext } from "../domain/callers.js";
import type { Transaction } from "../store/transaction.js";
import { identifyAgain } from "../verification/identify.js";
import { credentialInvalid } from "./authenticate-caller.js";
import type { Environment } from "./environment.js";

/**
 * Runs `work` in one commit, for a caller who may still do this when it commits: what they were when the call came in
 * may be over by then (hashing a password takes its time), and a right ends with the commit that takes it. Throws
 * CREDENTIAL_INVALID and what authorize throws.
 */
export function writeAsCaller<T>(
  environment: Environment,
  context: RequestContext,
  operation: Operation,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return environment.store.write(async (transaction) => {
    await requireStillAllowed(transaction, context, operation);
    return work(transaction);
  });
}

async function requireStillAllowed(
  transaction: Transaction,
  context: RequestContext,
  operation: Operation,
): Promise<void> {
  const { caller } = context;
  if (caller.kind !== "SESSION" && caller.kind !== "API_TOKEN") return authorize(caller, operation);
  const present = await identifyAgain(transaction, caller, context);
  if (present === undefined) throw credentialInvalid();
  authorize(present, operation);
}
