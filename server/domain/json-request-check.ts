import { FieldAutomaton, type FieldState, PASSES } from "./field-automaton.js";
import type { FieldLists } from "./field-paths.js";
import { JsonProblem, MAX_JSON_DEPTH } from "./json-problems.js";
import { foldText } from "./request-paths.js";

/** How many forbidden fields are named at most. */
const MAX_NAMED = 20;

/**
 * Decides which fields of a request's body may be sent. What the service behind could read otherwise is refused: a name
 * that occurs twice in an object, and names that reach a prototype. A removed name is found whatever its case and
 * however Unicode writes it, because some readers match names so.
 */
export class RequestFieldCheck {
  readonly #allowed: FieldAutomaton;
  readonly #removed: FieldAutomaton;

  constructor({ allowed, removed }: FieldLists) {
    this.#allowed = new FieldAutomaton({ allowed, removed: [] });
    this.#removed = new FieldAutomaton({ allowed: [], removed }, foldText);
  }

  /** The paths of the fields that may not be sent; none when the body may pass. Throws JsonProblem for no JSON. */
  forbiddenIn(body: Uint8Array): readonly string[] {
    const forbidden: string[] = [];
    const walk = new Walk(
      readText(body),
      (path) => forbidden.length < MAX_NAMED && forbidden.push(path.join(".")),
    );
    walk.whole(this.#allowed, this.#removed);
    return forbidden;
  }
}

/** One walk over one body. */
class Walk {
  readonly #text: string;
  readonly #forbid: (path: readonly string[]) => void;
  readonly #path: string[] = [];
  #at = 0;
  #depth = 0;
  #allowed: FieldAutomaton | undefined;
  #removed: FieldAutomaton | undefined;

  constructor(text: string, forbid: (path: readonly string[]) => void) {
    this.#text = text;
    this.#forbid = forbid;
  }

  whole(allowed: FieldAutomaton, removed: FieldAutomaton): void {
    this.#allowed = allowed;
    this.#removed = removed;
    this.#value(allowed.start(), removed.start());
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new JsonProblem("Something follows it.");
  }

  #value(allowed: FieldState, removed: FieldState): void {
    this.#skipSpace();
    const character = this.#text[this.#at];
    if (character !== "{" && character !== "[") {
      if (character === '"') this.#readText();
      else this.#readScalar();
      if (!allowed.isLeafVisible || !removed.isLeafVisible) this.#forbid(this.#path);
      return;
    }
    this.#depth += 1;
    if (this.#depth > MAX_JSON_DEPTH) throw new JsonProblem(`It is more than ${MAX_JSON_DEPTH} levels deep.`);
    this.#at += 1;
    const isHidden = allowed.passes === "NONE" || removed.passes === "NONE";
    // One of which nothing may pass is named as a whole; what is in it must be JSON all the same.
    if (isHidden) this.#forbid(this.#path);
    const states = isHidden ? ([PASSES, PASSES] as const) : ([allowed, removed] as const);
    if (character === "{") this.#object(...states);
    else this.#list(...states);
    this.#depth -= 1;
  }

  #list(allowed: FieldState, removed: FieldState): void {
    if (this.#takes("]")) return;
    do this.#value(allowed, removed);
    while (this.#takes(","));
    if (!this.#takes("]")) throw new JsonProblem("A list in it has no end.");
  }

  #object(allowed: FieldState, removed: FieldState): void {
    if (this.#takes("}")) return;
    const names = new Set<string>();
    do {
      this.#skipSpace();
      const name = this.#readName();
      if (names.has(name))
        throw new JsonProblem(`The name "${name.slice(0, 80)}" occurs twice in an object.`);
      names.add(name);
      this.#refusePrototypes(name);
      if (!this.#takes(":")) throw new JsonProblem("A colon is missing in it.");
      this.#path.push(name);
      this.#value(
        this.#allowed?.enter(allowed, name) ?? allowed,
        this.#removed?.enter(removed, foldText(name)) ?? removed,
      );
      this.#path.pop();
    } while (this.#takes(","));
    if (!this.#takes("}")) throw new JsonProblem("An object in it has no end.");
  }

  #refusePrototypes(name: string): void {
    if (name !== "__proto__" && (name !== "prototype" || this.#path.at(-1) !== "constructor")) return;
    throw new JsonProblem(`The name "${name}" could change more than its object.`);
  }

  #takes(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #readName(): string {
    if (this.#text[this.#at] !== '"') throw new JsonProblem("A name is missing in it.");
    return JSON.parse(this.#readText()) as string;
  }

  // By hand: an expression would keep a place to go back to for each character.
  #readText(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    for (; at < text.length && text[at] !== '"'; at++) {
      if (text.charCodeAt(at) < 0x20) throw new JsonProblem("A text in it holds a control character.");
      if (text[at] === "\\") at = this.#afterEscape(at);
    }
    if (at >= text.length) throw new JsonProblem("It is cut off.");
    this.#at = at + 1;
    return text.slice(start, at + 1);
  }

  #afterEscape(at: number): number {
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(this.#text);
    if (escaped === null) throw new JsonProblem("A text in it holds an unknown escape.");
    return at + escaped[0].length - 1;
  }

  #readScalar(): void {
    SCALAR.lastIndex = this.#at;
    const scalar = SCALAR.exec(this.#text);
    if (scalar === null) throw new JsonProblem("A value in it is none.");
    this.#at += scalar[0].length;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
  }
}

// Of RFC 8259, each from where the walk stands.
const SPACE = /[ \n\r\t]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readText(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new JsonProblem("It is not UTF-8.");
  }
}
