/**
 * What is to be written to sockets, until all that came in this turn has been looked at. Written in between, each answer
 * would wake its reader up anew, and the other requests would wait for that; those who read many answers find them
 * together. Nothing waits when nothing else is there to do.
 */
export class Outbox {
  #waiting: (() => void)[] = [];

  /** Runs `write`, which must not throw, at the end of this turn. */
  add(write: () => void): void {
    if (this.#waiting.push(write) === 1) setImmediate(this.#writeAll);
  }

  readonly #writeAll = (): void => {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const write of waiting) write();
  };
}
