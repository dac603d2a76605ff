import { randomUUID } from "node:crypto";
import type { ApiToken__Output, ApiToken as WireApiToken } from "../../proto/gen/latchkey/v1/ApiToken.js";
import { contract } from "../../proto/load.js";
import {
  API_TOKEN_STATES,
  type ApiTokenState,
  DEACTIVATION_CAUSES,
  type DeactivationCause,
  decodeEnum,
} from "./enums.js";
import { decodeSetTime, decodeTime, encodeTime } from "./times.js";
import { type CallOptions, callUnary, type PageRequest, type Wire } from "./wire.js";

/** A use of a token. */
export type ApiTokenUse = { time: Date; email: string; sourceIp: string; count: number };

/** An API token without its secret; what is undefined is unset, see api_token.proto. */
export type ApiToken = {
  id: string;
  description: string;
  secretHint: string;
  state: ApiTokenState;
  deactivationCause: DeactivationCause | undefined;
  deactivateTime: Date | undefined;
  creatorUserId: string;
  creatorEmail: string;
  createTime: Date;
  updateTime: Date;
  lastUse: ApiTokenUse | undefined;
  expireTime: Date | undefined;
  /** Empty when the token works with any verified user's e-mail. */
  boundUserId: string;
  /** Empty for all that its user may. */
  scopes: string[];
  /** Empty for anywhere. */
  ipAllowList: string[];
  etag: string;
  inactivityDeactivateTime: Date | undefined;
  purgeTime: Date | undefined;
};

/** The values an administrator may choose; an expireTime of null means never, an empty boundUserId anybody. */
export type ApiTokenChanges = Partial<{
  description: string;
  expireTime: Date | null;
  boundUserId: string;
  scopes: string[];
  ipAllowList: string[];
}>;

/** What a token is made of; requestId is a UUID, a new one when left out. */
export type NewApiToken = ApiTokenChanges & { requestId?: string };

/** A new token and its secret, shown this once; undefined when the request id was seen before. */
export type CreatedApiToken = { apiToken: ApiToken; secret: string | undefined };

/** A page of tokens; totalSize counts all whatever the filter, maxSize is how many the account may hold. */
export type ApiTokenPage = {
  apiTokens: ApiToken[];
  nextPageToken: string | undefined;
  totalSize: number;
  maxSize: number;
};

/** With an etag the call fails with ETAG_MISMATCH when the token has changed since; validateOnly changes nothing. */
export type Precondition = { etag?: string; validateOnly?: boolean };

/** API token calls. */
export type ApiTokenCalls = ReturnType<typeof apiTokenCalls>;

const MASK_PATHS = {
  description: "description",
  expireTime: "expire_time",
  boundUserId: "bound_user_id",
  scopes: "scopes",
  ipAllowList: "ip_allow_list",
} as const satisfies Record<keyof ApiTokenChanges, string>;

const methods = contract.latchkey.v1.ApiTokenService.service;

/** Makes the calls of ApiTokenService; all fail with API_TOKEN_ACCESS_OFF while the switch is off. */
export function apiTokenCalls(wire: Wire) {
  return {
    /** Makes a token and returns its secret, this once. */
    async create({ requestId, ...rest }: NewApiToken = {}, options?: CallOptions): Promise<CreatedApiToken> {
      const request = { apiToken: encodeChanges(rest), requestId: requestId ?? randomUUID() };
      const answer = await callUnary(wire, methods.CreateApiToken, request, options);
      return { apiToken: decodeApiToken(answer.apiToken), secret: answer.secret || undefined };
    },
    /** Reads one token. */
    async get(id: string, options?: CallOptions): Promise<ApiToken> {
      const answer = await callUnary(wire, methods.GetApiToken, { id }, options);
      return decodeApiToken(answer.apiToken);
    },
    /** Reads a page of tokens. */
    async list(page: PageRequest = {}, options?: CallOptions): Promise<ApiTokenPage> {
      const answer = await callUnary(wire, methods.ListApiTokens, page, options);
      return {
        apiTokens: answer.apiTokens.map(decodeApiToken),
        nextPageToken: answer.nextPageToken || undefined,
        totalSize: answer.totalSize,
        maxSize: answer.maxSize,
      };
    },
    /** Changes the given values. With an etag, fails with ETAG_MISMATCH when the token has changed since. */
    async update(
      id: string,
      changes: ApiTokenChanges,
      etag?: string,
      options?: CallOptions,
    ): Promise<ApiToken> {
      const paths = Object.keys(changes).map((name) => MASK_PATHS[name as keyof ApiTokenChanges]);
      const request = {
        apiToken: { ...encodeChanges(changes), id, etag: etag ?? "" },
        updateMask: { paths },
      };
      const answer = await callUnary(wire, methods.UpdateApiToken, request, options);
      return decodeApiToken(answer.apiToken);
    },
    /** Stops a token until it is reactivated. */
    async deactivate(id: string, condition: Precondition = {}, options?: CallOptions): Promise<ApiToken> {
      const request = { id, etag: condition.etag ?? "", validateOnly: condition.validateOnly ?? false };
      const answer = await callUnary(wire, methods.DeactivateApiToken, request, options);
      return decodeApiToken(answer.apiToken);
    },
    /** Lets a deactivated token work again. */
    async reactivate(id: string, etag?: string, options?: CallOptions): Promise<ApiToken> {
      const request = { id, etag: etag ?? "" };
      const answer = await callUnary(wire, methods.ReactivateApiToken, request, options);
      return decodeApiToken(answer.apiToken);
    },
    /** Deletes a token for good, and returns it as it was. */
    async delete(id: string, condition: Precondition = {}, options?: CallOptions): Promise<ApiToken> {
      const request = { id, etag: condition.etag ?? "", validateOnly: condition.validateOnly ?? false };
      const answer = await callUnary(wire, methods.DeleteApiToken, request, options);
      return decodeApiToken(answer.apiToken);
    },
    /** Deletes 1 to 500 tokens for good, all or none, and returns them as they were. */
    async deleteBatch(
      ids: string[],
      { validateOnly = false }: { validateOnly?: boolean } = {},
      options?: CallOptions,
    ): Promise<ApiToken[]> {
      const request = { ids, validateOnly };
      const answer = await callUnary(wire, methods.BatchDeleteApiTokens, request, options);
      return answer.apiTokens.map(decodeApiToken);
    },
  };
}

function encodeChanges({ expireTime, ...rest }: ApiTokenChanges): WireApiToken {
  if (expireTime === undefined) return rest;
  return { ...rest, expireTime: expireTime === null ? null : encodeTime(expireTime) };
}

function decodeApiToken(token: ApiToken__Output | null): ApiToken {
  if (token === null) throw new TypeError("the server answered without a token");
  const { lastUse } = token;
  return {
    ...token,
    state: decodeEnum(API_TOKEN_STATES, token.state) ?? "UNKNOWN",
    deactivationCause: decodeEnum(DEACTIVATION_CAUSES, token.deactivationCause),
    deactivateTime: decodeTime(token.deactivateTime),
    createTime: decodeSetTime(token.createTime),
    updateTime: decodeSetTime(token.updateTime),
    lastUse: lastUse === null ? undefined : { ...lastUse, time: decodeSetTime(lastUse.time) },
    expireTime: decodeTime(token.expireTime),
    inactivityDeactivateTime: decodeTime(token.inactivityDeactivateTime),
    purgeTime: decodeTime(token.purgeTime),
  };
}
