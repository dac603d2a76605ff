import type { ApiToken } from "../../tui/client/api-tokens.js";
import type { AuditEvent } from "../../tui/client/audit-events.js";
import { CallFailure, type Reason, type StatusCode } from "../../tui/client/failure.js";
import type { SessionOwner } from "../../tui/client/sessions.js";
import type { Settings } from "../../tui/client/settings.js";
import type { User } from "../../tui/client/users.js";
import { KEYMAP } from "../../tui/keymap.js";
import type { CallEffect, Effect } from "../../tui/state/effect.js";
import type { Event } from "../../tui/state/event.js";
import type { Model, StartOptions, TabId } from "../../tui/state/model.js";
import { TABS } from "../../tui/state/tabs.js";
import { makeModel, update } from "../../tui/state/update.js";

/** The moment at which everything happens in tests of the terminal's state. */
export const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);

/** Somebody in front of the terminal without a terminal: presses keys, hears of effects, answers them. */
export class Person {
  model: Model;
  now = NOW;
  /** Every effect so far. */
  readonly effects: Effect[] = [];

  /** Sits down in front of a program that was just started. */
  constructor(options: Partial<StartOptions> = {}, size = { columns: 80, rows: 24 }) {
    const start: StartOptions = {
      address: "127.0.0.1:1",
      language: "en",
      setupCode: undefined,
      readOnly: false,
      keymap: KEYMAP,
      mouse: false,
      accountId: "",
      email: "",
      ...options,
    };
    this.model = makeModel(start, size, NOW);
  }

  /** Lets an event happen, and returns what it made the program do. */
  see(event: Event): readonly Effect[] {
    const [model, effects] = update({ ...this.model, now: this.now }, event);
    this.model = model;
    this.effects.push(...effects);
    return effects;
  }

  /** Presses keys by name, and returns what they made the program do. */
  press(...keys: string[]): Effect[] {
    return keys.flatMap((key) => this.see({ type: "key", key }));
  }

  /** Goes to a tab by its number, wherever it stands. */
  goTo(tab: TabId): Effect[] {
    return this.press(String(TABS.findIndex(({ id }) => id === tab) + 1));
  }

  /** Types a text, one character after the other. */
  type(text: string): Effect[] {
    return this.press(...text);
  }

  /** Lets a call fail. */
  fail(
    effect: CallEffect,
    code: StatusCode,
    reason?: Reason,
    facts: Partial<CallFailure> = {},
  ): readonly Effect[] {
    const { fieldViolations = [], retryDelaySeconds } = facts;
    const failure = new CallFailure({
      code,
      reason,
      message: "no",
      fieldViolations: [...fieldViolations],
      retryDelaySeconds,
    });
    return this.see({ type: "call-failed", effect, failure });
  }

  /** Signs in, with API-token access on and the given tokens read. */
  enter(apiTokens: readonly ApiToken[] = [], settings: Partial<Settings> = {}): this {
    this.see({ type: "setup-state-read", setupRequired: false });
    this.see({ type: "signed-in", owner: makeOwner() });
    this.see({ type: "watch-opened" });
    this.see({ type: "settings-read", settings: makeSettings(settings) });
    this.see({ type: "overview-read", usage: [], denials: [], users: 1 });
    const page = {
      items: [...apiTokens],
      nextPageToken: undefined,
      totalSize: apiTokens.length,
      maxSize: 256,
    };
    this.see({
      type: "page-read",
      list: "api-tokens",
      first: true,
      reading: this.model.apiTokens.reading,
      page,
    });
    this.goTo("api-tokens");
    return this;
  }
}

/** A signed-in administrator. */
export function makeOwner(changes: Partial<SessionOwner> = {}): SessionOwner {
  const time = new Date(NOW);
  return {
    session: { id: "ses_1", userId: "usr_1", scopes: [], createTime: time, expireTime: time },
    accountId: "example-shop",
    accountDisplayName: "Example Shop",
    email: "ada@example.com",
    name: "Ada",
    role: "ADMIN",
    ...changes,
  };
}

/** Settings with API-token access on. */
export function makeSettings(changes: Partial<Settings> = {}): Settings {
  return {
    apiTokenAccess: true,
    oauthAccess: false,
    maxApiTokens: 256,
    authorizationCodeLifetimeSeconds: 120,
    accessTokenLifetimeSeconds: 1800,
    refreshTokenLifetimeSeconds: 2_592_000,
    inactivityPolicy: { enabled: false, deactivateAfterDays: 30, purgeAfterDays: 60 },
    resources: [],
    ipAllowList: [],
    observeUse: false,
    etag: "e1",
    updateTime: new Date(NOW),
    ...changes,
  };
}

/** An active API token. */
export function makeApiToken(id: string, changes: Partial<ApiToken> = {}): ApiToken {
  return {
    id,
    description: id,
    secretHint: "lka_123456…",
    state: "ACTIVE",
    deactivationCause: undefined,
    deactivateTime: undefined,
    creatorUserId: "usr_1",
    creatorEmail: "ada@example.com",
    createTime: new Date(NOW - 86_400_000),
    updateTime: new Date(NOW - 86_400_000),
    lastUse: undefined,
    expireTime: undefined,
    boundUserId: "",
    scopes: [],
    ipAllowList: [],
    etag: "e1",
    inactivityDeactivateTime: undefined,
    purgeTime: undefined,
    ...changes,
  };
}

/** A user. */
export function makeUser(id: string, changes: Partial<User> = {}): User {
  return {
    id,
    email: `${id}@example.com`,
    name: id,
    role: "AGENT",
    verified: true,
    suspended: false,
    hasPassword: true,
    etag: "e1",
    createTime: new Date(NOW),
    updateTime: new Date(NOW),
    lastSignInTime: undefined,
    ...changes,
  };
}

/** An audit event. */
export function makeAuditEvent(id: string, changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id,
    createTime: new Date(NOW),
    action: "api_token.create",
    resourceType: "api_token",
    resourceId: "tok_1",
    resourceLabel: "nightly",
    actor: {
      kind: "SESSION",
      userId: "usr_1",
      email: "ada@example.com",
      credentialId: "ses_1",
      clientId: "",
    },
    sourceIp: "127.0.0.1",
    requestId: "req",
    changes: [{ field: "description", before: "", after: "nightly" }],
    ...changes,
  };
}
