import type { BulkEffect, WriteEffect } from "./effect.js";
import type { Event } from "./event.js";
import { explainFailure } from "./failures.js";
import type { Model, TabId } from "./model.js";
import { type Step, stay, tell } from "./step.js";
import { TABS } from "./tabs.js";
import { offerUndo, type Undo } from "./undo.js";
import { type Words, words } from "./words.js";

/** One item of a change to many: what it is called, and what became of it. */
export type BulkItem = {
  id: string;
  label: Words;
  state: "waiting" | "done" | "failed";
  why: Words | undefined;
};

/** A change to many items, under way or over. */
export type Bulk = {
  /** Counts up, so that news of an older one is told apart. */
  job: number;
  tab: TabId;
  title: Words;
  items: readonly BulkItem[];
  over: boolean;
  /** What takes it back, where it can be; the ids of those that succeeded are picked out of it. */
  inverse: readonly WriteEffect[];
};

/** A change to many items, before it has begun. */
export type BulkPlan = {
  tab: TabId;
  title: Words;
  items: readonly { id: string; label: Words; write: WriteEffect; inverse?: WriteEffect }[];
};

/** Begins a change to many items, and shows how it goes. */
export function startBulk(model: Model, plan: BulkPlan): Step {
  if (model.busy !== undefined || plan.items.length === 0) return stay(model);
  const job = (model.bulk?.job ?? 0) + 1;
  const bulk: Bulk = {
    job,
    tab: plan.tab,
    title: plan.title,
    items: plan.items.map(({ id, label }) => ({ id, label, state: "waiting", why: undefined })),
    over: false,
    inverse: plan.items.flatMap(({ inverse }) => (inverse === undefined ? [] : [inverse])),
  };
  const effect: BulkEffect = {
    type: "bulk",
    job,
    writes: plan.items.map(({ id, write }) => ({ id, write })),
  };
  return [{ ...model, bulk, busy: "bulk", dialog: { kind: "bulk", top: 0 } }, [effect]];
}

/** Takes a change to many items back. */
export function startUndoing(model: Model, { tab, writes }: Extract<Undo, { kind: "bulk" }>): Step {
  const labels = new Map(model.bulk?.items.map(({ id, label }) => [id, label]));
  const items = writes.flatMap((write) => {
    const id = "id" in write ? write.id : "";
    const label = labels.get(id);
    return label === undefined ? [] : [{ id, label, write }];
  });
  return startBulk(model, { tab, title: words("bulk.undo", { count: items.length }), items });
}

/** Takes in how a change to many items goes. */
export function receiveBulk(model: Model, event: Extract<Event, { type: "bulk-advanced" }>): Step {
  const { bulk } = model;
  if (bulk === undefined || bulk.job !== event.job) return stay(model);
  const news = new Map(event.outcomes.map((outcome) => [outcome.id, outcome] as const));
  const items = bulk.items.map((item): BulkItem => {
    const outcome = news.get(item.id);
    if (outcome === undefined) return item;
    return "failure" in outcome
      ? { ...item, state: "failed", why: explainFailure(outcome.failure) }
      : { ...item, state: "done" };
  });
  const done = event.outcomes.flatMap((outcome) => ("event" in outcome ? [outcome] : []));
  const tab = TABS.find(({ id }) => id === bulk.tab);
  const settled = done.length === 0 ? model : (tab?.settle?.(model, done) ?? model);
  const next: Model = { ...settled, bulk: { ...bulk, items, over: event.over } };
  return event.over ? finish(next, { ...bulk, items }) : stay(next);
}

function finish(model: Model, { items, inverse, title, tab }: Bulk): Step {
  const done = new Set(items.filter(({ state }) => state === "done").map(({ id }) => id));
  const failed = items.filter(({ state }) => state === "failed").length;
  const free: Model = { ...model, busy: undefined };
  const told = words(failed === 0 ? "bulk.done" : "bulk.done-partly", {
    title,
    count: done.size,
    failed,
    left: items.length - done.size - failed,
  });
  const kind = failed === 0 ? "good" : "bad";
  const undoing = inverse.filter((write) => "id" in write && done.has(write.id));
  if (undoing.length === 0) return tell(free, kind, told);
  return offerUndo(free, kind, told, { kind: "bulk", tab, writes: undoing });
}
