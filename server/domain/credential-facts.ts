import { type AccessTokenFacts, effectiveScopes } from "./access-tokens.js";
import type { ApiTokenTerms } from "./api-tokens.js";
import { type CallerPolicies, NO_POLICIES } from "./caller-policies.js";
import type { IdentifiedCaller, UserCaller } from "./callers.js";
import type { CredentialFacts } from "./decisions.js";
import type { ClientTerms } from "./oauth-clients.js";
import type { SessionTerms } from "./sessions.js";
import type { AccountRules } from "./settings.js";
import type { UserTerms } from "./users.js";

// There is one of these for each credential that is remembered: what they have in common, they share, and an object is
// written out by its fields, which takes half the memory of one that is made of another.

const NO_SCOPES: readonly string[] = [];

/** The facts of an API token that is presented with this user's e-mail. */
export function apiTokenFacts(
  token: ApiTokenTerms,
  user: UserTerms,
  rules: AccountRules,
  policies: CallerPolicies = NO_POLICIES,
): CredentialFacts {
  const { accountId, id: credentialId, scopes, expireTime } = token;
  const expiry = expireTime === undefined ? {} : { expireTime };
  const caller: UserCaller = {
    kind: "API_TOKEN",
    accountId,
    user,
    credentialId,
    scopes,
    ...expiry,
    ...policies,
  };
  return { kind: "API_TOKEN", caller, rules, token, granted: grantedTo(caller) };
}

/** The facts of a session of this user. */
export function sessionFacts(
  session: SessionTerms,
  user: UserTerms,
  rules: AccountRules,
  policies: CallerPolicies = NO_POLICIES,
): CredentialFacts {
  const { accountId, id: credentialId, scopes, expireTime } = session;
  const caller: UserCaller = {
    kind: "SESSION",
    accountId,
    user,
    credentialId,
    scopes,
    expireTime,
    ...policies,
  };
  return { kind: "SESSION", caller, rules, session, granted: grantedTo(caller) };
}

/** The facts of an access token of this client. */
export function accessTokenFacts(
  access: AccessTokenFacts & { readonly client: ClientTerms },
  policies: CallerPolicies = NO_POLICIES,
): CredentialFacts {
  const { token, settings, client, user } = access;
  const { accountId, id: credentialId, expireTime } = token;
  const scopes = effectiveScopes(access);
  const caller: IdentifiedCaller = {
    kind: "ACCESS_TOKEN",
    accountId,
    credentialId,
    scopes,
    expireTime,
    client,
    ...(user === undefined ? {} : { user }),
    ...policies,
  };
  return { kind: "ACCESS_TOKEN", caller, rules: settings, access, granted: grantedTo(caller) };
}

function grantedTo(principal: IdentifiedCaller) {
  return { authenticated: true, principal, missingScopes: NO_SCOPES } as const;
}
