import fc from "fast-check";
import { expect, test, vi } from "vitest";
// An inside of Ink, which the bundle puts together with the memory.
import InkOutput from "../../node_modules/ink/build/output.js";
import { rememberRows } from "../../tui/row-memory.js";

type CanvasClass = Parameters<typeof rememberRows>[0];
const InkCanvas = InkOutput as unknown as CanvasClass;

const red = (text: string) => `\x1b[31m${text}\x1b[39m`;
const inverse = (text: string) => `\x1b[7m${text}\x1b[27m`;
const TEXTS = ["plain", "", "日本語", "e\u0301te\u0301", "▉░░", "👩‍👩‍👧‍👦 x", "two\nlines", " ".repeat(12)];

const writes = fc.record({
  type: fc.constant("write" as const),
  x: fc.nat(16),
  y: fc.nat(4),
  text: fc.constantFrom(...TEXTS),
  transformers: fc.constantFrom<((text: string) => string)[]>([], [red], [red, inverse]),
});
const clips = fc.record({
  type: fc.constant("clip" as const),
  clip: fc.record({ x1: fc.nat(5), x2: fc.integer({ min: 5, max: 12 }) }),
});
const operations = fc.oneof({ weight: 20, arbitrary: writes }, { weight: 1, arbitrary: clips });
const frames = fc.record({
  width: fc.integer({ min: 8, max: 14 }),
  height: fc.integer({ min: 4, max: 5 }),
  operations: fc.array(operations, { minLength: 1, maxLength: 12 }),
});
/** What may become of a frame in the next: an operation is another, or a bit otherwise; or the size changes. */
const changes = fc.oneof(
  fc.record({ at: fc.nat(11), operation: fc.oneof(operations, fc.record({ x: fc.nat(16) })) }),
  fc.record({
    at: fc.nat(11),
    operation: fc.record({ transformers: fc.constantFrom([], [red], [inverse]) }),
  }),
  fc.record({ width: fc.integer({ min: 8, max: 14 }) }),
);
type Frame = typeof frames extends fc.Arbitrary<infer Value> ? Value : never;
type Change = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

function draw(Canvas: CanvasClass, { width, height, operations }: Frame): { output: string; height: number } {
  const canvas = new Canvas({ width, height });
  canvas.operations = operations;
  return canvas.get();
}

/** The frame, then the same with each change after the other. */
function follow(first: Frame, all: readonly Change[]): Frame[] {
  const shown = [first];
  for (const change of all) {
    const frame = shown.at(-1) as Frame;
    if ("width" in change) shown.push({ ...frame, width: change.width });
    else {
      const at = change.at % frame.operations.length;
      const changed = { ...frame.operations[at], ...change.operation } as Frame["operations"][number];
      shown.push({ ...frame, operations: frame.operations.with(at, changed) });
    }
  }
  return shown;
}

test("whatever was drawn before, every frame is the one that Ink draws", () => {
  fc.assert(
    fc.property(frames, fc.array(changes, { maxLength: 8 }), (first, all) => {
      const Remembering = rememberRows(InkCanvas);
      for (const frame of follow(first, all))
        expect(draw(Remembering, frame)).toEqual(draw(InkCanvas, frame));
    }),
    { numRuns: 500 },
  );
});

test("a row to which the same is written is not taken apart again", () => {
  const made = vi.fn();
  class Counted extends InkCanvas {
    constructor(size: { width: number; height: number }) {
      super(size);
      made(size.height);
    }
  }
  const Remembering = rememberRows(Counted);
  const rows = (changed: string) =>
    Array.from({ length: 40 }, (_, y) => ({
      type: "write" as const,
      x: 0,
      y,
      text: y === 7 ? changed : `row ${y}`,
      transformers: [red],
    }));
  draw(Remembering, { width: 20, height: 40, operations: rows("before") });
  made.mockClear();
  expect(draw(Remembering, { width: 20, height: 40, operations: rows("after") }).output).toContain("after");
  expect(made.mock.calls).toEqual([[40], [1]]);
});
