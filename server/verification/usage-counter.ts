import { HOUR, type Instant } from "../domain/instants.js";
import { type HourlyUsage, hourOf, quietHour, type UsageCounts } from "../domain/usage.js";
import type { Store } from "../store/store.js";
import { writeUsage } from "./use-writes.js";

/** How many accounts are counted at most between two flushes; further ones are let go. */
const CAPACITY = 10_000;

/** How many hours go into one commit. */
const BATCH_SIZE = 200;

type Counting = { -readonly [Name in keyof HourlyUsage]: HourlyUsage[Name] };

/** Counts uses and refusals by account and hour, in memory until they are written. */
export class UsageCounter {
  readonly #current = new Map<string, Counting>();
  /** What waits to be written besides: hours that are over, and what could not be written. */
  #waiting: HourlyUsage[] = [];

  /** Counts one. */
  count(accountId: string, what: keyof UsageCounts, now: Instant): void {
    let hour = this.#current.get(accountId);
    if (hour === undefined || now >= hour.startTime + HOUR) {
      if (hour === undefined && this.#current.size >= CAPACITY) return;
      if (hour !== undefined) this.#waiting.push(hour);
      hour = { ...quietHour(accountId, hourOf(now)) };
      this.#current.set(accountId, hour);
    }
    hour[what] += 1;
  }

  /** Writes what was counted; what cannot be written now is kept. */
  async flush(store: Store): Promise<void> {
    const counted = [...this.#waiting, ...this.#current.values()];
    this.#current.clear();
    this.#waiting = [];
    while (counted.length > 0) {
      const batch = counted.splice(0, BATCH_SIZE);
      try {
        await store.write((transaction) => writeUsage(transaction, batch));
      } catch (error) {
        this.#waiting.push(...batch, ...counted);
        throw error;
      }
    }
  }
}
