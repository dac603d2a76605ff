import type { WriteEffect } from "./effect.js";
import type { Model, Notice, TabId } from "./model.js";
import { type Step, tell } from "./step.js";
import type { Words } from "./words.js";

/** How long a change can be taken back by one key. */
const UNDO_MILLISECONDS = 10_000;

/** What takes the last change back: one write, or one for each of many items. */
export type Undo =
  | { kind: "one"; write: WriteEffect }
  | { kind: "bulk"; tab: TabId; writes: readonly WriteEffect[] };

/** Tells of a change, and lets it be taken back for a while. */
export function offerUndo(model: Model, kind: Notice["kind"], told: Words, undo: Undo): Step {
  const [next, effects] = tell(model, kind, told);
  return [
    { ...next, undo: { ...undo, until: model.now + UNDO_MILLISECONDS } },
    [
      ...effects.filter((effect) => effect.type !== "start-timer" || effect.name !== "notice"),
      ...(kind === "bad"
        ? []
        : [{ type: "start-timer", name: "notice", delayMilliseconds: UNDO_MILLISECONDS } as const]),
      { type: "start-timer", name: "undo", delayMilliseconds: UNDO_MILLISECONDS },
    ],
  ];
}
