/** The one-time code that makes a server's first account; known by its digest only. */
export class SetupCode {
  #digest: string | undefined;

  /** Offers a code, in the place of any before. */
  offer(digest: string): void {
    this.#digest = digest;
  }

  /** Whether this is the digest of the code on offer. Digests may be compared plainly: they tell nothing of the code. */
  accepts(digest: string): boolean {
    return this.#digest !== undefined && this.#digest === digest;
  }

  /** Takes the code back once it has served. */
  withdraw(): void {
    this.#digest = undefined;
  }
}
