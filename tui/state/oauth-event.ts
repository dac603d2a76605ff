import type { AccessToken, FoundToken } from "../client/access-tokens.js";
import type { ConsentClient, DeviceAuthorization } from "../client/oauth.js";
import type { OAuthClient, OAuthClientImpact } from "../client/oauth-clients.js";
import type { OAuthWriteEffect, TokenOwner } from "./oauth-effect.js";

/** How many access tokens and grants end. */
export type EndedTokens = { accessTokens: number; grants: number };

/** The answer to a call about OAuth that reads. */
export type OAuthReadEvent =
  | { type: "oauth-client-end-weighed"; id: string; by: "disable" | "delete"; impact: OAuthClientImpact }
  | { type: "old-secret-weighed"; oauthClient: OAuthClient }
  | { type: "access-tokens-end-weighed"; owner: TokenOwner; ended: EndedTokens };

/** The answer to a call about OAuth that changes something. */
export type OAuthWriteEvent =
  | { type: "oauth-client-created"; oauthClient: OAuthClient; secret: string | undefined }
  | { type: "oauth-client-changed"; by: OAuthWriteEffect["type"]; oauthClient: OAuthClient }
  | { type: "client-secret-rotated"; oauthClient: OAuthClient; secret: string }
  | { type: "oauth-client-deleted"; oauthClient: OAuthClient; impact: OAuthClientImpact }
  | {
      type: "access-token-created";
      accessToken: AccessToken;
      secret: string | undefined;
      refreshToken: string | undefined;
    }
  | { type: "access-token-revoked"; id: string; accessToken: AccessToken | undefined }
  | { type: "access-tokens-revoked"; owner: TokenOwner; label: string; ended: EndedTokens }
  | { type: "token-found"; found: FoundToken }
  | { type: "device-found"; userCode: string; device: DeviceAuthorization }
  | { type: "device-answered"; approved: boolean; client: ConsentClient };
