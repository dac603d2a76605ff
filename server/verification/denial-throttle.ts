import { type Instant, SECOND } from "../domain/instants.js";

/** The same denial is told once in this long. */
const QUIET_MS = 60 * SECOND;

/** Lets through one denial of a kind a minute, so that a script in a loop does not fill the audit log. Bounded. */
export class DenialThrottle {
  readonly #told = new Map<string, Instant>();
  readonly #capacity: number;

  constructor(capacity = 10_000) {
    this.#capacity = capacity;
  }

  /** Whether this denial is to be told; if so, the next ones of its kind are not, for a minute. */
  isNew(kind: string, now: Instant): boolean {
    const last = this.#told.get(kind);
    if (last !== undefined && now - last < QUIET_MS) return false;
    this.#told.delete(kind);
    this.#told.set(kind, now);
    const oldest = this.#told.keys().next();
    if (this.#told.size > this.#capacity && !oldest.done) this.#told.delete(oldest.value);
    return true;
  }
}
