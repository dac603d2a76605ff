import { authorize, type IdentifiedCaller, type Operation, type RequestContext } from "../domain/callers.js";
import { trialDenials } from "../domain/decisions.js";
import { Failure } from "../domain/failure.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import { requirePolicies } from "../domain/policy-access.js";
import { recordEvent } from "../store/audit-trail.js";
import type { Environment } from "./environment.js";

/**
 * Lets a caller through to an operation, or refuses as authorize does. A refusal of somebody known is an audit event,
 * at most one a minute for the same credential and operation.
 */
export function admit(
  environment: Environment,
  context: RequestContext,
  operation: Operation,
): MaybePromise<void> {
  try {
    authorize(context.caller, operation);
    if ("accountId" in context.caller) admitByPolicies(environment, context, context.caller);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return recordDenial(environment, context, operation, error).then(() => Promise.reject(error));
  }
}

/** Lets a caller through whose policies allow this call, and counts what those in dry run would have denied. */
function admitByPolicies(
  { access }: Environment,
  { now, rpcPath: path = "", sourceIp }: RequestContext,
  caller: IdentifiedCaller,
): void {
  requirePolicies(caller, { rpcPath: path, sourceIp });
  if (caller.trials === undefined) return;
  const call = { method: "POST", path, sourceIp, now };
  const decision = { authenticated: true, principal: caller, missingScopes: [] } as const;
  access.noteDenials(caller, trialDenials(decision, call), call);
}

async function recordDenial(
  environment: Environment,
  context: RequestContext,
  operation: Operation,
  { reason, details }: Failure,
): Promise<void> {
  const { caller, now } = context;
  if (!("accountId" in caller)) return;
  const { accountId } = caller;
  if (!environment.denials.isNew(`${caller.credentialId} ${operation}`, now)) return;
  await environment.store.write((transaction) =>
    recordEvent(transaction, context, {
      accountId,
      action: "caller.denied",
      resourceType: "account",
      resourceId: accountId,
      resourceLabel: operation,
      changes: [
        { field: "reason", before: "", after: reason },
        { field: "scope", before: "", after: details.metadata?.["scope"] ?? "" },
      ],
    }),
  );
}
