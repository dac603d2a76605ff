import type { Client } from "../client/connect.js";
import type { ApiTokenValues, CallEffect } from "./effect.js";
import { callOAuth } from "./effect-oauth.js";
import { readOverview } from "./effect-overview.js";
import { readItem, readPage } from "./effect-pages.js";
import { callPolicies, isPolicyEffect } from "./effect-policies.js";
import type { Event } from "./event.js";
import { findUserId } from "./find-user-id.js";
import type { PolicyEffect } from "./policy-effect.js";

/** Makes one call, and says as an event what it answered. */
export async function call(
  client: Client,
  effect: CallEffect,
  keepToken: (token: string | undefined) => void,
): Promise<Event> {
  if (isPolicyEffect(effect)) return callPolicies(client, effect);
  switch (effect.type) {
    case "read-setup-state":
      return {
        type: "setup-state-read",
        setupRequired: await client.accounts.isSetupRequired({ deadlineSeconds: 3 }),
      };
    case "create-account": {
      const { sessionToken } = await client.accounts.create(effect.account);
      keepToken(sessionToken);
      return { type: "account-created", owner: await client.sessions.get() };
    }
    case "sign-in": {
      const { accountId, email, password, readOnly } = effect;
      const scopes = readOnly ? ["read"] : [];
      keepToken((await client.sessions.signIn({ accountId, email, password, scopes })).sessionToken);
      return { type: "signed-in", owner: await client.sessions.get() };
    }
    case "sign-out":
      await client.sessions.signOut().finally(() => keepToken(undefined));
      return { type: "signed-out" };
    case "read-settings":
      return { type: "settings-read", settings: await client.settings.get() };
    case "update-settings":
      return {
        type: "settings-updated",
        settings: await client.settings.update(effect.changes, effect.etag || undefined),
      };
    case "read-overview":
      return readOverview(client);
    case "read-page":
      return readPage(client, effect);
    case "read-item":
      return readItem(client, effect);
    default:
      return change(client, effect);
  }
}

type ChangeEffect = Exclude<
  CallEffect,
  PolicyEffect | { type: `read-${string}` | "create-account" | "sign-in" | "sign-out" | "update-settings" }
>;

async function change(client: Client, effect: ChangeEffect): Promise<Event> {
  const { apiTokens, users } = client;
  const condition = "etag" in effect && effect.etag !== "" ? { etag: effect.etag } : {};
  const etag = condition.etag;
  switch (effect.type) {
    case "weigh-api-token-deletion":
      return {
        type: "api-token-deletion-weighed",
        apiToken: await apiTokens.delete(effect.id, { validateOnly: true }),
      };
    case "weigh-user-deletion":
      return {
        type: "user-deletion-weighed",
        id: effect.id,
        deletion: await users.delete(effect.id, { validateOnly: true }),
      };
    case "create-api-token":
      return { type: "api-token-created", ...(await apiTokens.create(await bind(client, effect.values))) };
    case "update-api-token": {
      const values = await bind(client, effect.values);
      return {
        type: "api-token-changed",
        by: effect.type,
        apiToken: await apiTokens.update(effect.id, values, etag),
      };
    }
    case "deactivate-api-token":
      return {
        type: "api-token-changed",
        by: effect.type,
        apiToken: await apiTokens.deactivate(effect.id, condition),
      };
    case "reactivate-api-token":
      return {
        type: "api-token-changed",
        by: effect.type,
        apiToken: await apiTokens.reactivate(effect.id, etag),
      };
    case "delete-api-token":
      return { type: "api-token-deleted", apiToken: await apiTokens.delete(effect.id, condition) };
    case "create-user":
      return { type: "user-created", user: await users.create(effect.user) };
    case "update-user":
      return {
        type: "user-changed",
        by: effect.type,
        ...(await users.update(effect.id, effect.changes, etag)),
      };
    case "set-password": {
      const { newPassword, currentPassword } = effect;
      const password = effect.own ? { newPassword, currentPassword } : { newPassword, userId: effect.userId };
      return { type: "user-changed", by: effect.type, ...(await users.setPassword(password)) };
    }
    case "delete-user":
      return { type: "user-deleted", id: effect.id, deletion: await users.delete(effect.id, condition) };
    default:
      return callOAuth(client, effect);
  }
}

/** Finds the id of the user a token is to be bound to. */
async function bind(client: Client, { boundUser, ...values }: ApiTokenValues) {
  if (boundUser === undefined) return values;
  return { ...values, boundUserId: await findUserId(client, boundUser, "bound_user_id") };
}
