import { type ActionId, listBindings } from "../keymap.js";
import { say } from "../messages/say.js";
import type { PaletteDialog } from "./dialogs.js";
import { simplify } from "./list-rows.js";
import type { Model, TabId } from "./model.js";
import { listMeanings, whyNot } from "./places.js";
import { TABS } from "./tabs.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** Something the palette can do. */
export type Command = { words: Words; keys: readonly string[] } & (
  | { kind: "tab"; tab: TabId }
  // On the tab named, or on the one where the person is.
  | { kind: "action"; action: ActionId; on?: TabId }
);

/** What makes sense on a tab though nothing is selected there: it can be done from everywhere. */
const FROM_AFAR: ReadonlySet<ActionId> = new Set<ActionId>(["create", "find-token"]);

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
  if (command.kind === "tab") return `tab ${command.tab}`;
  return command.on === undefined ? command.action : `${command.on} ${command.action}`;
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
  return [...tabs, ...actions, ...listFromAfar(below)];
}

function listFromAfar(model: Model): Command[] {
  return TABS.flatMap(({ id, title }, index) => {
    if (id === model.tab) return [];
    return listBindings([id], model.options.keymap)
      .filter((binding) => FROM_AFAR.has(binding.action))
      .filter((binding) => whyNot({ ...model, tab: id }, binding) === undefined)
      .map(({ action, message, keys }): Command => {
        const named = words("palette.from-afar", { tab: words(title), what: words(message) });
        return {
          kind: "action",
          action,
          on: id,
          words: named,
          keys: [String(index + 1), ...keys.slice(0, 1)],
        };
      });
  });
}

/** 4 for a beginning, 3 for the beginning of a word, 2 for all its words somewhere, 1 for letters in order, 0 for none of it. */
function rate(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 4;
  if (label.includes(` ${wanted}`)) return 3;
  if (wanted.split(" ").every((word) => label.includes(word))) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = label.indexOf(letter, at) + 1;
    if (at === 0) return 0;
  }
  return 1;
}
