/**
 * Lets requests and answers wait for the end of the turn in which they come, where all requests are looked at one after
 * another, then all answers written one after another. A busy server goes through each part of its work with many
 * requests at a time instead of through all parts with each: the code and the tables of one part are in the processor's
 * caches then, and who reads the answers is woken up once. On a quiet one, whose last turn had one thing to do, the
 * first of the next waits for nothing.
 */
export class Turns {
  #requests: (() => void)[] = [];
  #answers: (() => void)[] = [];
  /** How much has come in this turn. */
  #come = 0;
  #isBusy = false;
  /** Whether the first of a quiet turn is being looked at. */
  #isAlone = false;

  /** Looks at a request that has come whole. */
  addRequest(look: () => void): void {
    if (this.#mayGoAtOnce()) this.#goAlone(look);
    else this.#requests.push(look);
  }

  /** Writes an answer. */
  addAnswer(write: () => void): void {
    if (this.#isAlone) attempt(write);
    else if (this.#mayGoAtOnce()) this.#goAlone(write);
    else this.#answers.push(write);
  }

  #mayGoAtOnce(): boolean {
    this.#come += 1;
    if (this.#come > 1) return false;
    setImmediate(this.#end);
    return !this.#isBusy;
  }

  #goAlone(act: () => void): void {
    this.#isAlone = true;
    attempt(act);
    this.#isAlone = false;
  }

  readonly #end = (): void => {
    this.#isBusy = this.#come > 1;
    const requests = this.#requests;
    this.#requests = [];
    for (const look of requests) attempt(look);
    const answers = this.#answers;
    this.#answers = [];
    // What came meanwhile has the next turn.
    this.#come = this.#requests.length;
    if (this.#come > 0) setImmediate(this.#end);
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
