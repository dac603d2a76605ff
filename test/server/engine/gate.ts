import { openScratch, scratchDirectory } from "./scratch.js";

/** Writes to the disk that wait, fail or pass as the test has it. */
class Gate {
  written = 0;
  fault: "none" | "before" | "after" = "none";
  #isShut = false;
  #open: () => void = () => undefined;
  #arrived: () => void = () => undefined;

  readonly aroundWrite = async (write: () => Promise<void>): Promise<void> => {
    if (this.#isShut) {
      await new Promise<void>((resolve) => {
        this.#open = resolve;
        this.#arrived();
      });
    }
    if (this.fault === "before") throw new Error("ENOSPC: no space left on device");
    await write();
    if (this.fault === "after") throw new Error("EIO: i/o error, fsync");
    this.written++;
  };

  /** Stops the next write; resolves when it has come so far. */
  shut(): Promise<void> {
    this.#isShut = true;
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  open(): void {
    this.#isShut = false;
    this.#open();
  }
}

/** An engine on a directory of its own, whose writes pass a gate. */
export async function openGated() {
  const gate = new Gate();
  const directory = await scratchDirectory();
  const engine = await openScratch({ directory, aroundWrite: gate.aroundWrite });
  return { gate, directory, engine };
}
