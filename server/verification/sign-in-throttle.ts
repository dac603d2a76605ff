import { type Instant, SECOND } from "../domain/instants.js";
import { networkOf } from "../domain/ip-ranges.js";

interface Failures {
  readonly count: number;
  readonly last: Instant;
}

/** How many failures are free, and how the wait after the next ones grows. */
interface Pace {
  readonly free: number;
  readonly firstWaitMs: number;
}

const PER_IDENTITY: Pace = { free: 5, firstWaitMs: SECOND };
const PER_SOURCE: Pace = { free: 20, firstWaitMs: SECOND };
const LONGEST_WAIT_MS = 15 * 60 * SECOND;
const FORGET_AFTER_MS = 60 * 60 * SECOND;

/**
 * Slows down guessing of passwords, per identity and per source network: after a few free failures, each next one
 * doubles the wait, up to 15 minutes; an hour of rest forgets. Bounded: the identities seen longest ago go first.
 */
export class SignInThrottle {
  readonly #failures = new Map<string, Failures>();
  readonly #capacity: number;

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  /** Whether nobody has failed lately, so that nobody has to wait. */
  get isQuiet(): boolean {
    return this.#failures.size === 0;
  }

  /** How many seconds this person at this address must still wait; 0 when they may try. */
  waitSeconds(identity: string, sourceIp: string, now: Instant): number {
    const wait = Math.max(
      this.#waitMs(identityKey(identity), PER_IDENTITY, now),
      this.#waitMs(sourceKey(sourceIp), PER_SOURCE, now),
    );
    return Math.ceil(wait / SECOND);
  }

  /** Notes a try before its outcome is known, so that many at once cannot slip through; `succeeded` takes it back. */
  attempted(identity: string, sourceIp: string, now: Instant): void {
    this.#add(identityKey(identity), now);
    this.#add(sourceKey(sourceIp), now);
  }

  /** Forgets the failures of a person who signed in, and this try of their address. */
  succeeded(identity: string, sourceIp: string): void {
    this.#failures.delete(identityKey(identity));
    this.#takeBack(sourceKey(sourceIp));
  }

  /** Takes a try back that came to nothing, because the password was never looked at. */
  abandoned(identity: string, sourceIp: string): void {
    this.#takeBack(identityKey(identity));
    this.#takeBack(sourceKey(sourceIp));
  }

  #waitMs(key: string, pace: Pace, now: Instant): number {
    const known = this.#failures.get(key);
    if (known === undefined || known.count < pace.free || now - known.last > FORGET_AFTER_MS) return 0;
    const wait = Math.min(pace.firstWaitMs * 2 ** (known.count - pace.free), LONGEST_WAIT_MS);
    return Math.max(0, known.last + wait - now);
  }

  #takeBack(key: string): void {
    const known = this.#failures.get(key);
    if (known === undefined) return;
    if (known.count === 1) this.#failures.delete(key);
    else this.#failures.set(key, { ...known, count: known.count - 1 });
  }

  #add(key: string, now: Instant): void {
    const known = this.#failures.get(key);
    const count = known === undefined || now - known.last > FORGET_AFTER_MS ? 0 : known.count;
    this.#failures.delete(key);
    this.#failures.set(key, { count: count + 1, last: now });
    if (this.#failures.size <= this.#capacity) return;
    const oldest = this.#failures.keys().next();
    if (!oldest.done) this.#failures.delete(oldest.value);
  }
}

function identityKey(identity: string): string {
  return `identity ${identity}`;
}

function sourceKey(sourceIp: string): string {
  return `source ${networkOf(sourceIp)}`;
}
