import type { AccessToken as WireAccessToken } from "../../proto/gen/latchkey/v1/AccessToken.js";
import type { AccessTokenServiceHandlers } from "../../proto/gen/latchkey/v1/AccessTokenService.js";
import type { FindTokenResponse as WireFindTokenResponse } from "../../proto/gen/latchkey/v1/FindTokenResponse.js";
import { showHint } from "../domain/credentials.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { AccessTokenView } from "../usecases/access-token-view.js";
import { batchRevokeAccessTokens } from "../usecases/batch-revoke-access-tokens.js";
import { createAccessToken } from "../usecases/create-access-token.js";
import { type FoundToken, findToken } from "../usecases/find-token.js";
import { getAccessToken } from "../usecases/get-access-token.js";
import { getCurrentAccessToken } from "../usecases/get-current-access-token.js";
import { listAccessTokens } from "../usecases/list-access-tokens.js";
import { revokeAccessToken } from "../usecases/revoke-access-token.js";
import { revokeCurrentAccessToken } from "../usecases/revoke-current-access-token.js";
import { decodeSeconds } from "./durations.js";
import { ACCESS_TOKEN_ORIGINS, ACCESS_TOKEN_STATES } from "./enums.js";
import { encodeInstant, encodeOptionalInstant } from "./instants.js";
import { decodePageRequest } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** AccessTokenService. */
export const accessTokenMethods: ServiceMethods<AccessTokenServiceHandlers> = {
  async CreateAccessToken(environment, context, request) {
    const { clientId, userId, scopes, withRefreshToken, requestId } = request;
    const checks = new FieldChecks();
    const lifetimeSeconds = decodeSeconds(checks, "lifetime", request.lifetime);
    checks.finish();
    const input = { clientId, userId, scopes, lifetimeSeconds, withRefreshToken, requestId };
    const { accessToken, ...secrets } = await createAccessToken(environment, context, input);
    return { accessToken: encodeAccessToken(accessToken), ...secrets };
  },
  async GetAccessToken(environment, context, { id }) {
    return { accessToken: encodeAccessToken(await getAccessToken(environment, context, { id })) };
  },
  async ListAccessTokens(environment, context, request) {
    const { clientId, userId } = request;
    const page = { ...decodePageRequest(request), clientId, userId };
    const { items, nextPageToken, totalSize } = await listAccessTokens(environment, context, page);
    return { accessTokens: items.map(encodeAccessToken), nextPageToken, totalSize };
  },
  async FindToken(environment, context, { value }) {
    return encodeFound(await findToken(environment, context, { value }));
  },
  async RevokeAccessToken(environment, context, { id, validateOnly }) {
    const before = await revokeAccessToken(environment, context, { id, validateOnly });
    return { accessToken: encodeAccessToken(before) };
  },
  async BatchRevokeAccessTokens(environment, context, { ids, clientId, userId, validateOnly }) {
    const input = { ids, clientId, userId, validateOnly };
    const { accessTokens, grants } = await batchRevokeAccessTokens(environment, context, input);
    return { accessTokens, grants };
  },
  async GetCurrentAccessToken(environment, context) {
    return { accessToken: encodeAccessToken(await getCurrentAccessToken(environment, context)) };
  },
  async RevokeCurrentAccessToken(environment, context) {
    return { accessToken: encodeAccessToken(await revokeCurrentAccessToken(environment, context)) };
  },
};

/** Writes a token, without its secret. */
function encodeAccessToken(view: AccessTokenView): Complete<WireAccessToken> {
  const { token, client, user, lastUse } = view;
  return {
    id: token.id,
    secretHint: showHint(token.secretHint),
    state: ACCESS_TOKEN_STATES[view.state],
    origin: ACCESS_TOKEN_ORIGINS[token.origin],
    clientId: client.id,
    clientIdentifier: client.identifier,
    clientName: client.name,
    userId: token.userId ?? "",
    userEmail: user?.email ?? "",
    grantId: token.grantId ?? "",
    scopes: [...view.scopes],
    createTime: encodeInstant(token.createTime),
    expireTime: encodeInstant(token.expireTime),
    lastUse:
      lastUse === undefined
        ? null
        : { time: encodeInstant(lastUse.time), sourceIp: lastUse.sourceIp, count: lastUse.count },
    refreshExpireTime: encodeOptionalInstant(view.refreshExpireTime),
  };
}

/** Exactly one of what a token can belong to: proto-loader would write several. */
function encodeFound(found: FoundToken): WireFindTokenResponse {
  const active = found.isActive;
  switch (found.kind) {
    case "ACCESS_TOKEN":
      return { active, accessToken: encodeAccessToken(found.accessToken) };
    case "OAUTH_GRANT":
      return { active, oauthGrantId: found.grantId };
    case "API_TOKEN":
      return { active, apiTokenId: found.apiTokenId };
    case "CLIENT_SECRET":
      return { active, oauthClientId: found.oauthClientId };
    case "SESSION":
      return { active, sessionUserId: found.userId };
  }
}
