import type { ActionId } from "../keymap.js";
import { say } from "../messages/say.js";
import type { PaletteDialog } from "./dialogs.js";
import { simplify } from "./list-rows.js";
import type { Model, TabId } from "./model.js";
import { listMeanings } from "./places.js";
import { TABS } from "./tabs.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** Something the palette can do. */
export type Command = { words: Words; keys: readonly string[] } & (
  | { kind: "tab"; tab: TabId }
  | { kind: "action"; action: ActionId }
);

/** Keys that make no sense as a command by name. */
const NOT_COMMANDS: ReadonlySet<ActionId> = new Set<ActionId>([
  "palette",
  "go-to-tab",
  "next-tab",
  "previous-tab",
  "move-up",
  "move-down",
  "move-page-up",
  "move-page-down",
  "move-half-up",
  "move-half-down",
  "move-first",
  "move-last",
  "mark-range",
  "scroll-down",
  "scroll-up",
  "back",
  "leave",
  "suspend",
  "repaint",
]);

/** An empty palette. */
export function openPalette(): PaletteDialog {
  return { kind: "palette", field: makeTextField(), chosen: 0, failed: false };
}

/** How many commands are remembered. */
const MOST_REMEMBERED = 20;

/** The model with a command noted as the latest. */
export function noteCommand(model: Model, command: Command): Model {
  const name = nameOf(command);
  const commands = [name, ...model.commands.filter((other) => other !== name)].slice(0, MOST_REMEMBERED);
  return { ...model, commands };
}

function nameOf(command: Command): string {
  return command.kind === "tab" ? `tab ${command.tab}` : command.action;
}

/** The commands that fit what was typed, in the person's language, the best first, then those used lately. */
export function findCommands(model: Model, typed: string): Command[] {
  const wanted = simplify(typed.trim());
  return listCommands(model)
    .map((command) => ({
      command,
      fit: rate(simplify(say(model.language, command.words)), wanted),
      age: (model.commands.indexOf(nameOf(command)) + MOST_REMEMBERED + 1) % (MOST_REMEMBERED + 1),
    }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.age - b.age)
    .map(({ command }) => command);
}

function listCommands(model: Model): Command[] {
  const below = { ...model, dialog: undefined };
  const tabs = TABS.map(({ id, title }, index): Command => {
    return { kind: "tab", tab: id, words: words(title), keys: [String(index + 1)] };
  });
  const seen = new Set<ActionId>();
  const actions: Command[] = [];
  for (const { action, message, keys } of listMeanings(below)) {
    if (NOT_COMMANDS.has(action) || seen.has(action)) continue;
    seen.add(action);
    actions.push({ kind: "action", action, words: words(message), keys });
  }
  return [...tabs, ...actions];
}

/** 4 for a beginning, 3 for the beginning of a word, 2 for a part, 1 for letters in order, 0 for none of it. */
function rate(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 4;
  if (label.includes(` ${wanted}`)) return 3;
  if (label.includes(wanted)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = label.indexOf(letter, at) + 1;
    if (at === 0) return 0;
  }
  return 1;
}
