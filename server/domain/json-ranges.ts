const COMMA = 0x2c;

/** Which stretches of a chunk pass, gathered and then copied together. */
export class KeptRanges {
  /** Begin and end of each, in turn; begin -1 for a comma that the chunk does not hold in that place. */
  #ranges: number[] = [];
  #length = 0;
  #from = -1;

  /** Whether what is read now passes. */
  get isOpen(): boolean {
    return this.#from >= 0;
  }

  /** From here on it passes. */
  open(at: number): void {
    this.#from = at;
  }

  /** Until here it passed. */
  close(at: number): void {
    if (at > this.#from) {
      this.#ranges.push(this.#from, at);
      this.#length += at - this.#from;
    }
    this.#from = -1;
  }

  /** Puts in a comma. */
  addComma(): void {
    this.#ranges.push(-1, 0);
    this.#length += 1;
  }

  /** What passes of the chunk; begins anew. */
  take(bytes: Uint8Array): Uint8Array {
    const ranges = this.#ranges;
    const length = this.#length;
    this.#ranges = [];
    this.#length = 0;
    const [begin = 0, end = 0] = ranges;
    if (ranges.length <= 2 && begin >= 0) return bytes.subarray(begin, end);
    const kept = new Uint8Array(length);
    let to = 0;
    for (let index = 0; index < ranges.length; index += 2) {
      const from = ranges[index] as number;
      const until = ranges[index + 1] as number;
      if (from < 0) kept[to++] = COMMA;
      else if (until - from > COPY_BY_HAND) {
        kept.set(bytes.subarray(from, until), to);
        to += until - from;
      } else for (let at = from; at < until; at++) kept[to++] = bytes[at] as number;
    }
    return kept;
  }
}

/** Up to so many bytes a loop is quicker than a call. */
const COPY_BY_HAND = 64;
