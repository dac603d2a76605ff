import { DIALOG_BINDINGS } from "./dialog-bindings.js";
import type { MessageKey } from "./messages/en.js";
import { OAUTH_BINDINGS } from "./oauth-bindings.js";
import { POLICY_BINDINGS } from "./policy-bindings.js";
import { TAB_BINDINGS } from "./tab-bindings.js";

/** Where keys are listened to; the model's places, innermost first, decide what a key means. */
export type Place =
  | "anywhere"
  | "tabs"
  | "list"
  | "split"
  | "detail"
  | "overview"
  | "settings"
  | "entry"
  | "api-tokens"
  | "api-tokens-off"
  | "oauth-off"
  | "oauth-clients"
  | "access-tokens"
  | "users"
  | "audit-log"
  | "access-policies"
  | "policy-editor"
  | "policy-review"
  | "policy-versions"
  | "policy-attachments"
  | "policies-over"
  | "policy-picker"
  | "dry-run-report"
  | "explanation"
  | "suggestion"
  | "filter"
  | "form"
  | "welcome"
  | "confirm"
  | "confirm-typed"
  | "secret"
  | "client-secrets"
  | "found"
  | "device"
  | "bulk"
  | "messages"
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
  | "zoom"
  | "back"
  | "scroll-down"
  | "scroll-up"
  | "filter"
  | "sort"
  | "reverse-sort"
  | "mark"
  | "mark-range"
  | "mark-all"
  | "export"
  | "undo"
  | "messages"
  | "toggle-mouse"
  | "copy-id"
  | "show-events"
  | "show-tokens"
  | "show-access-tokens"
  | "show-client"
  | "show-user"
  | "show-resource"
  | "create"
  | "edit"
  | "toggle"
  | "delete"
  | "set-password"
  | "secrets"
  | "rotate-secret"
  | "retire-secret"
  | "revoke-all"
  | "find-token"
  | "narrow-to-client"
  | "narrow-to-user"
  | "approve-device"
  | "turn-on"
  | "versions"
  | "attachments"
  | "attach"
  | "detach"
  | "enforce"
  | "dry-run"
  | "report"
  | "explain"
  | "suggest"
  | "accept"
  | "show-policies"
  | "review"
  | "next-problem"
  | "pick"
  | "keep-filter"
  | "clear-filter"
  | "next-field"
  | "previous-field"
  | "next-choice"
  | "previous-choice"
  | "toggle-choice"
  | "submit"
  | "save"
  | "cancel"
  | "switch-answer"
  | "answer"
  | "answer-typed"
  | "answer-yes"
  | "answer-no"
  | "copy-secret"
  | "copy-second"
  | "close-secret"
  | "run-command"
  | "complete-command"
  | "stop"
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
  ...TAB_BINDINGS,
  ...OAUTH_BINDINGS,
  ...POLICY_BINDINGS,
  ...DIALOG_BINDINGS,
];

/** The binding a key has in the innermost of the given places that knows it. */
export function findBinding(
  places: readonly Place[],
  key: string,
  keymap: readonly Binding[] = KEYMAP,
): Binding | undefined {
  const name = key === " " ? "space" : key;
  for (const place of places) {
    const found = keymap.find((binding) => binding.place === place && binding.keys.includes(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The bindings of the given places, those first that the footer shows first; an inner place hides an outer's keys. */
export function listBindings(places: readonly Place[], keymap: readonly Binding[] = KEYMAP): Binding[] {
  const taken = new Set<string>();
  const found: Binding[] = [];
  for (const place of places) {
    for (const binding of keymap.filter((candidate) => candidate.place === place)) {
      const keys = binding.keys.filter((key) => !taken.has(key));
      if (keys.length > 0) found.push({ ...binding, keys });
    }
    for (const binding of found) for (const key of binding.keys) taken.add(key);
  }
  return found.sort((a, b) => (a.priority || 1000) - (b.priority || 1000));
}
