import { authorizeBySession } from "../client/authorization.js";
import type { Client, ConnectOptions } from "../client/connect.js";
import { CallFailure, decodeFailure } from "../client/failure.js";
import type { ApiTokenValues, CallEffect, Effect, TimerName } from "./effect.js";
import type { Event } from "./event.js";

/** The world outside, as far as effects reach into it. */
export type Outside = {
  /** Connects to the server; the credential is asked for before every call. */
  connect: (authorization: NonNullable<ConnectOptions["authorization"]>) => Client;
  /** Hands text to the clipboard, and tells which way it went. */
  copy: (text: string) => "terminal" | "tmux";
  /** Keeps who signed in for the next start. */
  remember: (accountId: string, email: string) => void;
  repaint: () => void;
  suspend: () => void;
  quit: (exitCode: number) => void;
};

/** Does effects until it is stopped. */
export type EffectRunner = {
  run: (effect: Effect, dispatch: (event: Event) => void) => void;
  /** Ends the watch, the timers and the connection. */
  stop: () => void;
};

/** The server sends a sign of life every 10 seconds; after so long without one the connection counts as lost. */
const SILENCE_MILLISECONDS = 25_000;

const PAGE_SIZE = 200;
const AUDIT_PAGE_SIZE = 100;

/** Makes the runner. The session token lives here and nowhere in the model. */
export function makeEffectRunner(outside: Outside): EffectRunner {
  let sessionToken: string | undefined;
  const client = outside.connect(() =>
    sessionToken === undefined ? undefined : authorizeBySession(sessionToken),
  );
  const timers = new Map<TimerName, NodeJS.Timeout>();
  let watching: AbortController | undefined;
  let stopped = false;

  const keepToken = (token: string | undefined): void => {
    sessionToken = token;
  };
  const run: EffectRunner["run"] = (effect, dispatch) => {
    if (stopped) return;
    switch (effect.type) {
      case "watch":
        watching?.abort();
        watching = new AbortController();
        void watch(client, effect.afterId, watching, dispatch);
        return;
      case "stop-watching":
        watching?.abort();
        return;
      case "start-timer":
        clearTimeout(timers.get(effect.name));
        timers.set(
          effect.name,
          setTimeout(() => dispatch({ type: "timer", name: effect.name }), effect.delayMilliseconds),
        );
        return;
      case "copy":
        return dispatch({ type: "copied", what: effect.what, way: outside.copy(effect.text) });
      case "remember":
        return outside.remember(effect.accountId, effect.email);
      case "repaint":
        return outside.repaint();
      case "suspend":
        return outside.suspend();
      case "quit":
        return outside.quit(effect.exitCode);
      default:
        void call(client, effect, keepToken).then(
          (event) => stopped || dispatch(event),
          (cause: unknown) =>
            stopped || dispatch({ type: "call-failed", effect, failure: decodeFailure(cause) }),
        );
    }
  };
  const stop = (): void => {
    stopped = true;
    watching?.abort();
    for (const timer of timers.values()) clearTimeout(timer);
    client.close();
  };
  return { run, stop };
}

/** Makes one call, and says as an event what it answered. */
async function call(
  client: Client,
  effect: CallEffect,
  keepToken: (token: string | undefined) => void,
): Promise<Event> {
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
    case "read-api-tokens":
      return {
        type: "api-tokens-read",
        reading: effect.reading,
        page: await client.apiTokens.list(page(effect)),
      };
    case "read-users":
      return { type: "users-read", reading: effect.reading, page: await client.users.list(page(effect)) };
    case "read-audit-events":
      return {
        type: "audit-events-read",
        reading: effect.reading,
        first: effect.pageToken === undefined,
        page: await client.auditEvents.list({ ...page(effect), pageSize: AUDIT_PAGE_SIZE }),
      };
    default:
      return change(client, effect);
  }
}

type ChangeEffect = Exclude<
  CallEffect,
  { type: `read-${string}` | "create-account" | "sign-in" | "sign-out" | "update-settings" }
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
  }
}

/** Finds the id of the user a token is to be bound to. */
async function bind(client: Client, { boundUser, ...values }: ApiTokenValues) {
  if (boundUser === undefined) return values;
  if (boundUser === "" || boundUser.startsWith("usr_")) return { ...values, boundUserId: boundUser };
  const { users } = await client.users.list({ filter: `email = ${JSON.stringify(boundUser)}` });
  const [user] = users;
  if (user !== undefined) return { ...values, boundUserId: user.id };
  const description = `no user ${boundUser}`;
  throw new CallFailure({
    code: "INVALID_ARGUMENT",
    reason: "FIELD_INVALID",
    message: description,
    fieldViolations: [{ field: "bound_user_id", description }],
  });
}

function page({ pageToken }: { pageToken: string | undefined }) {
  return pageToken === undefined ? { pageSize: PAGE_SIZE } : { pageSize: PAGE_SIZE, pageToken };
}

/** Follows the audit log until it breaks, falls silent or is let go. */
async function watch(
  client: Client,
  afterId: string,
  controller: AbortController,
  dispatch: (event: Event) => void,
): Promise<void> {
  const inner = new AbortController();
  let broken: CallFailure | undefined;
  const giveUp = () => {
    broken = new CallFailure({ code: "UNAVAILABLE", message: "no sign of life" });
    inner.abort();
  };
  let alarm = setTimeout(giveUp, SILENCE_MILLISECONDS);
  const release = () => inner.abort();
  controller.signal.addEventListener("abort", release, { once: true });
  let opened = false;
  try {
    const request = afterId === "" ? {} : { afterId };
    for await (const { auditEvent } of client.auditEvents.watch(request, { signal: inner.signal })) {
      clearTimeout(alarm);
      alarm = setTimeout(giveUp, SILENCE_MILLISECONDS);
      if (!opened) dispatch({ type: "watch-opened" });
      opened = true;
      if (auditEvent !== undefined) dispatch({ type: "audit-event-seen", auditEvent });
    }
    broken ??= new CallFailure({ code: "UNAVAILABLE", message: "the server ended the watch" });
  } catch (cause) {
    broken = decodeFailure(cause);
  } finally {
    clearTimeout(alarm);
    controller.signal.removeEventListener("abort", release);
  }
  if (!controller.signal.aborted) dispatch({ type: "watch-broken", failure: broken });
}
