import type { AccessPolicy } from "../client/access-policies.js";
import type { AccessToken } from "../client/access-tokens.js";
import type { ApiToken } from "../client/api-tokens.js";
import type { AuditEvent } from "../client/audit-events.js";
import type { CallFailure } from "../client/failure.js";
import type { OAuthClient } from "../client/oauth-clients.js";
import type { SessionOwner } from "../client/sessions.js";
import type { Settings } from "../client/settings.js";
import type { User } from "../client/users.js";
import type { Binding } from "../keymap.js";
import type { Language } from "../messages/say.js";
import type { Bulk } from "./bulk.js";
import type { Dialog } from "./dialogs.js";
import type { Effect } from "./effect.js";
import type { Form } from "./form.js";
import { type ListState, makeList } from "./list.js";
import type { ListId } from "./lists.js";
import type { Message } from "./messages.js";
import { makeOverview, type OverviewState } from "./overview-state.js";
import type { TextField } from "./text-field.js";
import type { Undo } from "./undo.js";
import type { Words } from "./words.js";

/** What the program was started with. */
export type StartOptions = {
  /** As the person wrote it, for the title. */
  address: string;
  language: Language;
  /** The one-time setup code, when the terminal was started together with the server. */
  setupCode: string | undefined;
  /** Whether to ask for a session that can look but not change. */
  readOnly: boolean;
  /** Whether the pointer is listened to from the start. */
  mouse: boolean;
  /** What the keys do: the table of keymap.ts, with the person's own keys in it. */
  keymap: readonly Binding[];
  /** Who signed in here last, for the form. */
  accountId: string;
  email: string;
};

/** The tabs, in their order on the screen. */
export type TabId = "overview" | "settings" | ListId;

/** How the live connection is doing; times are in milliseconds since the epoch. */
export type Connection =
  | { state: "connecting" }
  | { state: "live" }
  /** The server does not let this person watch: what is shown is as old as its reading. */
  | { state: "silent" }
  | { state: "reconnecting"; since: number; retryTime: number; attempt: number };

/** A line that tells how something went; errors stay until a key is pressed, other lines for a few seconds. */
export type Notice = { kind: "good" | "bad" | "plain"; words: Words };

/** The settings tab: what was read, where the person is, and the value being typed. */
export type SettingsState = {
  settings: Settings | undefined;
  phase: "unread" | "reading" | "read" | "failed";
  failure: CallFailure | undefined;
  stale: boolean;
  /** The name of the selected row. */
  row: string;
  entry: { field: TextField; error: Words | undefined } | undefined;
  /** Whether to show the newcomer what to do next. */
  hint: boolean;
};

/** The first-run walk-through. */
export type SetupState = {
  step: "welcome" | "account" | "admin" | "code";
  forms: Readonly<Record<SetupFormStep, Form>>;
};

/** The steps of the walk-through that have a form. */
export type SetupFormStep = "account" | "admin" | "code";

/** What can be changed, as it was. */
type Before = {
  settings: Settings | undefined;
  apiTokens: readonly ApiToken[];
  oauthClients: readonly OAuthClient[];
  users: readonly User[];
  accessPolicies: readonly AccessPolicy[];
};

/** Everything the program knows; the screen is a function of it. */
export type Model = {
  options: StartOptions;
  language: Language;
  size: { columns: number; rows: number };
  /** Whether the pointer is listened to. */
  mouse: boolean;
  /** The time of the event being handled, in milliseconds since the epoch. */
  now: number;
  stage: "starting" | "setup" | "sign-in" | "ready";
  /** Why the server cannot be reached while starting. */
  startFailure: CallFailure | undefined;
  setup: SetupState;
  signIn: { form: Form; retryTime: number | undefined };
  owner: SessionOwner | undefined;
  connection: Connection;
  lastEventId: string;
  tab: TabId;
  /** The ways taken from one tab to another by what is related, to go back by. */
  trail: readonly { from: TabId; to: TabId }[];
  overview: OverviewState;
  settings: SettingsState;
  apiTokens: ListState<ApiToken> & { accessOff: boolean };
  oauthClients: ListState<OAuthClient>;
  accessTokens: ListState<AccessToken>;
  users: ListState<User>;
  auditLog: ListState<AuditEvent>;
  accessPolicies: ListState<AccessPolicy>;
  dialog: Dialog | undefined;
  notice: Notice | undefined;
  /** What was told, to be read again; the newest last. */
  messages: readonly Message[];
  /** The change under way; a second one waits for it. */
  busy: Effect["type"] | undefined;
  /**
   * What there was when the change was sent, to take it back by: by the time it is answered, what is shown may have
   * been read again.
   */
  before: Before | undefined;
  /** The change to many items that is under way, or was the last. */
  bulk: Bulk | undefined;
  /** What takes the last change back, and until when. */
  undo: (Undo & { until: number }) | undefined;
  /** The commands run by name, the latest first. */
  commands: readonly string[];
};

/** A settings tab of which nothing has been read. */
function makeSettingsState(): SettingsState {
  return {
    settings: undefined,
    phase: "unread",
    failure: undefined,
    stale: false,
    row: "apiTokenAccess",
    entry: undefined,
    hint: false,
  };
}

/** The parts of the model that belong to one account, empty. */
export function makeAccountState(): Pick<
  Model,
  | "overview"
  | "settings"
  | "apiTokens"
  | "oauthClients"
  | "accessTokens"
  | "users"
  | "auditLog"
  | "accessPolicies"
  | "lastEventId"
  | "tab"
  | "trail"
  | "busy"
  | "before"
  | "bulk"
  | "undo"
  | "messages"
  | "dialog"
  | "owner"
> {
  return {
    owner: undefined,
    lastEventId: "",
    tab: "overview",
    trail: [],
    overview: makeOverview(),
    settings: makeSettingsState(),
    apiTokens: { ...makeList<ApiToken>(), accessOff: false },
    oauthClients: makeList<OAuthClient>({ sortedBy: "name" }),
    accessTokens: makeList<AccessToken>(),
    users: makeList<User>({ sortedBy: "name" }),
    auditLog: makeList<AuditEvent>(),
    accessPolicies: makeList<AccessPolicy>({ sortedBy: "name" }),
    busy: undefined,
    before: undefined,
    bulk: undefined,
    undo: undefined,
    messages: [],
    dialog: undefined,
  };
}
