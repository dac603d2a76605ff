/**
 * Lets requests and answers wait for the end of the turn in which they come, where all requests are looked at one after
 * another, then all answers written one after another. A busy server goes through each part of its work with many
 * requests at a time instead of through all parts with each: the code and the tables of one part are in the processor's
 * caches then, and who reads the answers is woken up once. When nothing else has come, nothing waits.
 */
export class Turns {
  #requests: (() => void)[] = [];
  #answers: (() => void)[] = [];
  #isEndAwaited = false;

  /** Looks at a request that has come whole. */
  addRequest(look: () => void): void {
    this.#requests.push(look);
    this.#awaitEnd();
  }

  /** Writes an answer. */
  addAnswer(write: () => void): void {
    this.#answers.push(write);
    this.#awaitEnd();
  }

  #awaitEnd(): void {
    if (this.#isEndAwaited) return;
    this.#isEndAwaited = true;
    setImmediate(this.#end);
  }

  readonly #end = (): void => {
    const requests = this.#requests;
    this.#requests = [];
    for (const look of requests) attempt(look);
    const answers = this.#answers;
    this.#answers = [];
    this.#isEndAwaited = false;
    if (this.#requests.length > 0) this.#awaitEnd();
    for (const write of answers) attempt(write);
  };
}

/** What one throws is nobody's who came in the same turn: it is thrown by itself. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    setImmediate(() => {
      throw error;
    });
  }
}
