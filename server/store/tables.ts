import type { AccessToken, AccessTokenUse } from "../domain/access-tokens.js";
import type { Account, AccountCounters } from "../domain/accounts.js";
import type { ApiToken, ApiTokenUse } from "../domain/api-tokens.js";
import { type AuditEvent, auditEventId } from "../domain/audit-events.js";
import type { Instant } from "../domain/instants.js";
import type { OAuthClient, OAuthClientUse } from "../domain/oauth-clients.js";
import type {
  AuthorizationCode,
  ClientSecretUse,
  DeviceAuthorization,
  OAuthCutoff,
  OAuthGrant,
  RefreshToken,
} from "../domain/oauth-grants.js";
import type { Session } from "../domain/sessions.js";
import type { Settings } from "../domain/settings.js";
import type { HourlyUsage } from "../domain/usage.js";
import { normalizeEmail, type User } from "../domain/users.js";
import type { Index, Table } from "./table.js";

/** Accounts by the instant they were made, oldest first. */
export const accountsByCreation: Index<Account> = {
  name: "accounts.by-creation",
  keys: ({ createTime, id }) => [[String(createTime).padStart(15, "0"), id]],
  isOwn: true,
};

/** Accounts, by id. */
export const accounts: Table<Account> = {
  name: "accounts",
  key: ({ id }) => [id],
  indexes: [accountsByCreation],
};

/** What each account holds, by account. */
export const accountCounters: Table<AccountCounters> = {
  name: "account-counters",
  key: ({ accountId }) => [accountId],
  indexes: [],
};

/** Settings, by account. */
export const settings: Table<Settings> = {
  name: "settings",
  key: ({ accountId }) => [accountId],
  indexes: [],
};

/** Users by account and e-mail in lower case; unique. */
export const usersByEmail: Index<User> = {
  name: "users.by-email",
  keys: ({ accountId, email }) => [[accountId, normalizeEmail(email)]],
};

/** Users, by account and id (so in the order they were made). */
export const users: Table<User> = {
  name: "users",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [usersByEmail],
};

/** Sessions by the digest of their token. */
export const sessionsByDigest: Index<Session> = {
  name: "sessions.by-digest",
  keys: ({ digest }) => [[digest]],
  isOwn: true,
};

/** Sessions, by account, user and id: a user's end together. */
export const sessions: Table<Session> = {
  name: "sessions",
  key: ({ accountId, userId, id }) => [accountId, userId, id],
  indexes: [sessionsByDigest],
};

/** API tokens by the digest of their secret. */
export const apiTokensByDigest: Index<ApiToken> = {
  name: "api-tokens.by-digest",
  keys: ({ digest }) => [[digest]],
  isOwn: true,
};

/** API tokens, by account and id (so in the order they were made). */
export const apiTokens: Table<ApiToken> = {
  name: "api-tokens",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [apiTokensByDigest],
};

/** The last use of each API token that was ever used, by account and token. */
export const apiTokenUses: Table<ApiTokenUse> = {
  name: "api-token-uses",
  key: ({ accountId, tokenId }) => [accountId, tokenId],
  indexes: [],
};

/** OAuth clients by account and identifier; unique. */
export const oauthClientsByIdentifier: Index<OAuthClient> = {
  name: "oauth-clients.by-identifier",
  keys: ({ accountId, identifier }) => [[accountId, identifier]],
};

/** Global OAuth clients by identifier alone; unique among them. */
export const globalOAuthClients: Index<OAuthClient> = {
  name: "oauth-clients.global",
  keys: ({ global, identifier }) => (global ? [[identifier]] : []),
};

/** OAuth clients, by account and id (so in the order they were made). */
export const oauthClients: Table<OAuthClient> = {
  name: "oauth-clients",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [oauthClientsByIdentifier, globalOAuthClients],
};

/** When any token of each client was last used, by the client's account and client. */
export const oauthClientUses: Table<OAuthClientUse> = {
  name: "oauth-client-uses",
  key: ({ accountId, clientId }) => [accountId, clientId],
  indexes: [],
};

/** From where each secret of a client was last used, by the client's account, client, secret and address. */
export const clientSecretUses: Table<ClientSecretUse> = {
  name: "client-secret-uses",
  key: ({ accountId, clientId, secretHint, sourceIp }) => [accountId, clientId, secretHint, sourceIp],
  indexes: [],
};

/** Grants by account, client and id. */
export const oauthGrantsByClient: Index<OAuthGrant> = {
  name: "oauth-grants.by-client",
  keys: ({ accountId, clientId, id }) => [[accountId, clientId, id]],
  isOwn: true,
};

/** Grants by account, user and id. */
export const oauthGrantsByUser: Index<OAuthGrant> = {
  name: "oauth-grants.by-user",
  keys: ({ accountId, userId, id }) => [[accountId, userId, id]],
  isOwn: true,
};

/** Grants, by account and id. */
export const oauthGrants: Table<OAuthGrant> = {
  name: "oauth-grants",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [oauthGrantsByClient, oauthGrantsByUser],
};

/** Refresh tokens, good and used up, by digest. */
export const refreshTokens: Table<RefreshToken> = {
  name: "refresh-tokens",
  key: ({ digest }) => [digest],
  indexes: [],
};

/** Moments up to which tokens were ended together, by account, kind and id. */
export const oauthCutoffs: Table<OAuthCutoff> = {
  name: "oauth-cutoffs",
  key: ({ accountId, kind, id }) => [accountId, kind, id],
  indexes: [],
};

/** Authorization codes, used or not, by digest. */
export const authorizationCodes: Table<AuthorizationCode> = {
  name: "authorization-codes",
  key: ({ digest }) => [digest],
  indexes: [],
};

/** Device authorizations by account and the digest of their user code. */
export const deviceAuthorizationsByUserCode: Index<DeviceAuthorization> = {
  name: "device-authorizations.by-user-code",
  keys: ({ accountId, userCodeDigest }) => [[accountId, userCodeDigest]],
};

/** Device authorizations, by the digest of their device code. */
export const deviceAuthorizations: Table<DeviceAuthorization> = {
  name: "device-authorizations",
  key: ({ digest }) => [digest],
  indexes: [deviceAuthorizationsByUserCode],
};

/** Access tokens by the digest of their secret. */
export const accessTokensByDigest: Index<AccessToken> = {
  name: "access-tokens.by-digest",
  keys: ({ digest }) => [[digest]],
  isOwn: true,
};

/** Access tokens by account, client and id. */
export const accessTokensByClient: Index<AccessToken> = {
  name: "access-tokens.by-client",
  keys: ({ accountId, clientId, id }) => [[accountId, clientId, id]],
  isOwn: true,
};

/** Access tokens that act for a user, by account, user and id. */
export const accessTokensByUser: Index<AccessToken> = {
  name: "access-tokens.by-user",
  keys: ({ accountId, userId, id }) => (userId === undefined ? [] : [[accountId, userId, id]]),
  isOwn: true,
};

/** Access tokens, by account and id (so in the order they were made). */
export const accessTokens: Table<AccessToken> = {
  name: "access-tokens",
  key: ({ accountId, id }) => [accountId, id],
  indexes: [accessTokensByDigest, accessTokensByClient, accessTokensByUser],
};

/** The last use of each access token that was ever used, by account and token. */
export const accessTokenUses: Table<AccessTokenUse> = {
  name: "access-token-uses",
  key: ({ accountId, tokenId }) => [accountId, tokenId],
  indexes: [],
};

/** How much credentials were used, by account and hour; the hour in milliseconds, 15 digits. */
export const hourlyUsage: Table<HourlyUsage> = {
  name: "hourly-usage",
  key: ({ accountId, startTime }) => [accountId, String(startTime).padStart(15, "0")],
  indexes: [],
};

/** Audit events, by account and sequence. */
export const auditEvents: Table<AuditEvent> = {
  name: "audit-events",
  key: ({ accountId, sequence }) => [accountId, auditEventId(sequence)],
  indexes: [],
};

/** A create that carried a request id, so that the same one again makes nothing twice. */
export interface HandledRequest {
  /** The account, or for the creation of accounts the account's id asked for. */
  readonly accountId: string;
  readonly requestId: string;
  readonly operation: string;
  /** A digest of the request, its secrets left out. */
  readonly fingerprint: string;
  readonly resourceId: string;
  readonly createTime: Instant;
}

/** Handled requests, by account and request id. */
export const handledRequests: Table<HandledRequest> = {
  name: "handled-requests",
  key: ({ accountId, requestId }) => [accountId, requestId],
  indexes: [],
};

/** What the whole installation has been through. */
export interface Installation {
  readonly id: "installation";
  /** Set once the first account is made: from then on the setup code is of no use. */
  readonly firstAccountId: string;
}

/** The one record about the installation. */
export const installations: Table<Installation> = {
  name: "installation",
  key: ({ id }) => [id],
  indexes: [],
};
