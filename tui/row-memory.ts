/** What of Ink's canvas is used: it gathers what is to be written where, and makes one text of it. */
type Canvas = {
  operations: Operation[];
  caches: unknown;
  width: number;
  height: number;
  get(): { output: string; height: number };
};

type CanvasClass = new (size: { width: number; height: number }) => Canvas;

type Transformer = (text: string, line: number) => string;

type Operation =
  | { type: "write"; x: number; y: number; text: string; transformers: readonly Transformer[] }
  | { type: "clip" | "unclip" };

type Write = Extract<Operation, { type: "write" }>;

/** So many frames share what Ink found out about texts: they repeat, yet not for ever. */
const FRAMES_OF_CACHES = 100;

/**
 * Ink's canvas with a memory. Ink takes every text of every frame apart into cells, though a key changes two rows of
 * forty: a row to which the same is written as in the frame before is taken from there instead. Where a text spans
 * rows or is clipped, the frame is made as Ink makes it.
 */
export function rememberRows(InkCanvas: CanvasClass): CanvasClass {
  let last: { width: number; writes: readonly Write[][]; rows: readonly string[] } = {
    width: 0,
    writes: [],
    rows: [],
  };
  let caches: unknown;
  let frames = 0;

  return class extends InkCanvas {
    override get() {
      const { width, height } = this;
      const writes = writesByRow(this.operations, height);
      if (writes === undefined) return super.get();
      if (frames % FRAMES_OF_CACHES === 0) caches = this.caches;
      frames += 1;
      const rows = writes.map((written, y) => {
        const before = last.rows[y];
        if (before !== undefined && last.width === width && isSame(written, last.writes[y] ?? []))
          return before;
        const row = new InkCanvas({ width, height: 1 });
        row.caches = caches;
        row.operations = written.map((operation) => ({ ...operation, y: 0 }));
        return row.get().output;
      });
      last = { width, writes, rows };
      return { output: rows.join("\n"), height };
    }
  };
}

function writesByRow(operations: readonly Operation[], height: number): Write[][] | undefined {
  const rows = Array.from({ length: height }, (): Write[] => []);
  for (const operation of operations) {
    if (operation.type !== "write" || operation.text.includes("\n")) return undefined;
    rows[operation.y]?.push(operation);
  }
  return rows;
}

function isSame(a: readonly Write[], b: readonly Write[]): boolean {
  return a.length === b.length && a.every((write, at) => isSameWrite(write, b[at]));
}

function isSameWrite(a: Write, b: Write | undefined): boolean {
  if (a.x !== b?.x || a.text !== b.text || a.transformers.length !== b.transformers.length) return false;
  return a.transformers.every((transformer, at) => transformer === b.transformers[at]);
}
