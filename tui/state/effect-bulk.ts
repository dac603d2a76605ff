import { decodeFailure } from "../client/failure.js";
import type { BulkEffect, WriteEffect } from "./effect.js";
import type { BulkOutcome, Event, WriteEvent } from "./event.js";

/** How many calls are under way at a time. */
const AT_A_TIME = 4;

/** How often it is told how it goes. */
const NEWS_MILLISECONDS = 100;

/** Makes the calls of a change to many items, a few at a time, and tells of them in batches until all are over. */
export async function runBulk(
  { job, writes }: BulkEffect,
  make: (write: WriteEffect) => Promise<Event>,
  signal: AbortSignal,
  tell: (event: Event) => void,
): Promise<void> {
  let outcomes: BulkOutcome[] = [];
  const report = (over: boolean): void => {
    if (over || outcomes.length > 0) tell({ type: "bulk-advanced", job, outcomes, over });
    outcomes = [];
  };
  const news = setInterval(() => report(false), NEWS_MILLISECONDS);
  const waiting = writes.values();
  const work = async (): Promise<void> => {
    for (const { id, write } of waiting) {
      if (signal.aborted) return;
      try {
        const event = (await make(write)) as WriteEvent;
        outcomes.push({ id, event });
      } catch (cause) {
        outcomes.push({ id, failure: decodeFailure(cause) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  clearInterval(news);
  report(true);
}
