import type { AuthenticateResponse } from "../../proto/gen/latchkey/v1/AuthenticateResponse.js";
import type { Decision } from "../domain/decisions.js";
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
};

/** Writes a decision. */
export function encodeDecision(decision: Decision): Complete<AuthenticateResponse> {
  if (!decision.authenticated) return NOT_AUTHENTICATED;
  const { principal, missingScopes } = decision;
  const { user, client } = principal;
  const allowed = missingScopes.length === 0;
  return {
    authenticated: true,
    allowed,
    reason: allowed ? "DECISION_REASON_UNSPECIFIED" : "DECISION_REASON_SCOPE_MISSING",
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
  };
}
