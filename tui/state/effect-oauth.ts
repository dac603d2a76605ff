import type { Client } from "../client/connect.js";
import { decodeFailure } from "../client/failure.js";
import type { Event } from "./event.js";
import { findUserId } from "./find-user-id.js";
import type { AccessTokenValues, OAuthEffect, TokenOwner } from "./oauth-effect.js";

/** Makes one call about OAuth, and says as an event what it answered. */
export async function callOAuth(client: Client, effect: OAuthEffect): Promise<Event> {
  const { oauthClients, accessTokens, oauth } = client;
  const condition = "etag" in effect && effect.etag !== "" ? { etag: effect.etag } : {};
  const etag = condition.etag;
  switch (effect.type) {
    case "weigh-oauth-client-end": {
      const { impact } = await oauthClients[effect.by](effect.id, { validateOnly: true });
      return { type: "oauth-client-end-weighed", id: effect.id, by: effect.by, impact };
    }
    case "weigh-old-secret": {
      const oauthClient = await oauthClients.retireSecret(effect.id, { validateOnly: true });
      return { type: "old-secret-weighed", oauthClient };
    }
    case "weigh-access-tokens-end": {
      const ended = await accessTokens.revokeBatch(ownerOf(effect.owner), { validateOnly: true });
      return { type: "access-tokens-end-weighed", owner: effect.owner, ended };
    }
    case "create-oauth-client":
      return { type: "oauth-client-created", ...(await oauthClients.create(effect.values)) };
    case "update-oauth-client": {
      const oauthClient = await oauthClients.update(effect.id, effect.values, etag);
      return { type: "oauth-client-changed", by: effect.type, oauthClient };
    }
    case "rotate-client-secret": {
      const { overlapSeconds } = effect;
      const rotated = await oauthClients.rotateSecret(effect.id, { ...condition, overlapSeconds });
      return { type: "client-secret-rotated", ...rotated };
    }
    case "retire-client-secret": {
      const oauthClient = await oauthClients.retireSecret(effect.id, condition);
      return { type: "oauth-client-changed", by: effect.type, oauthClient };
    }
    case "enable-oauth-client": {
      const oauthClient = await oauthClients.enable(effect.id, etag);
      return { type: "oauth-client-changed", by: effect.type, oauthClient };
    }
    case "disable-oauth-client": {
      const { oauthClient } = await oauthClients.disable(effect.id, condition);
      return { type: "oauth-client-changed", by: effect.type, oauthClient };
    }
    case "delete-oauth-client":
      return { type: "oauth-client-deleted", ...(await oauthClients.delete(effect.id, condition)) };
    case "create-access-token":
      return { type: "access-token-created", ...(await createAccessToken(client, effect.values)) };
    case "revoke-access-token":
      return { type: "access-token-revoked", ...(await revoke(client, effect.id)) };
    case "revoke-access-tokens": {
      const { owner, label } = effect;
      const ended = await accessTokens.revokeBatch(ownerOf(owner));
      return { type: "access-tokens-revoked", owner, label, ended };
    }
    case "find-token":
      return { type: "token-found", found: await accessTokens.find(effect.value) };
    case "find-device": {
      const { userCode } = effect;
      return { type: "device-found", userCode, device: await oauth.getDeviceAuthorization(userCode) };
    }
    case "answer-device": {
      const { approved, userCode } = effect;
      return { type: "device-answered", approved, client: await oauth.approveDevice(userCode, approved) };
    }
  }
}

function ownerOf({ clientId, userId }: TokenOwner) {
  return { ...(clientId && { clientId }), ...(userId && { userId }) };
}

async function createAccessToken(client: Client, values: AccessTokenValues) {
  const { client: clientId, user, scopes, lifetimeSeconds, withRefreshToken } = values;
  const userId = user === "" ? "" : await findUserId(client, user, "user_id");
  return client.accessTokens.create({
    clientId,
    userId,
    scopes,
    withRefreshToken,
    ...(lifetimeSeconds !== undefined && { lifetimeSeconds }),
  });
}

async function revoke(client: Client, id: string) {
  try {
    return { id, accessToken: await client.accessTokens.revoke(id) };
  } catch (cause) {
    if (decodeFailure(cause).reason !== "RESOURCE_NOT_FOUND") throw cause;
    return { id, accessToken: undefined };
  }
}
