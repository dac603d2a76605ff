import { type Instant, SECOND } from "../domain/instants.js";

interface Bucket {
  readonly left: number;
  readonly time: Instant;
}

/**
 * Lets so many through at once for each key, and as many again in each span of time. For what costs something and needs
 * no proof of anybody. Bounded: the keys seen longest ago go first.
 */
export class RateThrottle {
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: number;
  readonly #spanMs: number;
  readonly #capacity: number;

  constructor(size: number, spanMs: number, capacity = 20_000) {
    this.#size = size;
    this.#spanMs = spanMs;
    this.#capacity = capacity;
  }

  /** How many seconds to wait; 0 for one that is let through, and then counts. */
  take(key: string, now: Instant): number {
    const known = this.#buckets.get(key) ?? { left: this.#size, time: now };
    // A clock that was put back gives nothing.
    const refilled = (Math.max(0, now - known.time) * this.#size) / this.#spanMs;
    const left = Math.min(this.#size, known.left + refilled);
    if (left < 1) return Math.max(1, Math.ceil(((1 - left) * this.#spanMs) / this.#size / SECOND));
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left - 1, time: now });
    const oldest = this.#buckets.keys().next();
    if (this.#buckets.size > this.#capacity && !oldest.done) this.#buckets.delete(oldest.value);
    return 0;
  }
}
