import type { ActionId, Place } from "../keymap.js";
import type { MessageKey } from "../messages/en.js";
import type { Event } from "./event.js";
import type { Model, TabId } from "./model.js";
import type { Step } from "./step.js";
import type { Words } from "./words.js";

/** What a tab is made of; the table in tabs.ts has one of these per row. */
export type TabSlice = {
  id: TabId;
  title: MessageKey;
  /** The resource types of audit events that make what this tab shows out of date. */
  follows: readonly string[];
  /** Where the person is within this tab, innermost first. */
  places: (model: Model) => readonly Place[];
  /** Reads what the tab shows, whether it was read before or not. */
  reload: (model: Model) => Step;
  /** Whether the tab must be read before it can be shown as it is. */
  isStale: (model: Model) => boolean;
  /** Notes that what is shown is out of date. */
  markStale: (model: Model) => Model;
  /** Does what a key means here. */
  act: (model: Model, action: ActionId) => Step;
  /** Why an action makes no sense now; undefined when it does. */
  whyNot: (model: Model, action: ActionId) => Words | undefined;
  /** Takes in the answers this tab asked for; undefined when the event is none of its business. */
  receive: (model: Model, event: Event) => Step | undefined;
  /** Takes a key meant for text; undefined when no text is being typed here. */
  type?: (model: Model, input: { key: string } | { paste: string }) => Step | undefined;
};
