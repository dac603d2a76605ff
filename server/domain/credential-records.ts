import type { AccessPolicyTerms } from "./access-policies.js";
import type { AccessToken, AccessTokenTerms } from "./access-tokens.js";
import type { ApiToken, ApiTokenTerms } from "./api-tokens.js";
import type { ClientTerms, OAuthClient } from "./oauth-clients.js";
import type { GrantTerms, OAuthCutoff, OAuthGrant } from "./oauth-grants.js";
import type { Session, SessionTerms } from "./sessions.js";
import type { AccountRules, Settings } from "./settings.js";
import type { User, UserTerms } from "./users.js";

/** Something that decides about the credentials of an account, cut down to what decides: what a feed tells. */
export type CredentialRecord =
  | { readonly kind: "RULES"; readonly rules: AccountRules }
  | { readonly kind: "USER"; readonly user: UserTerms }
  | { readonly kind: "API_TOKEN"; readonly token: ApiTokenTerms }
  | { readonly kind: "SESSION"; readonly session: SessionTerms }
  | { readonly kind: "OAUTH_CLIENT"; readonly client: ClientTerms }
  | { readonly kind: "OAUTH_GRANT"; readonly grant: GrantTerms }
  | { readonly kind: "OAUTH_CUTOFF"; readonly cutoff: OAuthCutoff }
  | { readonly kind: "ACCESS_TOKEN"; readonly token: AccessTokenTerms }
  | { readonly kind: "ACCESS_POLICY"; readonly policy: AccessPolicyTerms }
  | { readonly kind: "REMOVED"; readonly of: RecordKind; readonly id: string };

/** The kinds of what can be gone. */
export type RecordKind = Exclude<CredentialRecord["kind"], "RULES" | "REMOVED">;

/** The settings as a feed tells them. */
export function rulesRecord({
  accountId,
  apiTokenAccess,
  oauthAccess,
  ipAllowList,
  roleAccessPolicyIds,
  observeUse = false,
}: Settings): CredentialRecord {
  const ofRoles = roleAccessPolicyIds === undefined ? {} : { roleAccessPolicyIds };
  const rules = { accountId, apiTokenAccess, oauthAccess, ipAllowList, observeUse, ...ofRoles };
  return { kind: "RULES", rules };
}

/** A user as a feed tells them: without the digest of the password. */
export function userRecord(user: User): CredentialRecord {
  const { id, accountId, email, name, role, verified, suspended } = user;
  return { kind: "USER", user: { id, accountId, email, name, role, verified, suspended } };
}

/** An API token as a feed tells it. */
export function apiTokenRecord(token: ApiToken): CredentialRecord {
  return { kind: "API_TOKEN", token };
}

/** A session as a feed tells it. */
export function sessionRecord(session: Session): CredentialRecord {
  return { kind: "SESSION", session };
}

/** A client as a feed tells it. */
export function clientRecord(client: OAuthClient): CredentialRecord {
  return { kind: "OAUTH_CLIENT", client };
}

/** A grant as a feed tells it. */
export function grantRecord(grant: OAuthGrant): CredentialRecord {
  return { kind: "OAUTH_GRANT", grant };
}

/** A cut-off as a feed tells it. */
export function cutoffRecord(cutoff: OAuthCutoff): CredentialRecord {
  return { kind: "OAUTH_CUTOFF", cutoff };
}

/** An access token as a feed tells it. */
export function accessTokenRecord(token: AccessToken): CredentialRecord {
  return { kind: "ACCESS_TOKEN", token };
}

/** An access policy as a feed tells it. */
export function accessPolicyRecord(policy: AccessPolicyTerms): CredentialRecord {
  return { kind: "ACCESS_POLICY", policy };
}
