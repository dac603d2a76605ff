import type { AuthenticateResponse__Output } from "../proto/gen/latchkey/v1/AuthenticateResponse.js";
import type { FieldLists__Output } from "../proto/gen/latchkey/v1/FieldLists.js";
import type { IdentifiedCaller } from "../server/domain/callers.js";
import type { Decision } from "../server/domain/decisions.js";
import { ALL_FIELDS, admitsAll, type FieldLists } from "../server/domain/field-paths.js";
import { type Identity, identityOf } from "../server/domain/identity-headers.js";
import { describeDenial } from "../server/domain/policy-access.js";

/** Who presents a credential: a user, or an OAuth client for itself. What does not apply is empty. */
export interface Principal extends Identity {
  /** When the credential ends on its own, in milliseconds since 1970; absent for never. */
  readonly expireTime?: number;
}

/** What to do about a request: `status` is the HTTP status to answer it with unless it is allowed. */
export type Answer =
  | {
      readonly status: 200;
      readonly allowed: true;
      readonly principal: Principal;
      /** Which fields of the request's JSON body may be sent; absent for all. */
      readonly requestFields?: FieldLists;
      /** Which fields of the answer's JSON body may be seen; absent for all. */
      readonly responseFields?: FieldLists;
    }
  | {
      readonly status: 403;
      readonly allowed: false;
      readonly principal: Principal;
      readonly missingScopes: readonly string[];
      /** The access policy that does not allow it; absent when that is not why. */
      readonly policyDenial?: { readonly accessPolicyId: string; readonly description: string };
    }
  | { readonly status: 401; readonly allowed: false }
  /** Nobody can tell at the moment: what is known is too old, and Latchkey cannot be asked. */
  | { readonly status: 503; readonly allowed: false };

/** The answer for somebody nobody knows. */
export const NOT_AUTHENTICATED: Answer = Object.freeze({ status: 401, allowed: false });

/** The answer while nobody can tell. */
export const UNAVAILABLE: Answer = Object.freeze({ status: 503, allowed: false });

// The same decision is made again and again.
const known = new WeakMap<Decision, Answer>();

/** A decision as an answer. */
export function answerOf(decision: Decision): Answer {
  if (!decision.authenticated) return NOT_AUTHENTICATED;
  const { missingScopes, policy } = decision;
  if (missingScopes.length > 0 || policy?.allowed === false) {
    const denial =
      policy?.allowed === false
        ? { policyDenial: { accessPolicyId: policy.policyId, description: describeDenial(policy.denial) } }
        : {};
    return {
      status: 403,
      allowed: false,
      principal: principalOf(decision.principal),
      missingScopes,
      ...denial,
    };
  }
  let answer = known.get(decision);
  if (answer === undefined) {
    const fields = policy === undefined ? {} : fieldsOf(policy.requestFields, policy.responseFields);
    const principal = principalOf(decision.principal);
    answer = Object.freeze({ status: 200, allowed: true, principal, ...fields } as const);
    known.set(decision, answer);
  }
  return answer;
}

function fieldsOf(requestFields: FieldLists, responseFields: FieldLists) {
  return {
    ...(admitsAll(requestFields) ? {} : { requestFields }),
    ...(admitsAll(responseFields) ? {} : { responseFields }),
  };
}

function listsFrom(told: FieldLists__Output | null): FieldLists {
  if (told === null) return ALL_FIELDS;
  return { allowed: told.allowed.map(({ paths }) => paths), removed: told.removed };
}

function principalOf(caller: IdentifiedCaller): Principal {
  const { expireTime } = caller;
  return Object.freeze({ ...identityOf(caller), ...(expireTime === undefined ? {} : { expireTime }) });
}

/** What the server answered. */
export function answerFrom(response: AuthenticateResponse__Output): Answer {
  if (!response.authenticated || response.principal === null) return NOT_AUTHENTICATED;
  const { accountId, principal, credentialKind, credentialId, scopes, expireTime, missingScopes } = response;
  const told: Principal = {
    accountId,
    userId: principal.userId,
    email: principal.email,
    role: principal.role.replace(/^ROLE_(?:UNSPECIFIED)?/, "") as Principal["role"],
    clientId: principal.clientId,
    clientIdentifier: principal.clientIdentifier,
    credentialKind: credentialKind.replace("CREDENTIAL_KIND_", "") as Principal["credentialKind"],
    credentialId,
    scopes,
    ...(expireTime === null
      ? {}
      : { expireTime: expireTime.seconds * 1_000 + Math.floor(expireTime.nanos / 1_000_000) }),
  };
  if (response.allowed) {
    const fields = fieldsOf(listsFrom(response.requestFields), listsFrom(response.responseFields));
    return { status: 200, allowed: true, principal: told, ...fields };
  }
  const { policyDenial } = response;
  const denial = policyDenial === null ? {} : { policyDenial };
  return { status: 403, allowed: false, principal: told, missingScopes, ...denial };
}
