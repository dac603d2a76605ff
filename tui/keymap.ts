import type { MessageKey } from "./messages/en.js";

/** Where keys are listened to; the model's places, innermost first, decide what a key means. */
export type Place =
  | "anywhere"
  | "tabs"
  | "list"
  | "detail"
  | "settings"
  | "entry"
  | "api-tokens"
  | "api-tokens-off"
  | "users"
  | "filter"
  | "form"
  | "welcome"
  | "confirm"
  | "secret"
  | "help"
  | "palette"
  | "waiting";

/** What a key does, by name; the name is stable, so that a keymap of one's own can refer to it. */
export type ActionId =
  | "quit"
  | "leave"
  | "suspend"
  | "repaint"
  | "switch-language"
  | "help"
  | "palette"
  | "go-to-tab"
  | "next-tab"
  | "previous-tab"
  | "refresh"
  | "sign-out"
  | "move-up"
  | "move-down"
  | "move-page-up"
  | "move-page-down"
  | "move-half-up"
  | "move-half-down"
  | "move-first"
  | "move-last"
  | "open"
  | "back"
  | "scroll-down"
  | "scroll-up"
  | "filter"
  | "sort"
  | "reverse-sort"
  | "copy-id"
  | "create"
  | "edit"
  | "toggle"
  | "delete"
  | "set-password"
  | "turn-on"
  | "keep-filter"
  | "clear-filter"
  | "next-field"
  | "previous-field"
  | "next-choice"
  | "previous-choice"
  | "submit"
  | "save"
  | "cancel"
  | "switch-answer"
  | "answer"
  | "answer-yes"
  | "answer-no"
  | "copy-secret"
  | "close-secret"
  | "run-command"
  | "complete-command"
  | "retry";

/** One row of the keymap. */
export type Binding = {
  action: ActionId;
  /** Names of keys: a character as typed, `ctrl-x`, or one of enter, escape, tab, shift-tab, space, up, ... */
  keys: readonly string[];
  place: Place;
  /** What it does, in words. */
  message: MessageKey;
  /** 1 is shown in the footer first and cut last; 0 is shown in the help only. */
  priority: number;
};

/** Every key of the terminal: footer, help, palette and docs/keys.*.md are made from this table. */
export const KEYMAP: readonly Binding[] = [
  { place: "anywhere", action: "leave", keys: ["ctrl-c"], message: "keys.leave", priority: 0 },
  { place: "anywhere", action: "suspend", keys: ["ctrl-z"], message: "keys.suspend", priority: 0 },
  { place: "anywhere", action: "repaint", keys: ["ctrl-l"], message: "keys.repaint", priority: 0 },
  {
    place: "anywhere",
    action: "switch-language",
    keys: ["ctrl-t"],
    message: "keys.switch-language",
    priority: 60,
  },

  { place: "tabs", action: "help", keys: ["?"], message: "keys.help", priority: 2 },
  { place: "tabs", action: "quit", keys: ["q"], message: "keys.quit", priority: 3 },
  { place: "tabs", action: "go-to-tab", keys: ["1", "2", "3", "4"], message: "keys.go-to-tab", priority: 20 },
  { place: "tabs", action: "next-tab", keys: ["tab", "]"], message: "keys.next-tab", priority: 0 },
  {
    place: "tabs",
    action: "previous-tab",
    keys: ["shift-tab", "["],
    message: "keys.previous-tab",
    priority: 0,
  },
  { place: "tabs", action: "palette", keys: [":"], message: "keys.palette", priority: 50 },
  { place: "tabs", action: "refresh", keys: ["r"], message: "keys.refresh", priority: 52 },
  { place: "tabs", action: "switch-language", keys: ["L"], message: "keys.switch-language", priority: 0 },
  { place: "tabs", action: "sign-out", keys: ["O"], message: "keys.sign-out", priority: 0 },

  { place: "list", action: "move-up", keys: ["up", "k"], message: "keys.move-up", priority: 0 },
  { place: "list", action: "move-down", keys: ["down", "j"], message: "keys.move-down", priority: 0 },
  { place: "list", action: "move-page-up", keys: ["pageup"], message: "keys.move-page-up", priority: 0 },
  {
    place: "list",
    action: "move-page-down",
    keys: ["pagedown"],
    message: "keys.move-page-down",
    priority: 0,
  },
  { place: "list", action: "move-half-up", keys: ["ctrl-u"], message: "keys.move-half-up", priority: 0 },
  { place: "list", action: "move-half-down", keys: ["ctrl-d"], message: "keys.move-half-down", priority: 0 },
  { place: "list", action: "move-first", keys: ["g", "home"], message: "keys.move-first", priority: 0 },
  { place: "list", action: "move-last", keys: ["G", "end"], message: "keys.move-last", priority: 0 },
  { place: "list", action: "open", keys: ["enter"], message: "keys.open", priority: 14 },
  { place: "list", action: "back", keys: ["escape"], message: "keys.back", priority: 0 },
  { place: "list", action: "filter", keys: ["/"], message: "keys.filter", priority: 15 },
  { place: "list", action: "sort", keys: ["s"], message: "keys.sort", priority: 30 },
  { place: "list", action: "reverse-sort", keys: ["S"], message: "keys.reverse-sort", priority: 0 },
  { place: "list", action: "copy-id", keys: ["y"], message: "keys.copy-id", priority: 40 },

  { place: "detail", action: "back", keys: ["escape", "enter"], message: "keys.back", priority: 5 },
  {
    place: "detail",
    action: "scroll-down",
    keys: ["pagedown", "ctrl-d", "space"],
    message: "keys.scroll-down",
    priority: 7,
  },
  {
    place: "detail",
    action: "scroll-up",
    keys: ["pageup", "ctrl-u"],
    message: "keys.scroll-up",
    priority: 0,
  },

  { place: "settings", action: "move-up", keys: ["up", "k"], message: "keys.move-up", priority: 0 },
  { place: "settings", action: "move-down", keys: ["down", "j"], message: "keys.move-down", priority: 0 },
  { place: "settings", action: "move-first", keys: ["g", "home"], message: "keys.move-first", priority: 0 },
  { place: "settings", action: "move-last", keys: ["G", "end"], message: "keys.move-last", priority: 0 },
  { place: "settings", action: "edit", keys: ["enter", "space", "e"], message: "keys.change", priority: 5 },

  { place: "entry", action: "save", keys: ["enter"], message: "keys.save", priority: 1 },
  { place: "entry", action: "cancel", keys: ["escape"], message: "keys.cancel", priority: 2 },

  { place: "api-tokens", action: "create", keys: ["n"], message: "keys.create", priority: 6 },
  { place: "api-tokens", action: "edit", keys: ["e"], message: "keys.edit", priority: 8 },
  { place: "api-tokens", action: "toggle", keys: ["d"], message: "keys.deactivate", priority: 9 },
  { place: "api-tokens", action: "delete", keys: ["x"], message: "keys.delete", priority: 10 },
  { place: "api-tokens-off", action: "turn-on", keys: ["t"], message: "keys.turn-on", priority: 1 },

  { place: "users", action: "create", keys: ["n"], message: "keys.create", priority: 6 },
  { place: "users", action: "edit", keys: ["e"], message: "keys.edit", priority: 8 },
  { place: "users", action: "set-password", keys: ["p"], message: "keys.set-password", priority: 11 },
  { place: "users", action: "toggle", keys: ["d"], message: "keys.suspend-user", priority: 9 },
  { place: "users", action: "delete", keys: ["x"], message: "keys.delete", priority: 10 },

  { place: "filter", action: "keep-filter", keys: ["enter"], message: "keys.keep-filter", priority: 1 },
  { place: "filter", action: "clear-filter", keys: ["escape"], message: "keys.clear-filter", priority: 2 },
  { place: "filter", action: "move-up", keys: ["up"], message: "keys.move-up", priority: 0 },
  { place: "filter", action: "move-down", keys: ["down"], message: "keys.move-down", priority: 0 },

  { place: "form", action: "submit", keys: ["enter"], message: "keys.submit", priority: 1 },
  { place: "form", action: "save", keys: ["ctrl-s"], message: "keys.save", priority: 3 },
  { place: "form", action: "cancel", keys: ["escape"], message: "keys.form-back", priority: 2 },
  { place: "form", action: "next-field", keys: ["tab", "down"], message: "keys.next-field", priority: 4 },
  {
    place: "form",
    action: "previous-field",
    keys: ["shift-tab", "up"],
    message: "keys.previous-field",
    priority: 0,
  },
  {
    place: "form",
    action: "next-choice",
    keys: ["right", "space"],
    message: "keys.next-choice",
    priority: 5,
  },
  { place: "form", action: "previous-choice", keys: ["left"], message: "keys.previous-choice", priority: 0 },

  { place: "welcome", action: "submit", keys: ["enter"], message: "keys.begin", priority: 1 },
  { place: "welcome", action: "quit", keys: ["q", "escape"], message: "keys.quit", priority: 3 },
  {
    place: "welcome",
    action: "switch-language",
    keys: ["L", "left", "right"],
    message: "keys.switch-language",
    priority: 2,
  },

  { place: "confirm", action: "answer-yes", keys: ["y"], message: "keys.answer-yes", priority: 2 },
  { place: "confirm", action: "answer-no", keys: ["n", "escape"], message: "keys.answer-no", priority: 1 },
  { place: "confirm", action: "answer", keys: ["enter"], message: "keys.answer", priority: 3 },
  {
    place: "confirm",
    action: "switch-answer",
    keys: ["tab", "shift-tab", "left", "right"],
    message: "keys.switch-answer",
    priority: 4,
  },

  { place: "secret", action: "copy-secret", keys: ["c", "y"], message: "keys.copy-secret", priority: 1 },
  {
    place: "secret",
    action: "close-secret",
    keys: ["enter", "escape"],
    message: "keys.close-secret",
    priority: 2,
  },

  { place: "help", action: "back", keys: ["escape", "?", "q", "enter"], message: "keys.close", priority: 1 },
  { place: "help", action: "move-down", keys: ["down", "j"], message: "keys.move-down", priority: 2 },
  { place: "help", action: "move-up", keys: ["up", "k"], message: "keys.move-up", priority: 3 },
  {
    place: "help",
    action: "move-page-down",
    keys: ["pagedown", "ctrl-d"],
    message: "keys.move-page-down",
    priority: 0,
  },
  {
    place: "help",
    action: "move-page-up",
    keys: ["pageup", "ctrl-u"],
    message: "keys.move-page-up",
    priority: 0,
  },

  { place: "palette", action: "run-command", keys: ["enter"], message: "keys.run-command", priority: 1 },
  { place: "palette", action: "cancel", keys: ["escape"], message: "keys.cancel", priority: 2 },
  {
    place: "palette",
    action: "complete-command",
    keys: ["tab"],
    message: "keys.complete-command",
    priority: 3,
  },
  { place: "palette", action: "move-down", keys: ["down"], message: "keys.move-down", priority: 0 },
  { place: "palette", action: "move-up", keys: ["up"], message: "keys.move-up", priority: 0 },

  { place: "waiting", action: "retry", keys: ["r", "enter"], message: "keys.retry", priority: 1 },
  { place: "waiting", action: "quit", keys: ["q", "escape"], message: "keys.quit", priority: 2 },
  { place: "waiting", action: "switch-language", keys: ["L"], message: "keys.switch-language", priority: 3 },
];

/** The binding a key has in the innermost of the given places that knows it. */
export function findBinding(places: readonly Place[], key: string): Binding | undefined {
  const name = key === " " ? "space" : key;
  for (const place of places) {
    const found = KEYMAP.find((binding) => binding.place === place && binding.keys.includes(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The bindings of the given places, those first that the footer shows first; an inner place hides an outer's keys. */
export function listBindings(places: readonly Place[]): Binding[] {
  const taken = new Set<string>();
  const found: Binding[] = [];
  for (const place of places) {
    for (const binding of KEYMAP.filter((candidate) => candidate.place === place)) {
      const keys = binding.keys.filter((key) => !taken.has(key));
      if (keys.length > 0) found.push({ ...binding, keys });
    }
    for (const binding of found) for (const key of binding.keys) taken.add(key);
  }
  return found.sort((a, b) => (a.priority || 1000) - (b.priority || 1000));
}
