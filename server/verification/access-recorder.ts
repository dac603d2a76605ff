import type { IdentifiedCaller } from "../domain/callers.js";
import type { TrialDenial } from "../domain/decisions.js";
import { type CountedRequest, GatheredObservations } from "../domain/gathered-observations.js";
import type { Store } from "../store/store.js";
import { writeDenials, writeUses } from "./observation-writes.js";

/** How many kinds are gathered at most before further ones are only counted; a flush comes every few seconds. */
const CAPACITY = 20_000;

/** How many rows go into one commit. */
const BATCH_SIZE = 200;

/**
 * Counts what policies in dry run would deny, and where an account wants it, what its credentials are used for. Written
 * in batches, off the path of the calls; a crash loses what was gathered since the last flush.
 */
export class AccessRecorder {
  readonly #gathered = new GatheredObservations(CAPACITY);

  /** Notes what policies in dry run would have denied to a caller. */
  noteDenials(caller: IdentifiedCaller, denials: readonly TrialDenial[], request: CountedRequest): void {
    this.#gathered.noteDenials(caller, denials, request);
  }

  /** Notes that a caller was allowed to do something. */
  noteUse(caller: IdentifiedCaller, request: CountedRequest): void {
    this.#gathered.noteUse(caller, request);
  }

  /** Writes what was gathered. What cannot be written now is gathered again. */
  async flush(store: Store): Promise<void> {
    while (this.#gathered.size > 0) {
      const denials = this.#gathered.takeDenials(BATCH_SIZE);
      const uses = this.#gathered.takeUses(BATCH_SIZE);
      try {
        await store.write(async (transaction) => {
          await writeDenials(transaction, denials);
          await writeUses(transaction, uses);
        });
      } catch (error) {
        for (const denial of denials) this.#gathered.addDenial(denial);
        for (const use of uses) this.#gathered.addUse(use);
        throw error;
      }
    }
  }
}
