import { randomUUID } from "node:crypto";
import type { AccessToken__Output } from "../../proto/gen/latchkey/v1/AccessToken.js";
import type { FindTokenResponse__Output } from "../../proto/gen/latchkey/v1/FindTokenResponse.js";
import { contract } from "../../proto/load.js";
import {
  ACCESS_TOKEN_ORIGINS,
  ACCESS_TOKEN_STATES,
  type AccessTokenOrigin,
  type AccessTokenState,
  decodeEnum,
} from "./enums.js";
import { decodeSetTime, decodeTime, encodeDuration } from "./times.js";
import { type CallOptions, callUnary, type PageRequest, type Wire } from "./wire.js";

/** A use of an access token. */
export type AccessTokenUse = { time: Date; sourceIp: string; count: number };

/** An access token without its secret; see access_token.proto. */
export type AccessToken = {
  id: string;
  secretHint: string;
  state: AccessTokenState;
  origin: AccessTokenOrigin;
  clientId: string;
  clientIdentifier: string;
  clientName: string;
  /** Empty when the client acts for itself, as is userEmail. */
  userId: string;
  userEmail: string;
  /** Empty for client credentials. */
  grantId: string;
  scopes: string[];
  createTime: Date;
  expireTime: Date;
  lastUse: AccessTokenUse | undefined;
  /** When the refresh token of its grant ends; undefined without one. */
  refreshExpireTime: Date | undefined;
};

/** What an access token is made of; the caller is its user when userId is left out. */
export type NewAccessToken = {
  /** The id or the identifier of the client. */
  clientId: string;
  userId?: string;
  scopes: string[];
  /** The settings' lifetime when left out. */
  lifetimeSeconds?: number;
  withRefreshToken?: boolean;
  /** A UUID, a new one when left out. */
  requestId?: string;
};

/** A new token and its secrets, shown this once; undefined when the request id was seen before. */
export type CreatedAccessToken = {
  accessToken: AccessToken;
  secret: string | undefined;
  refreshToken: string | undefined;
};

/** A page to ask for; a client (by id or identifier) or a user narrows it without a look at other tokens. */
export type AccessTokenPageRequest = PageRequest & { clientId?: string; userId?: string };

/** A page of tokens; totalSize counts all whatever the filter. */
export type AccessTokenPage = {
  accessTokens: AccessToken[];
  nextPageToken: string | undefined;
  totalSize: number;
};

/** Whose a token is that was found by its value, and whether it would be accepted now. */
export type FoundToken = { active: boolean } & (
  | { kind: "ACCESS_TOKEN"; accessToken: AccessToken }
  | { kind: "OAUTH_GRANT"; grantId: string }
  | { kind: "API_TOKEN"; apiTokenId: string }
  | { kind: "CLIENT_SECRET"; oauthClientId: string }
  | { kind: "SESSION"; userId: string }
);

/** Which tokens to revoke: those with these ids, or all of a client, of a user, or of a client for a user. */
export type AccessTokenSelection = { ids: string[] } | { clientId?: string; userId?: string };

/** How many access tokens that worked went, and how many grants that could be refreshed. */
export type RevokedAccessTokens = { accessTokens: number; grants: number };

/** Access token calls. */
export type AccessTokenCalls = ReturnType<typeof accessTokenCalls>;

const methods = contract.latchkey.v1.AccessTokenService.service;

/** Makes the calls of AccessTokenService. */
export function accessTokenCalls(wire: Wire) {
  return {
    /** Makes a token without an authorization flow, and returns its secret, this once. */
    async create(
      { lifetimeSeconds, requestId, ...rest }: NewAccessToken,
      options?: CallOptions,
    ): Promise<CreatedAccessToken> {
      const lifetime = lifetimeSeconds === undefined ? null : encodeDuration(lifetimeSeconds);
      const request = { ...rest, lifetime, requestId: requestId ?? randomUUID() };
      const answer = await callUnary(wire, methods.CreateAccessToken, request, options);
      return {
        accessToken: decodeAccessToken(answer.accessToken),
        secret: answer.secret || undefined,
        refreshToken: answer.refreshToken || undefined,
      };
    },
    /** Reads one token. */
    async get(id: string, options?: CallOptions): Promise<AccessToken> {
      const answer = await callUnary(wire, methods.GetAccessToken, { id }, options);
      return decodeAccessToken(answer.accessToken);
    },
    /** Reads a page of tokens that have not been ended. */
    async list(page: AccessTokenPageRequest = {}, options?: CallOptions): Promise<AccessTokenPage> {
      const answer = await callUnary(wire, methods.ListAccessTokens, page, options);
      return {
        accessTokens: answer.accessTokens.map(decodeAccessToken),
        nextPageToken: answer.nextPageToken || undefined,
        totalSize: answer.totalSize,
      };
    },
    /** Says whose a token is, by its value; RESOURCE_NOT_FOUND when it is nobody's. */
    async find(value: string, options?: CallOptions): Promise<FoundToken> {
      return decodeFound(await callUnary(wire, methods.FindToken, { value }, options));
    },
    /** Revokes a token and its grant for good, and returns it as it was. */
    async revoke(
      id: string,
      { validateOnly = false }: { validateOnly?: boolean } = {},
      options?: CallOptions,
    ): Promise<AccessToken> {
      const answer = await callUnary(wire, methods.RevokeAccessToken, { id, validateOnly }, options);
      return decodeAccessToken(answer.accessToken);
    },
    /** Revokes many tokens for good: up to 500 by id, or as many as a client or a user has. */
    async revokeBatch(
      selection: AccessTokenSelection,
      { validateOnly = false }: { validateOnly?: boolean } = {},
      options?: CallOptions,
    ): Promise<RevokedAccessTokens> {
      const request = { ...selection, validateOnly };
      const { accessTokens, grants } = await callUnary(
        wire,
        methods.BatchRevokeAccessTokens,
        request,
        options,
      );
      return { accessTokens, grants };
    },
    /** Reads the token the calls are made with. */
    async getCurrent(options?: CallOptions): Promise<AccessToken> {
      const answer = await callUnary(wire, methods.GetCurrentAccessToken, {}, options);
      return decodeAccessToken(answer.accessToken);
    },
    /** Revokes the token the calls are made with, and its grant, for good. */
    async revokeCurrent(options?: CallOptions): Promise<AccessToken> {
      const answer = await callUnary(wire, methods.RevokeCurrentAccessToken, {}, options);
      return decodeAccessToken(answer.accessToken);
    },
  };
}

function decodeFound(answer: FindTokenResponse__Output): FoundToken {
  const { active } = answer;
  switch (answer.found) {
    case "oauthGrantId":
      return { kind: "OAUTH_GRANT", grantId: answer.oauthGrantId ?? "", active };
    case "apiTokenId":
      return { kind: "API_TOKEN", apiTokenId: answer.apiTokenId ?? "", active };
    case "oauthClientId":
      return { kind: "CLIENT_SECRET", oauthClientId: answer.oauthClientId ?? "", active };
    case "sessionUserId":
      return { kind: "SESSION", userId: answer.sessionUserId ?? "", active };
    default:
      return { kind: "ACCESS_TOKEN", accessToken: decodeAccessToken(answer.accessToken ?? null), active };
  }
}

function decodeAccessToken(token: AccessToken__Output | null): AccessToken {
  if (token === null) throw new TypeError("the server answered without a token");
  const { lastUse } = token;
  return {
    ...token,
    state: decodeEnum(ACCESS_TOKEN_STATES, token.state) ?? "UNKNOWN",
    origin: decodeEnum(ACCESS_TOKEN_ORIGINS, token.origin) ?? "UNKNOWN",
    createTime: decodeSetTime(token.createTime),
    expireTime: decodeSetTime(token.expireTime),
    lastUse: lastUse === null ? undefined : { ...lastUse, time: decodeSetTime(lastUse.time) },
    refreshExpireTime: decodeTime(token.refreshExpireTime),
  };
}
