import type { IdentifiedCaller } from "./callers.js";
import { decideByAll, type NamedPolicy, type PolicyDenial } from "./compiled-policies.js";
import { Failure } from "./failure.js";

/** The calls it takes to undo what a policy does to administrators. */
const CALLS_TO_UNDO = [
  "/latchkey.v1.SessionService/GetSession",
  "/latchkey.v1.AccessPolicyService/GetAccessPolicy",
  "/latchkey.v1.AccessPolicyService/ListAccessPolicies",
  "/latchkey.v1.AccessPolicyService/EnforceAccessPolicy",
  "/latchkey.v1.AccessPolicyService/DetachAccessPolicy",
] as const;

/** A call to Latchkey itself, as policies see it. */
export interface OwnCall {
  /** The path of the RPC, such as `/latchkey.v1.UserService/ListUsers`; absent when it did not come by gRPC. */
  readonly rpcPath?: string;
  readonly sourceIp: string;
}

/** Throws ACCESS_POLICY_DENIED unless the policies the caller is under allow this call. */
export function requirePolicies(caller: IdentifiedCaller, { rpcPath = "", sourceIp }: OwnCall): void {
  if (caller.policies === undefined) return;
  const { scopes, policies } = caller;
  const verdict = decideByAll(policies, { method: "POST", path: rpcPath, sourceIp, scopes });
  if (verdict.allowed) return;
  throw new Failure(
    "ACCESS_POLICY_DENIED",
    `An access policy does not allow this call: ${describeDenial(verdict.denial)}`,
    { metadata: { access_policy_id: verdict.policyId } },
  );
}

/** Why a policy denies, in a sentence. */
export function describeDenial(denial: PolicyDenial): string {
  switch (denial.kind) {
    case "DENIED":
      return `Statement ${denial.statement + 1} denies it.`;
    case "NOT_ALLOWED":
      return "No statement allows it.";
    case "PATH_AMBIGUOUS":
      return `The path could be read in two ways: ${denial.why}.`;
  }
}

/**
 * Throws ACCESS_POLICY_LOCKS_OUT unless administrators under these policies could still undo it, calling from where
 * this change is made.
 */
export function requireWayBack(policies: readonly NamedPolicy[], sourceIp: string): void {
  for (const path of CALLS_TO_UNDO) {
    const verdict = decideByAll(policies, { method: "POST", path, sourceIp, scopes: [] });
    if (verdict.allowed) continue;
    throw new Failure(
      "ACCESS_POLICY_LOCKS_OUT",
      `This would lock every administrator out: ${path.slice(1)} would be denied to them. Allow it to them (grpc_methods: ${CALLS_TO_UNDO.map((call) => call.slice(1)).join(", ")}) first.`,
      { metadata: { access_policy_id: verdict.policyId, grpc_method: path.slice(1) } },
    );
  }
}

/**
 * Throws SCOPE_INSUFFICIENT unless a token that somebody makes or changes stays under the policies that their own
 * credential is under: nobody hands out more than they have.
 */
export function requirePoliciesWithin(
  caller: Pick<IdentifiedCaller, "ownPolicyIds">,
  policyIds: readonly string[],
): void {
  const missing = caller.ownPolicyIds?.find((id) => !policyIds.includes(id));
  if (missing === undefined) return;
  throw new Failure(
    "SCOPE_INSUFFICIENT",
    `A credential under the access policy ${missing} makes and changes only tokens that are under it, too.`,
    { metadata: { access_policy_id: missing } },
  );
}

/** Throws SCOPE_INSUFFICIENT for a credential that is under a policy itself: it could set itself free. */
export function requireOutsidePolicies(caller: IdentifiedCaller): void {
  if (caller.ownPolicyIds === undefined) return;
  throw new Failure(
    "SCOPE_INSUFFICIENT",
    "A credential under an access policy may not change access policies.",
  );
}
