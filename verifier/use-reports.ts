import type { IdentifiedCaller } from "../server/domain/callers.js";
import type { Question } from "./question.js";
import type { Remote } from "./remote.js";

/** A credential's use is told no more often than this. */
const INTERVAL_MS = 5 * 60_000;

/** How many are remembered as told. */
const CAPACITY = 100_000;

/** How many are told at a time at most; what comes beyond is told at its next use. */
const MOST_AT_ONCE = 32;

/** Tells Latchkey now and then that a credential is used, by asking about it: then it knows when, by whom and from where. */
export class UseReports {
  readonly #remote: Remote;
  readonly #told = new Map<string, number>();
  #underWay = 0;

  constructor(remote: Remote) {
    this.#remote = remote;
  }

  /** Notes a use. */
  note({ credentialId }: IdentifiedCaller, question: Question, now: number): void {
    const last = this.#told.get(credentialId);
    if (last !== undefined && now - last < INTERVAL_MS) return;
    if (this.#underWay >= MOST_AT_ONCE) return;
    this.#told.delete(credentialId);
    this.#told.set(credentialId, now);
    const oldest = this.#told.keys().next();
    if (this.#told.size > CAPACITY && !oldest.done) this.#told.delete(oldest.value);
    this.#underWay += 1;
    void this.#remote.ask(question).then((answer) => {
      this.#underWay -= 1;
      // Not heard: the next use tells it.
      if (answer.status === 503) this.#told.delete(credentialId);
    });
  }
}
