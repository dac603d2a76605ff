import type { Entry, Key, Range, Value, Write } from "./engine.js";

/** Everything on a disk as it was at one moment. */
export interface View {
  /** Throws StorageUnavailableError when the disk was reopened since. */
  get(key: Key): Value | undefined;
  /** Up to `limit` entries of the range, in its order. Throws StorageUnavailableError when the disk was reopened since. */
  scan(range: Range, limit: number): Promise<Entry[]>;
  /** Lets go; a scan under way ends well. */
  close(): void;
}

/** What group commit needs of a library that stores keys. */
export interface Disk {
  /** False when reopening failed: nothing can be read or written until `recover` succeeds. */
  readonly isOpen: boolean;
  /** What a key holds now. */
  get(key: Key): Value | undefined;
  /** Cheap: the views between two writes are one. */
  view(): View;
  /** Stores all writes or none, durably. One at a time. After a failure only reads and `recover` are allowed. */
  write(writes: readonly Write[]): Promise<void>;
  /** Makes the disk writable again after a failed write, and makes sure that nothing of that write remains. */
  recover(): Promise<void>;
  close(): Promise<void>;
}
