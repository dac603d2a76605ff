import { randomUUID } from "node:crypto";
import type { Metadata } from "@grpc/grpc-js";
import type { AccessToken } from "../../proto/gen/latchkey/v1/AccessToken.js";
import type { AccessTokenServiceHandlers } from "../../proto/gen/latchkey/v1/AccessTokenService.js";
import type { ConsentClient } from "../../proto/gen/latchkey/v1/ConsentClient.js";
import type { OAuthClient } from "../../proto/gen/latchkey/v1/OAuthClient.js";
import type { OAuthClientSecret } from "../../proto/gen/latchkey/v1/OAuthClientSecret.js";
import type { OAuthClientServiceHandlers } from "../../proto/gen/latchkey/v1/OAuthClientService.js";
import type { OAuthServiceHandlers } from "../../proto/gen/latchkey/v1/OAuthService.js";
import type { User } from "../../proto/gen/latchkey/v1/User.js";
import {
  actorOf,
  changeFields,
  type FakeState,
  found,
  makeId,
  type Note,
  paged,
  Refused,
  signedIn,
  stamp,
  type Unary,
} from "./fake-server.js";

type Call = { metadata: Metadata };

/** A device that waits behind its code for a person. */
export type FakeDevice = { client: ConsentClient; scopes: string[] };

const makeSecret = (prefix: string): string => `${prefix}_${randomUUID().replaceAll("-", "")}ABCD`;
const hintOf = (secret: string): string => `${secret.slice(0, 10)}…`;

/** Adds an OAuth client to the fake server, confidential and enabled unless told otherwise. */
export function addOAuthClient(state: FakeState, changes: Partial<OAuthClient> = {}): OAuthClient {
  const id = makeId("ocl");
  const client: OAuthClient = {
    id,
    identifier: id,
    name: "Client",
    kind: "CLIENT_KIND_CONFIDENTIAL",
    allowedGrantTypes: ["GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN"],
    enabled: true,
    secrets: [{ hint: "lkc_AAAAAA…", createTime: stamp() }],
    creatorEmail: "ada@example.com",
    createTime: stamp(),
    updateTime: stamp(),
    etag: "1",
    ...changes,
  };
  state.oauthClients.set(client.id ?? "", client);
  return client;
}

/** Adds an access token of a client to the fake server, active and for its first user unless told otherwise. */
export function addAccessToken(
  state: FakeState,
  client: OAuthClient,
  changes: Partial<AccessToken> = {},
): AccessToken {
  const [user] = state.users.values();
  const token: AccessToken = {
    id: makeId("atk"),
    secretHint: "lko_AAAAAA…",
    state: "ACCESS_TOKEN_STATE_ACTIVE",
    origin: "ACCESS_TOKEN_ORIGIN_AUTHORIZATION_CODE",
    clientId: client.id ?? "",
    clientIdentifier: client.identifier ?? "",
    clientName: client.name ?? "",
    userId: user?.id ?? "",
    userEmail: user?.email ?? "",
    grantId: makeId("ogr"),
    scopes: ["read"],
    createTime: stamp(),
    expireTime: stamp(Date.now() + 1_800_000),
    ...changes,
  };
  state.accessTokens.set(token.id ?? "", token);
  return token;
}

function tokensOf(state: FakeState, owner: { clientId?: string; userId?: string }): AccessToken[] {
  const { clientId = "", userId = "" } = owner;
  return [...state.accessTokens.values()].filter(
    (token) =>
      (clientId === "" || token.clientId === clientId || token.clientIdentifier === clientId) &&
      (userId === "" || token.userId === userId),
  );
}

/** OAuthClientService, just true enough. */
export function oauthClientHandlers(
  state: FakeState,
  unary: Unary,
  record: Note,
): OAuthClientServiceHandlers {
  const note = (action: string, client: OAuthClient, by: User) =>
    record({
      action: `oauth_client.${action}`,
      resourceType: "oauth_client",
      resourceId: client.id ?? "",
      resourceLabel: client.name ?? "",
      actor: actorOf(by),
    });
  const impactOf = ({ id = "" }: OAuthClient) => {
    const tokens = tokensOf(state, { clientId: id });
    const users = new Set(tokens.map(({ userId }) => userId)).size;
    return { accessTokens: tokens.length, grants: tokens.length, users };
  };
  const change = (
    { id, etag }: { id: string; etag: string },
    call: Call,
    action: string,
    changes: (client: OAuthClient) => Partial<OAuthClient>,
  ): OAuthClient => {
    const by = signedIn(state, call);
    const client = changeFields(found(state.oauthClients, id), { etag }, []);
    const changed = { ...client, ...changes(client) };
    state.oauthClients.set(id, changed);
    note(action, changed, by);
    return changed;
  };
  return {
    CreateOAuthClient: unary("CreateOAuthClient", (request, call) => {
      const by = signedIn(state, call);
      const asked = request.oauthClient;
      if (asked === null) throw new Refused({ code: "INVALID_ARGUMENT", reason: "FIELD_INVALID" });
      const taken = [...state.oauthClients.values()].some(
        ({ identifier }) => identifier === asked.identifier,
      );
      if (taken) throw new Refused({ code: "ALREADY_EXISTS", reason: "RESOURCE_EXISTS" });
      const secret = asked.kind === "CLIENT_KIND_PUBLIC" ? "" : makeSecret("lkc");
      const secrets = secret === "" ? [] : [{ hint: hintOf(secret), createTime: stamp() }];
      const { id: _, etag: __, createTime: ___, updateTime: ____, ...rest } = asked;
      const oauthClient = addOAuthClient(state, { ...rest, enabled: true, secrets });
      note("create", oauthClient, by);
      return { oauthClient, secret };
    }),
    GetOAuthClient: unary("GetOAuthClient", ({ id }) => ({ oauthClient: found(state.oauthClients, id) })),
    ListOAuthClients: unary("ListOAuthClients", (request, call) => {
      signedIn(state, call);
      const { page, nextPageToken } = paged([...state.oauthClients.values()], request);
      return { oauthClients: page, nextPageToken, totalSize: state.oauthClients.size, maxSize: 2000 };
    }),
    UpdateOAuthClient: unary("UpdateOAuthClient", (request, call) => {
      const by = signedIn(state, call);
      const asked = request.oauthClient as unknown as Record<string, unknown>;
      const client = found(state.oauthClients, String(asked["id"]));
      const oauthClient = changeFields(client, asked, request.updateMask?.paths ?? []);
      state.oauthClients.set(oauthClient.id ?? "", oauthClient);
      note("update", oauthClient, by);
      return { oauthClient };
    }),
    RotateOAuthClientSecret: unary("RotateOAuthClientSecret", (request, call) => {
      const secret = makeSecret("lkc");
      const end = Date.now() + Number(request.overlap?.seconds ?? 0) * 1000;
      const fresh: OAuthClientSecret = { hint: hintOf(secret), createTime: stamp() };
      const oauthClient = change(request, call, "rotate_secret", ({ secrets = [] }) => ({
        secrets: [fresh, ...secrets.slice(0, 1).map((old) => ({ ...old, expireTime: stamp(end) }))],
      }));
      return { oauthClient, secret };
    }),
    RetireOAuthClientSecret: unary("RetireOAuthClientSecret", (request, call) => {
      if (request.validateOnly) return { oauthClient: found(state.oauthClients, request.id) };
      const retire = ({ secrets = [] }: OAuthClient) => ({ secrets: secrets.slice(0, 1) });
      return { oauthClient: change(request, call, "retire_secret", retire) };
    }),
    EnableOAuthClient: unary("EnableOAuthClient", (request, call) => ({
      oauthClient: change(request, call, "enable", () => ({ enabled: true })),
    })),
    DisableOAuthClient: unary("DisableOAuthClient", (request, call) => {
      const impact = impactOf(found(state.oauthClients, request.id));
      if (request.validateOnly) return { oauthClient: found(state.oauthClients, request.id), impact };
      return { oauthClient: change(request, call, "disable", () => ({ enabled: false })), impact };
    }),
    DeleteOAuthClient: unary("DeleteOAuthClient", (request, call) => {
      const by = signedIn(state, call);
      const oauthClient = found(state.oauthClients, request.id);
      const impact = impactOf(oauthClient);
      if (request.validateOnly) return { oauthClient, impact };
      state.oauthClients.delete(request.id);
      for (const { id = "" } of tokensOf(state, { clientId: request.id })) state.accessTokens.delete(id);
      note("delete", oauthClient, by);
      return { oauthClient, impact };
    }),
    SetOAuthClientGlobal: unary("SetOAuthClientGlobal", () => {
      throw new Refused({ code: "PERMISSION_DENIED", reason: "ROLE_INSUFFICIENT" });
    }),
  };
}

/** AccessTokenService, just true enough. */
export function accessTokenHandlers(
  state: FakeState,
  unary: Unary,
  record: Note,
): AccessTokenServiceHandlers {
  const note = (action: string, token: AccessToken, by: User) =>
    record({
      action: `access_token.${action}`,
      resourceType: "access_token",
      resourceId: token.id ?? "",
      actor: actorOf(by),
    });
  const notWithOne = (): never => {
    throw new Refused({ code: "PERMISSION_DENIED", reason: "ROLE_INSUFFICIENT" });
  };
  return {
    CreateAccessToken: unary("CreateAccessToken", (request, call) => {
      const by = signedIn(state, call);
      const clients = [...state.oauthClients.values()];
      const client = clients.find(({ id, identifier }) => [id, identifier].includes(request.clientId));
      if (client === undefined) throw new Refused({ code: "NOT_FOUND", reason: "RESOURCE_NOT_FOUND" });
      const user = found(state.users, request.userId || (by.id ?? ""));
      const secret = makeSecret("lko");
      const accessToken = addAccessToken(state, client, {
        secretHint: hintOf(secret),
        origin: "ACCESS_TOKEN_ORIGIN_DIRECT",
        userId: user.id ?? "",
        userEmail: user.email ?? "",
        scopes: request.scopes,
      });
      state.values.set(secret, accessToken.id ?? "");
      note("create", accessToken, by);
      return { accessToken, secret, refreshToken: request.withRefreshToken ? makeSecret("lkr") : "" };
    }),
    GetAccessToken: unary("GetAccessToken", ({ id }) => ({ accessToken: found(state.accessTokens, id) })),
    ListAccessTokens: unary("ListAccessTokens", (request, call) => {
      signedIn(state, call);
      const { page, nextPageToken } = paged(tokensOf(state, request), request);
      return { accessTokens: page, nextPageToken, totalSize: state.accessTokens.size };
    }),
    FindToken: unary("FindToken", (request, call) => {
      signedIn(state, call);
      const id = state.values.get(request.value) ?? "";
      if (state.apiTokens.has(id)) return { apiTokenId: id, found: "apiTokenId" as const, active: true };
      return {
        accessToken: found(state.accessTokens, id),
        found: "accessToken" as const,
        active: state.settings.oauthAccess ?? false,
      };
    }),
    RevokeAccessToken: unary("RevokeAccessToken", (request, call) => {
      const by = signedIn(state, call);
      const accessToken = found(state.accessTokens, request.id);
      if (request.validateOnly) return { accessToken };
      state.accessTokens.delete(request.id);
      note("revoke", accessToken, by);
      return { accessToken };
    }),
    BatchRevokeAccessTokens: unary("BatchRevokeAccessTokens", (request, call) => {
      const by = signedIn(state, call);
      const tokens =
        request.ids.length > 0
          ? request.ids.map((id) => found(state.accessTokens, id))
          : tokensOf(state, request);
      if (!request.validateOnly) {
        for (const { id = "" } of tokens) state.accessTokens.delete(id);
        note("revoke_all", {}, by);
      }
      return { accessTokens: tokens.length, grants: tokens.length };
    }),
    GetCurrentAccessToken: unary("GetCurrentAccessToken", notWithOne),
    RevokeCurrentAccessToken: unary("RevokeCurrentAccessToken", notWithOne),
  };
}

/** What of OAuthService a person calls. */
export function deviceHandlers(
  state: FakeState,
  unary: Unary,
): Pick<OAuthServiceHandlers, "GetDeviceAuthorization" | "ApproveDevice"> {
  const waiting = (userCode: string) => found(state.devices, userCode.toUpperCase().replaceAll("-", ""));
  return {
    GetDeviceAuthorization: unary("GetDeviceAuthorization", ({ userCode }, call) => {
      signedIn(state, call);
      return { ...waiting(userCode), expireTime: stamp(Date.now() + 600_000) };
    }),
    ApproveDevice: unary("ApproveDevice", ({ userCode, approved }, call) => {
      signedIn(state, call);
      const { client } = waiting(userCode);
      state.devices.delete(userCode.toUpperCase().replaceAll("-", ""));
      state.answers.push({ userCode, approved });
      return { client };
    }),
  };
}
