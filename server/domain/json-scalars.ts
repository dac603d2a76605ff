import { beginNumber, continueNumber, isWholeNumber, NO_NUMBER, type NumberPlace } from "./json-numbers.js";
import { JsonProblem } from "./json-problems.js";

const WORDS = ["true", "false", "null"].map((word) => new TextEncoder().encode(word));
const NO_WORD = new Uint8Array(0);
const ESCAPES = new Set([...'"\\/bfnrtu'].map((letter) => letter.charCodeAt(0)));

/** Reads a text, a number or a word of JSON, byte by byte and over the borders of chunks. Throws JsonProblem. */
export class ScalarReader {
  #kind: "TEXT" | "NUMBER" | "WORD" = "TEXT";
  #isDone = true;
  /** Of an escape: 0 for none, 1 to 4 for as many hexadecimal digits to come, 5 for its letter. */
  #escape = 0;
  #number: NumberPlace = NO_NUMBER;
  #word: Uint8Array = NO_WORD;
  #progress = 0;

  /** Whether it has been read to its end. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Whether it may end where the body does. */
  get mayEnd(): boolean {
    return this.#isDone || (this.#kind === "NUMBER" && isWholeNumber(this.#number));
  }

  /** Takes its first byte. */
  begin(byte: number): void {
    this.#isDone = false;
    if (byte === 0x22) {
      this.#kind = "TEXT";
      return;
    }
    this.#number = beginNumber(byte);
    if (this.#number !== NO_NUMBER) {
      this.#kind = "NUMBER";
      return;
    }
    const word = WORDS.find((known) => known[0] === byte);
    if (word === undefined) throw new JsonProblem("A value in it is none.");
    this.#kind = "WORD";
    this.#word = word;
    this.#progress = 1;
  }

  /** Reads on from here; where it stopped, which is the end of the bytes unless it is done. */
  read(bytes: Uint8Array, at: number): number {
    if (this.#kind === "TEXT")
      return this.#escape === 0 ? this.#readText(bytes, at) : this.#readEscape(bytes, at);
    return this.#kind === "NUMBER" ? this.#readNumber(bytes, at) : this.#readWord(bytes, at);
  }

  #readText(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    for (let at = from; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x22) {
        this.#isDone = true;
        return at + 1;
      }
      if (byte === 0x5c) {
        this.#escape = 5;
        return at + 1;
      }
      if (byte < 0x20) throw new JsonProblem("A text in it holds a control character.");
    }
    return length;
  }

  #readEscape(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (this.#escape === 5) {
      if (!ESCAPES.has(byte)) throw new JsonProblem("A text in it holds an unknown escape.");
      this.#escape = byte === 0x75 ? 4 : 0;
    } else {
      if (!isHexadecimal(byte)) throw new JsonProblem("A text in it holds an escape that is none.");
      this.#escape -= 1;
    }
    return at + 1;
  }

  #readNumber(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const next = continueNumber(this.#number, bytes[at] as number);
      if (next === NO_NUMBER) {
        if (!isWholeNumber(this.#number)) throw new JsonProblem("A number in it is none.");
        this.#isDone = true;
        return at;
      }
      this.#number = next;
    }
    return bytes.length;
  }

  #readWord(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== this.#word[this.#progress]) throw new JsonProblem("A word in it is none of JSON's.");
    this.#progress += 1;
    if (this.#progress === this.#word.length) this.#isDone = true;
    return at + 1;
  }
}

function isHexadecimal(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}
