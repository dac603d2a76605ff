import type { Write } from "./engine.js";

/** Told of writes at the moment they take hold. */
export type Observer = (writes: readonly Write[]) => void;

/** Those who keep in memory what they have read, and have to know at once when it is something else. */
export class Observers {
  readonly #observers = new Set<Observer>();

  /** Gives back what ends it. */
  add(observer: Observer): () => void {
    // In a closure of its own, so that the same function observes twice when it is added twice.
    const own: Observer = (writes) => observer(writes);
    this.#observers.add(own);
    return () => void this.#observers.delete(own);
  }

  tell(writes: readonly Write[]): void {
    for (const observer of this.#observers) observer(writes);
  }
}
