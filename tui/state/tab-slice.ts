import type { AuditEvent } from "../client/audit-events.js";
import type { ActionId, Place } from "../keymap.js";
import type { MessageKey } from "../messages/en.js";
import type { Event, WriteEvent } from "./event.js";
import type { ListScope } from "./list.js";
import type { Model, TabId } from "./model.js";
import type { Step } from "./step.js";
import type { TextField } from "./text-field.js";
import type { Words } from "./words.js";

/** A way from one tab to another: to what is related to an item, or to one item. */
export type Jump = {
  tab: TabId;
  /** What the other list is narrowed to. */
  scope?: ListScope;
};

/** What became of one item of many. */
export type Outcome = { id: string; event: WriteEvent };

/** What a tab is made of; the table in tabs.ts has one of these per row. */
export type TabSlice = {
  id: TabId;
  title: MessageKey;
  /** What it is called where there is little room. */
  shortTitle: MessageKey;
  /** Where the person is within this tab, innermost first. */
  places: (model: Model) => readonly Place[];
  /** Reads what the tab shows, whether it was read before or not. */
  reload: (model: Model) => Step;
  /** Reads what of it is out of date. */
  catchUp: (model: Model) => Step;
  /** Whether the tab must be read before it can be shown as it is. */
  isStale: (model: Model) => boolean;
  /** Notes that what is shown is out of date. */
  markStale: (model: Model) => Model;
  /** Notes what somebody did, as far as it concerns what this tab shows. */
  follow: (model: Model, auditEvent: AuditEvent) => Model;
  /** Does what a key means here; undefined when there is nothing to do. */
  act: (model: Model, action: ActionId) => Step | undefined;
  /** Why an action makes no sense now; undefined when it does. */
  whyNot: (model: Model, action: ActionId) => Words | undefined;
  /** What a key is called now, where that depends on what is selected. */
  nameOf?: (model: Model, action: ActionId) => MessageKey | undefined;
  /** Takes in the answers this tab asked for; undefined when the event is none of its business. */
  receive: (model: Model, event: Event) => Step | undefined;
  /** Takes a key meant for text; undefined when no text is being typed here. */
  type?: (model: Model, input: { key: string } | { paste: string }) => Step | undefined;
  /** Where an action leads, if it leads to another tab; words say why it does not now. */
  leadsTo?: (model: Model, action: ActionId) => Jump | Words | undefined;
  /** Arrives from another tab. */
  arrive?: (model: Model, jump: Jump) => Step;
  /** Whether it shows what no event tells of, and so is read again every minute. */
  everyMinute?: boolean;
  /** Points at a row of the screen: selects it, or opens what was selected already. */
  point?: (model: Model, row: number) => Step | undefined;
  /** Keeps the selection on the screen after its size has changed. */
  fit?: (model: Model) => Model;
  /** Takes in what became of several items at once. */
  settle?: (model: Model, outcomes: readonly Outcome[]) => Model;
  /** What this tab lists, for whoever shows or exports it without knowing what it is. */
  list?: (model: Model) => ListView;
};

/** A list, seen from outside. */
export type ListView = {
  /** The names of the things, for a file: `api-tokens`. */
  name: string;
  filter: TextField;
  filtering: boolean;
  scope: ListScope | undefined;
  marked: number;
  /** How many lines stand above the list, to be told whatever is selected. */
  headLines: number;
  shown: number;
  /** Which of those shown is selected, from 0; -1 for none. */
  at: number;
  selected: Words | undefined;
  /** How much of it has been read, between 0 and 1; undefined when nothing is being read or it is not known. */
  progress: number | undefined;
  /** Since when what is shown is out of date, in milliseconds since the epoch. */
  staleSince: number | undefined;
  /** What an exported file tells: of everything marked, or of everything shown. */
  exported: () => readonly Readonly<Record<string, unknown>>[];
};
