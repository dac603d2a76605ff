import { randomUUID } from "node:crypto";
import type {
  OAuthClient__Output,
  OAuthClient as WireOAuthClient,
} from "../../proto/gen/latchkey/v1/OAuthClient.js";
import type { OAuthClientImpact__Output } from "../../proto/gen/latchkey/v1/OAuthClientImpact.js";
import type { OAuthClientSecret__Output } from "../../proto/gen/latchkey/v1/OAuthClientSecret.js";
import { contract } from "../../proto/load.js";
import {
  CLIENT_KINDS,
  type ClientKind,
  decodeEnum,
  encodeEnum,
  GRANT_TYPES,
  type GrantType,
} from "./enums.js";
import { decodeSetTime, decodeTime, encodeDuration } from "./times.js";
import { type CallOptions, callUnary, type PageRequest, type Wire } from "./wire.js";

/** An address from which a secret was used; empty when unknown. */
export type OAuthClientSecretSource = { sourceIp: string; lastUseTime: Date; useCount: number };

/** What is known of a client's secret ever after. */
export type OAuthClientSecret = {
  hint: string;
  createTime: Date;
  /** When it ends, for one that was rotated out. */
  expireTime: Date | undefined;
  lastUseTime: Date | undefined;
  lastUseSourceIp: string;
  useCount: number;
  /** The latest first, up to 10. */
  sources: OAuthClientSecretSource[];
};

/** An OAuth client without its secrets; see oauth_client.proto. */
export type OAuthClient = {
  id: string;
  /** The `client_id` of OAuth. */
  identifier: string;
  name: string;
  description: string;
  company: string;
  logoUrl: string;
  kind: ClientKind;
  redirectUris: string[];
  /** Empty for every scope of the account. */
  allowedScopes: string[];
  allowedGrantTypes: GrantType[];
  enabled: boolean;
  /** Whether every account of the server may use it. */
  global: boolean;
  /** The current one first; none for a public client. */
  secrets: OAuthClientSecret[];
  creatorUserId: string;
  creatorEmail: string;
  createTime: Date;
  updateTime: Date;
  lastUseTime: Date | undefined;
  etag: string;
};

/** The values an administrator may change. */
export type OAuthClientChanges = Partial<{
  name: string;
  description: string;
  company: string;
  logoUrl: string;
  redirectUris: string[];
  allowedScopes: string[];
  allowedGrantTypes: GrantType[];
}>;

/** What a client is made of: an identifier is made from the name, and a requestId anew, when left out. */
export type NewOAuthClient = OAuthClientChanges & {
  name: string;
  kind: ClientKind;
  identifier?: string;
  requestId?: string;
};

/** A new client and its secret, shown this once; undefined for a public one, and when the request id was seen before. */
export type CreatedOAuthClient = { oauthClient: OAuthClient; secret: string | undefined };

/** A client with its new secret, shown this once. */
export type RotatedOAuthClient = { oauthClient: OAuthClient; secret: string };

/** Who and what stops with a client. */
export type OAuthClientImpact = {
  accessTokens: number;
  /** Grants that could be refreshed. */
  grants: number;
  users: number;
  /** Of the access tokens, how many were used within the last hour. */
  recentlyUsedAccessTokens: number;
  recentUsers: number;
};

/** A client after a change (as it was, when deleted), and what stopped with it. */
export type StoppedOAuthClient = { oauthClient: OAuthClient; impact: OAuthClientImpact };

/** A page of clients; totalSize counts all whatever the filter, maxSize is how many the account may hold. */
export type OAuthClientPage = {
  oauthClients: OAuthClient[];
  nextPageToken: string | undefined;
  totalSize: number;
  maxSize: number;
};

/** With an etag the call fails with ETAG_MISMATCH when the client has changed since; validateOnly changes nothing. */
type Precondition = { etag?: string; validateOnly?: boolean };

/** OAuth client calls. */
export type OAuthClientCalls = ReturnType<typeof oauthClientCalls>;

const MASK_PATHS = {
  name: "name",
  description: "description",
  company: "company",
  logoUrl: "logo_url",
  redirectUris: "redirect_uris",
  allowedScopes: "allowed_scopes",
  allowedGrantTypes: "allowed_grant_types",
} as const satisfies Record<keyof OAuthClientChanges, string>;

const methods = contract.latchkey.v1.OAuthClientService.service;

/** Makes the calls of OAuthClientService. */
export function oauthClientCalls(wire: Wire) {
  return {
    /** Makes a client and, unless it is public, returns its secret, this once. */
    async create(
      { requestId, kind, identifier, ...rest }: NewOAuthClient,
      options?: CallOptions,
    ): Promise<CreatedOAuthClient> {
      const oauthClient = {
        ...encodeChanges(rest),
        kind: encodeEnum(CLIENT_KINDS, kind),
        identifier: identifier ?? "",
      };
      const request = { oauthClient, requestId: requestId ?? randomUUID() };
      const answer = await callUnary(wire, methods.CreateOAuthClient, request, options);
      return { oauthClient: decodeOAuthClient(answer.oauthClient), secret: answer.secret || undefined };
    },
    /** Reads one client, by its id or its identifier. */
    async get(id: string, options?: CallOptions): Promise<OAuthClient> {
      const answer = await callUnary(wire, methods.GetOAuthClient, { id }, options);
      return decodeOAuthClient(answer.oauthClient);
    },
    /** Reads a page of clients. */
    async list(page: PageRequest = {}, options?: CallOptions): Promise<OAuthClientPage> {
      const answer = await callUnary(wire, methods.ListOAuthClients, page, options);
      return {
        oauthClients: answer.oauthClients.map(decodeOAuthClient),
        nextPageToken: answer.nextPageToken || undefined,
        totalSize: answer.totalSize,
        maxSize: answer.maxSize,
      };
    },
    /** Changes the given values. With an etag, fails with ETAG_MISMATCH when the client has changed since. */
    async update(
      id: string,
      changes: OAuthClientChanges,
      etag?: string,
      options?: CallOptions,
    ): Promise<OAuthClient> {
      const paths = Object.keys(changes).map((name) => MASK_PATHS[name as keyof OAuthClientChanges]);
      const request = {
        oauthClient: { ...encodeChanges(changes), id, etag: etag ?? "" },
        updateMask: { paths },
      };
      const answer = await callUnary(wire, methods.UpdateOAuthClient, request, options);
      return decodeOAuthClient(answer.oauthClient);
    },
    /** Gives a client a new secret, this once; the old one goes on working for so many seconds, 0 unless told. */
    async rotateSecret(
      id: string,
      { etag, overlapSeconds = 0 }: { etag?: string; overlapSeconds?: number } = {},
      options?: CallOptions,
    ): Promise<RotatedOAuthClient> {
      const request = { id, etag: etag ?? "", overlap: encodeDuration(overlapSeconds) };
      const answer = await callUnary(wire, methods.RotateOAuthClientSecret, request, options);
      return { oauthClient: decodeOAuthClient(answer.oauthClient), secret: answer.secret };
    },
    /** Ends the old secret of a client before its overlap is over. */
    async retireSecret(
      id: string,
      condition: Precondition = {},
      options?: CallOptions,
    ): Promise<OAuthClient> {
      const request = encodeCondition(id, condition);
      const answer = await callUnary(wire, methods.RetireOAuthClientSecret, request, options);
      return decodeOAuthClient(answer.oauthClient);
    },
    /** Lets a disabled client work again. */
    async enable(id: string, etag?: string, options?: CallOptions): Promise<OAuthClient> {
      const answer = await callUnary(wire, methods.EnableOAuthClient, { id, etag: etag ?? "" }, options);
      return decodeOAuthClient(answer.oauthClient);
    },
    /** Stops a client and its tokens until it is enabled again. */
    async disable(
      id: string,
      condition: Precondition = {},
      options?: CallOptions,
    ): Promise<StoppedOAuthClient> {
      const request = encodeCondition(id, condition);
      const answer = await callUnary(wire, methods.DisableOAuthClient, request, options);
      return decodeStopped(answer);
    },
    /** Deletes a client and its tokens for good. */
    async delete(
      id: string,
      condition: Precondition = {},
      options?: CallOptions,
    ): Promise<StoppedOAuthClient> {
      const request = encodeCondition(id, condition);
      const answer = await callUnary(wire, methods.DeleteOAuthClient, request, options);
      return decodeStopped(answer);
    },
    /** Decides whether every account of the server may use a client; for the operator. */
    async setGlobal(
      accountId: string,
      id: string,
      global: boolean,
      options?: CallOptions,
    ): Promise<OAuthClient> {
      const request = { accountId, id, global };
      const answer = await callUnary(wire, methods.SetOAuthClientGlobal, request, options);
      return decodeOAuthClient(answer.oauthClient);
    },
  };
}

function encodeCondition(id: string, { etag, validateOnly }: Precondition) {
  return { id, etag: etag ?? "", validateOnly: validateOnly ?? false };
}

function encodeChanges({ allowedGrantTypes, ...rest }: OAuthClientChanges): WireOAuthClient {
  if (allowedGrantTypes === undefined) return rest;
  return { ...rest, allowedGrantTypes: allowedGrantTypes.map((type) => encodeEnum(GRANT_TYPES, type)) };
}

function decodeStopped(answer: {
  oauthClient: OAuthClient__Output | null;
  impact: OAuthClientImpact__Output | null;
}): StoppedOAuthClient {
  if (answer.impact === null) throw new TypeError("the server answered without an impact");
  return { oauthClient: decodeOAuthClient(answer.oauthClient), impact: { ...answer.impact } };
}

function decodeOAuthClient(client: OAuthClient__Output | null): OAuthClient {
  if (client === null) throw new TypeError("the server answered without a client");
  return {
    ...client,
    kind: decodeEnum(CLIENT_KINDS, client.kind) ?? "PUBLIC",
    allowedGrantTypes: client.allowedGrantTypes
      .map((type) => decodeEnum(GRANT_TYPES, type))
      .filter((type) => type !== undefined),
    secrets: client.secrets.map(decodeSecret),
    createTime: decodeSetTime(client.createTime),
    updateTime: decodeSetTime(client.updateTime),
    lastUseTime: decodeTime(client.lastUseTime),
  };
}

function decodeSecret(secret: OAuthClientSecret__Output): OAuthClientSecret {
  return {
    ...secret,
    createTime: decodeSetTime(secret.createTime),
    expireTime: decodeTime(secret.expireTime),
    lastUseTime: decodeTime(secret.lastUseTime),
    sources: secret.sources.map((source) => ({ ...source, lastUseTime: decodeSetTime(source.lastUseTime) })),
  };
}
