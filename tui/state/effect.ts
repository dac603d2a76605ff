import type { NewAccount } from "../client/accounts.js";
import type { ApiTokenChanges } from "../client/api-tokens.js";
import type { SettingsChanges } from "../client/settings.js";
import type { NewUser, UserChanges } from "../client/users.js";
import type { ListId } from "./lists.js";
import type { OAuthReadEffect, OAuthWriteEffect } from "./oauth-effect.js";
import type { PolicyReadEffect, PolicyWriteEffect } from "./policy-effect.js";

/** What an API token is made of or changed to; the bound user by e-mail or id, empty for anybody. */
export type ApiTokenValues = Omit<ApiTokenChanges, "boundUserId"> & { boundUser?: string };

/** A call that only reads. */
export type ReadEffect =
  | OAuthReadEffect
  | PolicyReadEffect
  | { type: "read-setup-state" }
  | { type: "read-settings" }
  | { type: "read-overview" }
  /** A page of a list; the filter is the server's, empty for everything. */
  | { type: "read-page"; list: ListId; reading: number; pageToken: string | undefined; filter: string }
  /** One item of a list, because somebody changed it. */
  | { type: "read-item"; list: ListId; id: string }
  | { type: "weigh-api-token-deletion"; id: string }
  | { type: "weigh-user-deletion"; id: string };

/** A call that changes something; one at a time is under way. */
export type WriteEffect =
  | OAuthWriteEffect
  | PolicyWriteEffect
  | { type: "create-account"; account: NewAccount }
  | { type: "sign-in"; accountId: string; email: string; password: string; readOnly: boolean }
  | { type: "sign-out" }
  | { type: "update-settings"; changes: SettingsChanges; etag: string }
  | { type: "create-api-token"; values: ApiTokenValues }
  | { type: "update-api-token"; id: string; values: ApiTokenValues; etag: string }
  | { type: "deactivate-api-token"; id: string; etag: string }
  | { type: "reactivate-api-token"; id: string; etag: string }
  | { type: "delete-api-token"; id: string; etag: string }
  | { type: "create-user"; user: NewUser }
  | { type: "update-user"; id: string; changes: UserChanges; etag: string }
  | { type: "set-password"; userId: string; own: boolean; currentPassword: string; newPassword: string }
  | { type: "delete-user"; id: string; etag: string };

/** Changes to many items, one call each; how they go is told as it goes. */
export type BulkEffect = { type: "bulk"; job: number; writes: readonly { id: string; write: WriteEffect }[] };

/** Writes what is listed into a file of the person's machine. */
export type ExportEffect = { type: "export"; path: string; text: string; count: number };

/** The timers; starting one again moves it. */
export type TimerName =
  | "notice"
  | "undo"
  | "reconnect"
  | "restart"
  | "second"
  | "minute"
  | "reload"
  | "policy-check";

/** Something for the world outside to do, as data; effects.ts does it. */
export type Effect =
  | ReadEffect
  | WriteEffect
  | BulkEffect
  | ExportEffect
  /** Starts no more calls of a change to many items; those under way are waited for. */
  | { type: "stop-bulk" }
  /** Follow the audit log; the follower before, if any, is let go. */
  | { type: "watch"; afterId: string }
  | { type: "stop-watching" }
  | { type: "start-timer"; name: TimerName; delayMilliseconds: number }
  | { type: "copy"; text: string; what: "id" | "secret" }
  | { type: "remember"; accountId: string; email: string }
  /** Asks the terminal to tell of the pointer, or no longer to. */
  | { type: "set-mouse"; on: boolean }
  | { type: "repaint" }
  | { type: "suspend" }
  | { type: "quit"; exitCode: number };

/** A call of either kind. */
export type CallEffect = ReadEffect | WriteEffect;
