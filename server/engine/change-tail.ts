import { type Change, type Position, PositionUnknownError } from "./engine.js";

/** How many changes an engine remembers unless told otherwise. */
const DEFAULT_TAIL_LENGTH = 10_000;

/** The last durable changes, for any number of readers: each has its own place, and none can hold anything back. */
export class ChangeTail {
  /** By running number: unlike positions these have no gaps. */
  readonly #kept = new Map<number, Change>();
  readonly #length: number;
  #first = 0;
  #next = 0;
  /** The position right before the oldest change that is kept. */
  #floor: Position;
  #last: Position;
  #isClosed = false;
  readonly #waiting = new Set<() => void>();

  /** Begins right behind `position`. */
  constructor(position: Position, length: number = DEFAULT_TAIL_LENGTH) {
    this.#floor = position;
    this.#last = position;
    this.#length = length;
  }

  /** Adds changes that have become durable, in order. */
  publish(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#kept.set(this.#next++, change);
      this.#last = change.position;
    }
    while (this.#next - this.#first > this.#length) {
      this.#floor = this.#kept.get(this.#first)?.position ?? this.#floor;
      this.#kept.delete(this.#first++);
    }
    this.#wakeAll();
  }

  /** The changes after a position for as long as it is read: the port's `changes`. */
  read(after: Position): AsyncIterable<Change> {
    return { [Symbol.asyncIterator]: () => new TailReader(this, after) };
  }

  /** Readers get what they have not read yet, then end. */
  close(): void {
    this.#isClosed = true;
    this.#wakeAll();
  }

  /** The number of the first change after a position. Throws PositionUnknownError. */
  numberAfter(after: Position): number {
    if (after < this.#floor || after > this.#last || !Number.isSafeInteger(after)) {
      throw new PositionUnknownError(
        `Changes are known after positions ${this.#floor} to ${this.#last}; not after ${after}.`,
      );
    }
    let low = this.#first;
    let high = this.#next;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#kept.get(middle)?.position ?? 0) > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The change with a number, "later" if there is none yet, "never" if there will be none. Throws PositionUnknownError. */
  at(number: number): Change | "later" | "never" {
    if (number < this.#first) {
      throw new PositionUnknownError("This reader is too slow: the next change it needs is no longer known.");
    }
    return this.#kept.get(number) ?? (this.#isClosed ? "never" : "later");
  }

  /** Calls `wake` once, when there is something new or the end. */
  wait(wake: () => void): void {
    this.#waiting.add(wake);
  }

  /** Forgets a `wake` that is no longer wanted. */
  forget(wake: () => void): void {
    this.#waiting.delete(wake);
  }

  #wakeAll(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}

/** One reader's place. Not a generator, since `return` on one would have to wait for the next change. */
class TailReader implements AsyncIterator<Change> {
  readonly #tail: ChangeTail;
  readonly #after: Position;
  #number: number | undefined;
  #hasEnded = false;
  readonly #wakes = new Set<() => void>();

  constructor(tail: ChangeTail, after: Position) {
    this.#tail = tail;
    this.#after = after;
  }

  async next(): Promise<IteratorResult<Change, undefined>> {
    try {
      while (!this.#hasEnded) {
        this.#number ??= this.#tail.numberAfter(this.#after);
        const change = this.#tail.at(this.#number);
        if (change === "never") break;
        if (change !== "later") {
          this.#number++;
          return { done: false, value: change };
        }
        await this.#news();
      }
    } catch (error) {
      await this.return();
      throw error;
    }
    return this.return();
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#hasEnded = true;
    for (const wake of this.#wakes) {
      this.#tail.forget(wake);
      wake();
    }
    return { done: true, value: undefined };
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#wakes.delete(wake);
        resolve();
      };
      this.#wakes.add(wake);
      this.#tail.wait(wake);
    });
  }
}
