import type { Instant } from "./instants.js";

/** What one authorization gave a client: the family its access and refresh tokens belong to, which end with it. */
export interface OAuthGrant {
  readonly id: string;
  readonly accountId: string;
  readonly clientId: string;
  /** The account whose client it is: another one than the grant's for a global client. */
  readonly clientAccountId: string;
  /** The user who gave it. */
  readonly userId: string;
  /** The most its tokens may do. */
  readonly scopes: readonly string[];
  readonly createTime: Instant;
  /** The number of the refresh token that is good now, counting from 1; 0 when it has none. */
  readonly generation: number;
  /** When that refresh token ends; absent when it has none. */
  readonly refreshExpireTime?: Instant;
}

/** What of a grant decides about its access tokens: that it is there, and since when. */
export type GrantTerms = Pick<OAuthGrant, "id" | "createTime">;
/** What the audit log tells of a grant. */
export const OAUTH_GRANT_FIELDS = {
  client_id: (grant: OAuthGrant) => grant.clientId,
  user_id: (grant: OAuthGrant) => grant.userId,
  scopes: (grant: OAuthGrant) => grant.scopes,
  refresh_expire_time: (grant: OAuthGrant) => grant.refreshExpireTime,
} as const;

/** A refresh token of a grant, good or used up. */
export interface RefreshToken {
  /** SHA-256 of the secret, base64url. */
  readonly digest: string;
  readonly accountId: string;
  readonly grantId: string;
  /** Which one of its grant, counting from 1. */
  readonly generation: number;
  readonly createTime: Instant;
  readonly expireTime: Instant;
  /** Set when it was exchanged for its successor. */
  readonly rotation?: Rotation;
}

/**
 * How a refresh token was exchanged. Its successor and the access token that came with it are derived from the token
 * and this key, so that the same request sent again within the grace gets the same answer, and no second branch grows.
 */
export interface Rotation {
  readonly time: Instant;
  /** Random; worth nothing without the token itself, which is not stored. */
  readonly key: string;
  readonly accessTokenId: string;
}

/** How long a used refresh token is still answered with its successor, in milliseconds. */
export const REFRESH_GRACE_MS = 60_000;

/** The bounds of a refresh token's lifetime, in seconds. */
export const REFRESH_TOKEN_LIFETIME_SECONDS = { min: 604_800, max: 7_776_000 } as const;

/** Ends all grants and access tokens of a client or a user in an account that were made up to a moment. */
export interface OAuthCutoff {
  readonly accountId: string;
  readonly kind: "CLIENT" | "USER";
  /** The id of the client or the user. */
  readonly id: string;
  readonly time: Instant;
}

/** An authorization code (RFC 6749 section 4.1.2), used or not. */
export interface AuthorizationCode {
  /** SHA-256 of the code, base64url. */
  readonly digest: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly clientAccountId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  /** Where the code was sent. */
  readonly redirectUri: string;
  /** Whether the request named it: then the exchange must, too (RFC 6749 section 4.1.3). */
  readonly redirectUriNamed: boolean;
  /** S256 (RFC 7636 section 4.2); absent when the request had none. */
  readonly codeChallenge?: string;
  readonly createTime: Instant;
  readonly expireTime: Instant;
  /** The grant it was exchanged for: a second exchange ends that (RFC 6749 section 4.1.2). */
  readonly grantId?: string;
}

/** What became of a device's request. */
export type DeviceAuthorizationState = "PENDING" | "APPROVED" | "DENIED" | "REDEEMED";

/** A device that waits for a person (RFC 8628). */
export interface DeviceAuthorization {
  /** SHA-256 of the device code, base64url. */
  readonly digest: string;
  /** SHA-256 of the user code in its plain form, base64url. */
  readonly userCodeDigest: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly clientAccountId: string;
  readonly scopes: readonly string[];
  readonly createTime: Instant;
  readonly expireTime: Instant;
  /** How long to wait between polls; grows by 5 with each that came too soon (RFC 8628 section 3.5). */
  readonly intervalSeconds: number;
  readonly lastPollTime?: Instant;
  readonly state: DeviceAuthorizationState;
  /** Who decided. */
  readonly userId?: string;
}

/** When a client's secret was used, and from where; kept apart from it. */
export interface ClientSecretUse {
  readonly accountId: string;
  readonly clientId: string;
  /** The hint of the secret, which tells a client's two apart. */
  readonly secretHint: string;
  readonly sourceIp: string;
  readonly time: Instant;
  readonly count: number;
  /** How often addresses used it that are kept no more: so the sum stays true. */
  readonly forgottenCount?: number;
}

/** How many uses this tells of, with those from addresses that are kept no more. */
export function usesIn({ count, forgottenCount = 0 }: ClientSecretUse): number {
  return count + forgottenCount;
}
