import { Failure } from "./failure.js";

/** How a field is compared. */
export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | ":";

/** A filter, parsed. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "word"; readonly text: string }
  | {
      readonly kind: "comparison";
      readonly field: string;
      readonly operator: Operator;
      readonly value: string;
    };

interface Token {
  readonly kind: "text" | "quoted" | "operator" | "(" | ")" | "-";
  readonly text: string;
}

const TOKEN =
  /\s*(?:(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<operator><=|>=|!=|=|<|>|:)|(?<mark>[()]|-(?=[^\s]))|(?<text>[^\s()"'=<>!:]+))/uy;

const OPERATORS: readonly string[] = ["=", "!=", "<", "<=", ">", ">=", ":"];

/** Words that join conditions, unless they are quoted. */
const KEYWORDS: readonly string[] = ["AND", "OR", "NOT"];

/** How deep parentheses and negations may nest. */
const MAX_DEPTH = 20;

/** Parses a filter as AIP-160 has it: OR binds tighter than AND; terms side by side are joined by AND. */
export function parseFilter(filter: string): Condition {
  const parser = new Parser(tokenize(filter));
  const condition = parser.expression(0);
  parser.expectEnd();
  return condition;
}

function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  const text = filter.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const position = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined)
      throw syntax(`It cannot be read from "${text.slice(position, position + 20)}" on.`);
    if (groups["quoted"] !== undefined) {
      tokens.push({ kind: "quoted", text: groups["quoted"].slice(1, -1).replaceAll(/\\(.)/gu, "$1") });
    } else if (groups["operator"] !== undefined) {
      tokens.push({ kind: "operator", text: groups["operator"] });
    } else if (groups["mark"] !== undefined) {
      tokens.push({ kind: groups["mark"] as "(" | ")" | "-", text: groups["mark"] });
    } else {
      tokens.push({ kind: "text", text: groups["text"] as string });
    }
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  expression(depth: number): Condition {
    if (depth > MAX_DEPTH) throw syntax("It is nested too deeply.");
    const parts = [this.#alternatives(depth)];
    for (;;) {
      const isAnd = this.#takeWord("AND");
      if (!isAnd && (this.#peek() === undefined || this.#peek()?.kind === ")")) break;
      parts.push(this.#alternatives(depth));
    }
    return parts.length === 1 ? (parts[0] as Condition) : { kind: "and", parts };
  }

  expectEnd(): void {
    const rest = this.#peek();
    if (rest !== undefined) throw syntax(`"${rest.text.slice(0, 40)}" is not expected there.`);
  }

  #alternatives(depth: number): Condition {
    const parts = [this.#term(depth)];
    while (this.#takeWord("OR")) parts.push(this.#term(depth));
    return parts.length === 1 ? (parts[0] as Condition) : { kind: "or", parts };
  }

  #term(depth: number): Condition {
    if (depth > MAX_DEPTH) throw syntax("It is nested too deeply.");
    if (this.#takeWord("NOT") || this.#take("-")) return { kind: "not", part: this.#term(depth + 1) };
    if (this.#take("(")) {
      const inner = this.expression(depth + 1);
      if (!this.#take(")")) throw syntax("A closing parenthesis is missing.");
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Condition {
    const name = this.#tokens[this.#next];
    if (name === undefined) throw syntax("It ends too early.");
    const isKeyword = name.kind === "text" && KEYWORDS.includes(name.text);
    if (isKeyword || (name.kind !== "text" && name.kind !== "quoted")) {
      throw syntax(`"${name.text}" is not expected there.`);
    }
    this.#next += 1;
    const operator = this.#peek();
    if (operator?.kind !== "operator" || !OPERATORS.includes(operator.text)) {
      return { kind: "word", text: name.text };
    }
    this.#next += 1;
    const minus = this.#take("-") ? "-" : "";
    const value = this.#tokens[this.#next];
    if (value === undefined || (value.kind !== "text" && value.kind !== "quoted")) {
      throw syntax(`A value is missing after ${name.text} ${operator.text}; put texts in double quotes.`);
    }
    this.#next += 1;
    return {
      kind: "comparison",
      field: name.text,
      operator: operator.text as Operator,
      value: minus + value.text,
    };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(kind: Token["kind"]): boolean {
    if (this.#peek()?.kind !== kind) return false;
    this.#next += 1;
    return true;
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "text" || token.text !== word) return false;
    this.#next += 1;
    return true;
  }
}

function syntax(description: string): Failure {
  return new Failure("FILTER_INVALID", `filter: ${description}`, {
    violations: [{ field: "filter", description }],
  });
}
