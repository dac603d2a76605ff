import type { MessageKey } from "../messages/en.js";
import { TABS } from "../state/tabs.js";
import type { Speaker } from "./speak.js";

const ARROWS: Readonly<Record<string, string>> = { up: "↑", down: "↓", left: "←", right: "→" };

const NAMED: Readonly<Record<string, MessageKey>> = {
  enter: "key.enter",
  escape: "key.escape",
  space: "key.space",
  tab: "key.tab",
  "shift-tab": "key.shift-tab",
  pageup: "key.pageup",
  pagedown: "key.pagedown",
  home: "key.home",
  end: "key.end",
};

/** What is printed on a key, as far as a person would look for it. */
export function nameKey(key: string, { t }: Pick<Speaker, "t">): string {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return arrow;
  const named = NAMED[key];
  if (named !== undefined) return t(named);
  return key.startsWith("ctrl-") ? `Ctrl-${key.slice(5).toUpperCase()}` : key;
}

/** The keys of a binding in one word: the digits of the tabs become a range. */
export function nameKeys(keys: readonly string[], speaker: Pick<Speaker, "t">): string {
  if (keys.length > 2 && keys.every((key) => /^\d$/.test(key))) return `${keys[0]}-${TABS.length}`;
  return keys.map((key) => nameKey(key, speaker)).join(" ");
}
