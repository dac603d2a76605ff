/** What the terminal library reports about one chunk of input, as far as it is used here. */
export type RawKey = Partial<
  Record<
    | "upArrow"
    | "downArrow"
    | "leftArrow"
    | "rightArrow"
    | "pageUp"
    | "pageDown"
    | "home"
    | "end"
    | "return"
    | "escape"
    | "tab"
    | "backspace"
    | "delete"
    | "ctrl"
    | "shift"
    | "meta",
    boolean
  >
>;

const NAMED = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "pageup"],
  ["pageDown", "pagedown"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "escape"],
  ["backspace", "backspace"],
  ["delete", "delete"],
] as const satisfies readonly (readonly [keyof RawKey, string])[];

const NAMES: ReadonlySet<string> = new Set([...NAMED.map(([, name]) => name), "tab", "shift-tab"]);

const CONTROLS: Readonly<Record<string, string>> = {
  "\r": "enter",
  "\n": "enter",
  "\r\n": "enter",
  "\t": "tab",
  "\x7f": "backspace",
  "\b": "backspace",
  "\x1b": "escape",
};

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Whether a key is text to be typed rather than a named key. */
export function isText(key: string): boolean {
  return !NAMES.has(key) && !(key.startsWith("ctrl-") && key.length > 5);
}

/** Names the keys of one chunk of input: typed-ahead keys arrive together and are taken apart by grapheme. */
export function readKeys(input: string, raw: RawKey): string[] {
  // Escape and a letter within a few milliseconds look like Alt and the letter.
  if (raw.meta && !raw.escape && input !== "") return ["escape", ...readKeys(input, { ...raw, meta: false })];
  if (raw.tab) return [raw.shift ? "shift-tab" : "tab"];
  for (const [flag, name] of NAMED) if (raw[flag]) return [name];
  if (raw.ctrl && input !== "") return [`ctrl-${input.toLowerCase()}`];
  const keys: string[] = [];
  for (const { segment } of segmenter.segment(input)) {
    const key = CONTROLS[segment] ?? (isControl(segment) ? nameControl(segment) : segment);
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

function nameControl(segment: string): string | undefined {
  const code = segment.codePointAt(0) ?? 0;
  return code >= 1 && code <= 26 ? `ctrl-${String.fromCodePoint(code + 96)}` : undefined;
}

function isControl(segment: string): boolean {
  const code = segment.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}
