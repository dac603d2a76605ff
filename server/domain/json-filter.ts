import type { FieldAutomaton, FieldState } from "./field-automaton.js";
import type { NameTable } from "./json-names.js";
import { JsonProblem, MAX_JSON_DEPTH } from "./json-problems.js";
import { KeptRanges } from "./json-ranges.js";
import { ScalarReader } from "./json-scalars.js";

/** What comes next. */
type Expected =
  | "VALUE"
  | "FIRST_ELEMENT"
  | "FIRST_NAME"
  | "NAME"
  | "COLON"
  | "COMMA_OR_END"
  | "NOTHING"
  | "REST_OF_SCALAR";

/** What says of each place in a body what passes there. */
type FieldStates = Pick<FieldAutomaton, "start" | "enterNumbered">;

/** The longest stretch from a name to its value that is kept back when a chunk ends in it, in bytes. */
const MAX_KEPT_BACK = 65_536;

const NO_BYTES = new Uint8Array(0);
const NULL = new TextEncoder().encode("null");

/**
 * Lets of a JSON body pass what field lists admit, byte for byte, in one go and chunk by chunk: what it holds at a time
 * is a chunk, one name and where it stands. A name that occurs twice is decided both times; numbers stay as they were
 * written. Throws JsonProblem for what is no JSON; what was given out until then is no answer either.
 */
export class JsonFilter {
  readonly #automaton: FieldStates;
  readonly #names: Pick<NameTable, "numberOf">;
  readonly #kept = new KeptRanges();
  #bytes: Uint8Array = NO_BYTES;
  #at = 0;
  #expected: Expected = "VALUE";
  /** Of each list or object that is open: its state, which of the two it is, and whether something of it passed. */
  readonly #states: FieldState[] = [];
  readonly #isObject = new Uint8Array(MAX_JSON_DEPTH);
  readonly #hasKept = new Uint8Array(MAX_JSON_DEPTH);
  #depth = -1;
  /** The state of the value that comes next. */
  #next: FieldState;
  /** Where the member or element begins that is not decided yet, and the comma before it; -1 for none. */
  #pendingAt = -1;
  #commaAt = -1;
  #isOpenAcross = false;
  #keptBack: Uint8Array = NO_BYTES;
  #isBodyHidden = false;
  readonly #scalar = new ScalarReader();

  /** The names may be shared by all filters of the same automaton. */
  constructor(automaton: FieldStates, names: Pick<NameTable, "numberOf">) {
    this.#automaton = automaton;
    this.#names = names;
    this.#next = automaton.start();
  }

  /** What may pass of the next chunk, and of what was kept back before. */
  write(chunk: Uint8Array): Uint8Array {
    this.#bytes = this.#keptBack.length === 0 ? chunk : concatenate(this.#keptBack, chunk);
    this.#keptBack = NO_BYTES;
    this.#at = 0;
    if (this.#isOpenAcross) this.#kept.open(0);
    while (this.#at < this.#bytes.length) {
      if (this.#expected === "REST_OF_SCALAR") this.#readScalar();
      else this.#readStructure(this.#bytes[this.#at] as number);
    }
    this.#endChunk();
    return this.#kept.take(this.#bytes);
  }

  /** What may still pass when the body is over. */
  end(): Uint8Array {
    if (this.#expected === "REST_OF_SCALAR" && this.#scalar.mayEnd) this.#endValue();
    if (this.#expected !== "NOTHING") throw new JsonProblem("It is cut off.");
    return this.#isBodyHidden ? NULL : NO_BYTES;
  }

  #readScalar(): void {
    this.#at = this.#scalar.read(this.#bytes, this.#at);
    if (this.#scalar.isDone) this.#endValue();
  }

  #readStructure(byte: number): void {
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.#at += 1;
      return;
    }
    switch (this.#expected) {
      case "VALUE":
        this.#beginValue(byte);
        break;
      case "FIRST_ELEMENT":
        if (byte === 0x5d) this.#leave();
        else this.#beginValue(byte);
        break;
      case "FIRST_NAME":
        if (byte === 0x7d) this.#leave();
        else this.#readName(byte);
        break;
      case "NAME":
        this.#readName(byte);
        break;
      case "COLON":
        if (byte !== 0x3a) throw new JsonProblem("A colon is missing in it.");
        this.#at += 1;
        this.#expected = "VALUE";
        break;
      case "COMMA_OR_END":
        this.#readCommaOrEnd(byte);
        break;
      default:
        throw new JsonProblem("Something follows it.");
    }
  }

  #readCommaOrEnd(byte: number): void {
    const isObject = this.#isObject[this.#depth] === 1;
    if (byte === (isObject ? 0x7d : 0x5d)) {
      this.#leave();
      return;
    }
    if (byte !== 0x2c) throw new JsonProblem("A comma or an end is missing in it.");
    if (this.#kept.isOpen && this.#states[this.#depth]?.passes === "SOME") this.#commaAt = this.#at;
    this.#at += 1;
    this.#expected = isObject ? "NAME" : "VALUE";
  }

  #readName(byte: number): void {
    if (byte !== 0x22) throw new JsonProblem("A name is missing in it.");
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let isPlain = true;
    let at = start;
    for (; at < bytes.length; at++) {
      const next = bytes[at] as number;
      if (next === 0x22) break;
      if (next === 0x5c) {
        isPlain = false;
        at += 1;
      } else if (next < 0x20) throw new JsonProblem("A name in it holds a control character.");
      else if (next > 0x7e) isPlain = false;
    }
    this.#pendingAt = start - 1;
    if (at >= bytes.length) {
      this.#at = bytes.length;
      return;
    }
    const state = this.#states[this.#depth] as FieldState;
    if (state.passes === "SOME" || !isPlain) {
      const number = this.#names.numberOf(bytes, start, at, isPlain);
      this.#next = this.#automaton.enterNumbered(state, number);
    }
    if (state.passes !== "SOME") {
      this.#next = state;
      this.#pendingAt = -1;
    }
    this.#at = at + 1;
    this.#expected = "COLON";
  }

  #beginValue(byte: number): void {
    const isContainer = byte === 0x7b || byte === 0x5b;
    const state = this.#states[this.#depth];
    // In a list every element stands where the list does; the body itself stands at the start.
    if (state !== undefined && this.#isObject[this.#depth] === 0) this.#next = state;
    if (state === undefined || state.passes === "SOME") {
      this.#decide(isContainer ? this.#next.passes !== "NONE" : this.#next.isLeafVisible);
    }
    if (isContainer) {
      this.#enter(byte === 0x7b);
    } else {
      this.#scalar.begin(byte);
      this.#at += 1;
      this.#expected = "REST_OF_SCALAR";
    }
  }

  /** Opens or closes what passes before the member or element that begins here. */
  #decide(passes: boolean): void {
    const start = this.#pendingAt < 0 ? this.#at : this.#pendingAt;
    if (!passes) {
      if (this.#kept.isOpen) this.#kept.close(this.#commaAt < 0 ? start : this.#commaAt);
      if (this.#depth < 0) this.#isBodyHidden = true;
    } else {
      if (!this.#kept.isOpen) {
        if (this.#hasKept[this.#depth] === 1) this.#kept.addComma();
        this.#kept.open(start);
      }
      if (this.#depth >= 0) this.#hasKept[this.#depth] = 1;
    }
    this.#pendingAt = -1;
    this.#commaAt = -1;
  }

  #enter(isObject: boolean): void {
    this.#depth += 1;
    if (this.#depth >= MAX_JSON_DEPTH)
      throw new JsonProblem(`It is more than ${MAX_JSON_DEPTH} levels deep.`);
    this.#states[this.#depth] = this.#next;
    this.#isObject[this.#depth] = isObject ? 1 : 0;
    this.#hasKept[this.#depth] = 0;
    this.#expected = isObject ? "FIRST_NAME" : "FIRST_ELEMENT";
    this.#at += 1;
  }

  #leave(): void {
    const isPartial = this.#states[this.#depth]?.passes === "SOME";
    if (isPartial && !this.#kept.isOpen) this.#kept.open(this.#at);
    this.#depth -= 1;
    this.#at += 1;
    this.#endValue();
  }

  #endValue(): void {
    this.#expected = this.#depth < 0 ? "NOTHING" : "COMMA_OR_END";
  }

  // What is not decided yet is read again with the next chunk; what passes goes on passing.
  #endChunk(): void {
    const { length } = this.#bytes;
    const isPending = this.#pendingAt >= 0;
    const isUndecided = isPending || this.#commaAt >= 0;
    const until = this.#commaAt >= 0 ? this.#commaAt : isPending ? this.#pendingAt : length;
    const isPartial = this.#states[this.#depth]?.passes === "SOME";
    this.#isOpenAcross = this.#kept.isOpen && !(isUndecided && isPartial);
    if (this.#kept.isOpen) this.#kept.close(until);
    if (isPending) {
      if (length - this.#pendingAt > MAX_KEPT_BACK) throw new JsonProblem("A name in it is too long.");
      this.#keptBack = this.#bytes.slice(this.#pendingAt);
      this.#expected = "NAME";
    }
    this.#pendingAt = -1;
    this.#commaAt = -1;
  }
}

function concatenate(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
