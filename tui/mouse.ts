/** What the pointer did, in cells from the upper left. */
export type Pointing = { kind: "press" | "wheel-up" | "wheel-down"; column: number; row: number };

/** Reports of the pointer as terminals send them when asked (SGR, mode 1006), whole or cut off at the end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const REPORT = /\x1b\[<(\d+);(\d+);(\d+)([Mm])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const CUT_OFF = /\x1b\[<[\d;]*$/;

const KINDS: Readonly<Record<number, Pointing["kind"]>> = { 0: "press", 64: "wheel-up", 65: "wheel-down" };

type Readable = { read: (size?: number) => unknown };

/**
 * Takes the pointer's reports out of what is read, before the terminal library throws them away; the returned function
 * undoes that. The rest is handed on as it came.
 */
export function listenToMouse(input: Readable, onPoint: (pointing: Pointing) => void): () => void {
  const read = input.read.bind(input);
  let held = "";
  input.read = (size) => {
    const chunk = read(size);
    if (typeof chunk !== "string") return chunk;
    const text = held + chunk;
    held = CUT_OFF.exec(text)?.[0] ?? "";
    return text.slice(0, text.length - held.length).replace(REPORT, (_, button, column, row, end) => {
      const kind = KINDS[Number(button)];
      if (kind !== undefined && end === "M")
        onPoint({ kind, column: Number(column) - 1, row: Number(row) - 1 });
      return "";
    });
  };
  return () => {
    input.read = read;
  };
}
