/** Two clocks of one process: one that never jumps, and one that goes on while the process or its machine sleeps. */
export interface Clocks {
  /** Milliseconds that only rise. */
  monotonic(): number;
  /** Milliseconds of the wall clock. */
  wall(): number;
}

/** The clocks of this machine. */
export const MACHINE_CLOCKS: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() };

/** A moment on both clocks. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

/** How far the clocks may part during a call before what is counted from its beginning means nothing. */
const SLIP_MS = 1_000;

/**
 * Knows how old what was told may be. The server says how long it had been at a call when nothing was left to tell;
 * counted from the moment the call was made, that errs on the safe side however long a message was on its way.
 */
export class Freshness {
  readonly #clocks: Clocks;
  /** Everything up to then is known; undefined while nothing is. */
  #known: Moment | undefined;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
  }

  /** Now, on both clocks. */
  now(): Moment {
    return { monotonic: this.#clocks.monotonic(), wall: this.#clocks.wall() };
  }

  /** Takes in that all up to so long after the beginning of a call is known. */
  confirm(begin: Moment, elapsedMs: number): void {
    const now = this.now();
    const monotonic = Math.min(begin.monotonic + elapsedMs, now.monotonic);
    const wall = Math.min(begin.wall + elapsedMs, now.wall);
    // Of a call made anew, the first word may be older than the last one of the call before.
    if (this.#known !== undefined && this.#known.monotonic > monotonic && this.#known.wall > wall) return;
    this.#known = { monotonic, wall };
  }

  /** Whether the clocks have parted since, as when the machine slept: then a call has to be made anew. */
  hasSlipped(begin: Moment): boolean {
    const now = this.now();
    return Math.abs(now.wall - begin.wall - (now.monotonic - begin.monotonic)) > SLIP_MS;
  }

  /** Forgets that anything is known. */
  forget(): void {
    this.#known = undefined;
  }

  /** How old, in milliseconds, what is known may be at most; Infinity while nothing is. */
  staleness(): number {
    return this.stalenessAt(this.#clocks.wall());
  }

  /** The same, for whoever has looked at the wall clock already. */
  stalenessAt(wall: number): number {
    const known = this.#known;
    if (known === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(this.#clocks.monotonic() - known.monotonic, wall - known.wall, 0);
  }
}
