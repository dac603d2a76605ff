import type { ApiToken } from "../client/api-tokens.js";
import type { AuditEvent } from "../client/audit-events.js";
import type { CallFailure } from "../client/failure.js";
import type { SessionOwner } from "../client/sessions.js";
import type { Settings } from "../client/settings.js";
import type { HourlyUsage } from "../client/usage.js";
import type { User, UserDeletion } from "../client/users.js";
import type { CallEffect, TimerName, WriteEffect } from "./effect.js";
import type { ListPage } from "./list.js";
import type { ListId, ListItems } from "./lists.js";
import type { TabId } from "./model.js";
import type { OAuthReadEvent, OAuthWriteEvent } from "./oauth-event.js";
import type { PolicyReadEvent, PolicyWriteEvent } from "./policy-event.js";

/** Something the person did. */
export type PersonEvent =
  | { type: "started" }
  | { type: "key"; key: string }
  | { type: "paste"; text: string }
  | { type: "resized"; columns: number; rows: number }
  | { type: "resumed" }
  | { type: "tab-pointed"; tab: TabId }
  | { type: "row-pointed"; row: number }
  | { type: "wheel-turned"; by: 1 | -1 };

/** A page of a list has come. */
export type PageReadEvent = {
  [Id in ListId]: {
    type: "page-read";
    list: Id;
    reading: number;
    /** Whether it is the first page. */
    first: boolean;
    page: ListPage<ListItems[Id]>;
  };
}[ListId];

/** One item of a list has been read again. */
export type ItemReadEvent = {
  [Id in ListId]: { type: "item-read"; list: Id; item: ListItems[Id] };
}[ListId];

/** What became of one item of many. */
export type BulkOutcome = { id: string } & ({ event: WriteEvent } | { failure: CallFailure });

/** The answer to a call that reads. */
export type ReadEvent =
  | OAuthReadEvent
  | PolicyReadEvent
  | { type: "setup-state-read"; setupRequired: boolean }
  | { type: "settings-read"; settings: Settings }
  | {
      type: "overview-read";
      usage: readonly HourlyUsage[] | undefined;
      denials: readonly AuditEvent[];
      users: number;
      /** Undefined where OAuth has nothing to show. */
      oauthClients?: { held: number; max: number } | undefined;
      accessTokens?: number | undefined;
    }
  | PageReadEvent
  | ItemReadEvent
  | { type: "api-token-deletion-weighed"; apiToken: ApiToken }
  | { type: "user-deletion-weighed"; id: string; deletion: UserDeletion };

/** The answer to a call that changes something. */
export type WriteEvent =
  | OAuthWriteEvent
  | PolicyWriteEvent
  | { type: "account-created"; owner: SessionOwner }
  | { type: "signed-in"; owner: SessionOwner }
  | { type: "signed-out" }
  | { type: "settings-updated"; settings: Settings }
  | { type: "api-token-created"; apiToken: ApiToken; secret: string | undefined }
  | { type: "api-token-changed"; by: WriteEffect["type"]; apiToken: ApiToken }
  | { type: "api-token-deleted"; apiToken: ApiToken }
  | { type: "user-created"; user: User }
  | { type: "user-changed"; by: WriteEffect["type"]; user: User; endedSessions: number }
  | { type: "user-deleted"; id: string; deletion: UserDeletion };

/** Anything that can happen to the program. */
export type Event =
  | PersonEvent
  | ReadEvent
  | WriteEvent
  | { type: "call-failed"; effect: CallEffect; failure: CallFailure }
  | { type: "watch-opened" }
  | { type: "audit-event-seen"; auditEvent: AuditEvent }
  | { type: "watch-broken"; failure: CallFailure }
  | { type: "timer"; name: TimerName }
  | { type: "bulk-advanced"; job: number; outcomes: readonly BulkOutcome[]; over: boolean }
  | { type: "exported"; path: string; count: number }
  | { type: "export-failed"; problem: "exists" | "denied" | "missing" | "other"; message: string }
  | { type: "copied"; what: "id" | "secret"; way: "terminal" | "tmux" };
