import type {
  Change,
  Check,
  Engine,
  MaybePromise,
  Position,
  Snapshot,
  Write,
} from "../../server/engine/engine.js";
import { openLevelEngine } from "../../server/engine/level.js";

/** What a crashed engine throws: nobody has heard an answer. */
class CrashedError extends Error {
  override readonly name = "CrashedError";
}

/** How a crash meets the write under way: it never reached the disk, or it did and nobody was told. */
export type CrashMoment = "before the write" | "after the write";

/** A LevelDB engine that can be cut off in the middle of a write, and opened again on what then lies on the disk. */
export class CrashingEngine implements Engine {
  readonly #directory: string;
  #engine: Engine | undefined;
  #moment: CrashMoment | undefined;
  #writesLeft = 0;
  #isDown = true;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Opens it, for the first time or after a crash. */
  async open(): Promise<void> {
    await this.#engine?.close();
    this.#engine = await openLevelEngine({
      directory: this.#directory,
      aroundWrite: (write) => this.#aroundWrite(write),
    });
    this.#moment = undefined;
    this.#isDown = false;
  }

  /** So many more writes go to the disk; the one after them is the last. */
  crashAfter(writes: number, moment: CrashMoment): void {
    this.#writesLeft = writes;
    this.#moment = moment;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  snapshot(): MaybePromise<Snapshot> {
    return this.#up().snapshot();
  }

  async commit(checks: readonly Check[], writes: readonly Write[]): Promise<"committed" | "conflict"> {
    const engine = this.#up();
    try {
      return await engine.commit(checks, writes);
    } catch (error) {
      throw this.#isDown ? new CrashedError("Nobody answers.", { cause: error }) : error;
    }
  }

  position(): Position {
    return this.#engine?.position() ?? 0;
  }

  observe(observer: (writes: readonly Write[]) => void): () => void {
    return this.#up().observe(observer);
  }

  changes(after: Position): AsyncIterable<Change> {
    return this.#up().changes(after);
  }

  async close(): Promise<void> {
    this.#isDown = true;
    await this.#engine?.close();
  }

  async #aroundWrite(write: () => Promise<void>): Promise<void> {
    this.#writesLeft -= 1;
    if (this.#moment === undefined || this.#writesLeft >= 0) return write();
    this.#isDown = true;
    if (this.#moment === "after the write") await write();
    throw new CrashedError("The power is gone.");
  }

  #up(): Engine {
    if (this.#isDown || this.#engine === undefined) throw new CrashedError("Nobody answers.");
    return this.#engine;
  }
}
