import type { AuthenticateResponse } from "../../proto/gen/latchkey/v1/AuthenticateResponse.js";
import { type Decision, isAllowed } from "../domain/decisions.js";
import { encodeDenial, encodeFieldLists } from "./access-explanations.js";
import { CREDENTIAL_KINDS, ROLES } from "./enums.js";
import { encodeOptionalInstant } from "./instants.js";
import type { Complete } from "./wire.js";

const NOT_AUTHENTICATED: Complete<AuthenticateResponse> = {
  authenticated: false,
  allowed: false,
  reason: "DECISION_REASON_NOT_AUTHENTICATED",
  accountId: "",
  principal: null,
  credentialKind: "CREDENTIAL_KIND_UNSPECIFIED",
  credentialId: "",
  scopes: [],
  expireTime: null,
  missingScopes: [],
  policyDenial: null,
  requestFields: null,
  responseFields: null,
};

/** Writes a decision. */
export function encodeDecision(decision: Decision): Complete<AuthenticateResponse> {
  if (!decision.authenticated) return NOT_AUTHENTICATED;
  const { principal, missingScopes, policy } = decision;
  const { user, client } = principal;
  return {
    authenticated: true,
    allowed: isAllowed(decision),
    reason: reasonOf(decision),
    accountId: principal.accountId,
    principal: {
      userId: user?.id ?? "",
      email: user?.email ?? "",
      role: user === undefined ? "ROLE_UNSPECIFIED" : ROLES[user.role],
      clientId: client?.id ?? "",
      clientIdentifier: client?.identifier ?? "",
    },
    credentialKind: CREDENTIAL_KINDS[principal.kind],
    credentialId: principal.credentialId,
    scopes: [...principal.scopes],
    expireTime: encodeOptionalInstant(principal.expireTime),
    missingScopes: [...missingScopes],
    policyDenial:
      policy === undefined || policy.allowed ? null : encodeDenial(policy.policyId, policy.denial),
    requestFields: policy?.allowed ? encodeFieldLists(policy.requestFields) : null,
    responseFields: policy?.allowed ? encodeFieldLists(policy.responseFields) : null,
  };
}

function reasonOf(decision: Decision & { readonly authenticated: true }) {
  if (decision.missingScopes.length > 0) return "DECISION_REASON_SCOPE_MISSING";
  return isAllowed(decision) ? "DECISION_REASON_UNSPECIFIED" : "DECISION_REASON_POLICY_DENIED";
}
