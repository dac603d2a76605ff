import type { GrantType } from "../client/enums.js";
import type { OAuthClientChanges } from "../client/oauth-clients.js";

/** What an access token is made of: client by id or identifier, user by e-mail or id, empty for whoever asks. */
export type AccessTokenValues = {
  client: string;
  user: string;
  scopes: string[];
  /** Undefined for the lifetime of the settings. */
  lifetimeSeconds: number | undefined;
  withRefreshToken: boolean;
};

/** What an OAuth client is made of: what may be changed later, and what may not. */
export type NewOAuthClientValues = Required<Omit<OAuthClientChanges, "allowedGrantTypes">> & {
  allowedGrantTypes: GrantType[];
  identifier: string;
  kind: "PUBLIC" | "CONFIDENTIAL";
};

/** Whose access tokens: of a client, of a user, or of a client for a user; what is empty does not count. */
export type TokenOwner = { clientId: string; userId: string };

/** A call about OAuth that only reads. */
export type OAuthReadEffect =
  | { type: "weigh-oauth-client-end"; id: string; by: "disable" | "delete" }
  | { type: "weigh-old-secret"; id: string }
  | { type: "weigh-access-tokens-end"; owner: TokenOwner };

/** A call about OAuth that changes something, or that must not be made twice. */
export type OAuthWriteEffect =
  | { type: "create-oauth-client"; values: NewOAuthClientValues }
  | { type: "update-oauth-client"; id: string; values: OAuthClientChanges; etag: string }
  | { type: "rotate-client-secret"; id: string; overlapSeconds: number; etag: string }
  | { type: "retire-client-secret"; id: string; etag: string }
  | { type: "enable-oauth-client"; id: string; etag: string }
  | { type: "disable-oauth-client"; id: string; etag: string }
  | { type: "delete-oauth-client"; id: string; etag: string }
  | { type: "create-access-token"; values: AccessTokenValues }
  /** One that is gone already counts as revoked: it may have ended with another one's grant. */
  | { type: "revoke-access-token"; id: string }
  | { type: "revoke-access-tokens"; owner: TokenOwner; label: string }
  /** The value stays in the effect: the model never holds it once it is sent. */
  | { type: "find-token"; value: string }
  | { type: "find-device"; userCode: string }
  | { type: "answer-device"; userCode: string; approved: boolean };

/** A call about OAuth. */
export type OAuthEffect = OAuthReadEffect | OAuthWriteEffect;
