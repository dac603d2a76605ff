import { type Instant, SECOND } from "../domain/instants.js";
import { SignInThrottle } from "./sign-in-throttle.js";

/** So long a wrong guess is known again. */
const REMEMBER_MS = 60 * 60 * SECOND;

/**
 * Slows down guessing of secrets and codes, which nobody mistypes over and over: as SignInThrottle, but the same wrong
 * one again is no further guess. So a forgotten program with an old secret does not shut out the others of its network.
 * Bounded; knows guesses by their digests only.
 */
export class GuessThrottle {
  readonly #pace = new SignInThrottle();
  readonly #guesses = new Map<string, Instant>();
  readonly #capacity: number;

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  /** Whether nobody has guessed wrong, so that nobody has to wait. */
  get isQuiet(): boolean {
    return this.#pace.isQuiet;
  }

  /** How many seconds whoever guesses as this identity at this address must still wait; 0 when they may try. */
  waitSeconds(identity: string, sourceIp: string, now: Instant): number {
    return this.#pace.waitSeconds(identity, sourceIp, now);
  }

  /** Notes a wrong guess by its digest. */
  failed(identity: string, sourceIp: string, guess: string, now: Instant): void {
    const key = `${identity} ${guess}`;
    const last = this.#guesses.get(key);
    this.#guesses.delete(key);
    this.#guesses.set(key, now);
    const oldest = this.#guesses.keys().next();
    if (this.#guesses.size > this.#capacity && !oldest.done) this.#guesses.delete(oldest.value);
    if (last === undefined || now - last > REMEMBER_MS) this.#pace.attempted(identity, sourceIp, now);
  }
}
