import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  stringify,
} from "yaml";
import type { PolicyChoices, PolicyStatement, PolicyTestCase } from "./access-policies.js";

/** A place in a text, both counted from 1. */
export type TextPlace = { readonly line: number; readonly column: number };

/** Something wrong with a text, and where. */
export type PolicyProblem = TextPlace & { readonly description: string };

/** A policy in a file, and where what it says stands. */
export type PolicyFileEntry = {
  readonly choices: PolicyChoices;
  /** Where a field stands, as the contract spells it: `access_policy.statements[2].paths[0]`. */
  readonly locate: (field: string) => TextPlace;
};

/** Thrown for a text that is no file of policies, with all that is wrong with its shape. */
export class PolicyFileError extends Error {
  override readonly name = "PolicyFileError";
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map(({ line, column, description }) => `${line}:${column}: ${description}`).join("\n"));
    this.problems = problems;
  }
}

const STATEMENT_LISTS = {
  methods: "methods",
  paths: "paths",
  grpc_methods: "grpcMethods",
  scopes: "scopes",
  ip_ranges: "ipRanges",
  request_fields: "requestFields",
  response_fields: "responseFields",
} as const;

const TEST_LISTS = {
  scopes: "scopes",
  hidden_fields: "hiddenFields",
  visible_fields: "visibleFields",
} as const;

const POLICY_KEYS = ["name", "description", "statements", "tests"];
const STATEMENT_KEYS = ["effect", "description", ...Object.keys(STATEMENT_LISTS)];
const TEST_KEYS = ["name", "method", "path", "source_ip", "expect", ...Object.keys(TEST_LISTS)];

type Path = readonly (string | number)[];

/**
 * Reads a text of policies: YAML, several documents with `---` between them, or JSON. Throws PolicyFileError; the rest
 * is for the server to check.
 */
export function readPolicyFile(text: string): PolicyFileEntry[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true });
  if (!Array.isArray(documents) || documents.length === 0)
    throw new PolicyFileError([{ line: 1, column: 1, description: "There is no policy in it." }]);
  return documents.map((document) => new PolicyReader(document, lines).read());
}

/** Writes a policy as a file that reads as the same policy again. */
export function writePolicyFile({ name, description, statements, testCases }: PolicyChoices): string {
  const leaveOutEmpty = (value: object) =>
    Object.fromEntries(
      Object.entries(value).filter(([, one]) => one !== "" && !(Array.isArray(one) && one.length === 0)),
    );
  const listsOf = (value: object, lists: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(lists).map(([key, name]) => [key, (value as Record<string, unknown>)[name]]),
    );
  return stringify(
    leaveOutEmpty({
      name,
      description,
      statements: statements.map((statement) => {
        const { effect, description: words } = statement;
        return leaveOutEmpty({
          effect: effect.toLowerCase(),
          description: words,
          ...listsOf(statement, STATEMENT_LISTS),
        });
      }),
      tests: testCases.map((testCase) => {
        const { name: words, method, path, sourceIp, expectedEffect } = testCase;
        const expect = expectedEffect.toLowerCase();
        const lists = listsOf(testCase, TEST_LISTS);
        return leaveOutEmpty({ name: words, method, path, source_ip: sourceIp, ...lists, expect });
      }),
    }),
    { lineWidth: 110, flowCollectionPadding: false },
  );
}

/** Reads one document, gathering everything that is wrong with its shape; the server checks the rest. */
class PolicyReader {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #problems: PolicyProblem[] = [];

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  read(): PolicyFileEntry {
    for (const { pos, message } of this.#document.errors) {
      const [sentence = ""] = message.split(/ at line| \n|\n/);
      this.#problems.push({ ...this.#place(pos[0]), description: sentence.replace(/:$/, "") });
    }
    if (this.#problems.length === 0) this.#knows([], POLICY_KEYS);
    if (this.#problems.length > 0) throw new PolicyFileError(this.#problems);
    const choices: PolicyChoices = {
      name: this.#text(["name"]),
      description: this.#text(["description"]),
      statements: this.#each(["statements"], (path) => this.#statement(path)),
      testCases: this.#each(["tests"], (path) => this.#testCase(path)),
    };
    if (this.#problems.length > 0) throw new PolicyFileError(this.#problems);
    return { choices, locate: (field) => this.#where(pathOf(field)) };
  }

  #statement(path: Path): PolicyStatement {
    this.#knows(path, STATEMENT_KEYS);
    const lists = Object.entries(STATEMENT_LISTS).map(([key, name]) => [name, this.#texts([...path, key])]);
    return {
      effect: this.#effect([...path, "effect"]),
      description: this.#text([...path, "description"]),
      ...(Object.fromEntries(lists) as Omit<PolicyStatement, "effect" | "description">),
    };
  }

  #testCase(path: Path): PolicyTestCase {
    this.#knows(path, TEST_KEYS);
    const lists = Object.entries(TEST_LISTS).map(([key, name]) => [name, this.#texts([...path, key])]);
    return {
      name: this.#text([...path, "name"]),
      method: this.#text([...path, "method"]),
      path: this.#text([...path, "path"]),
      sourceIp: this.#text([...path, "source_ip"]),
      expectedEffect: this.#effect([...path, "expect"]),
      ...(Object.fromEntries(lists) as Pick<PolicyTestCase, "scopes" | "hiddenFields" | "visibleFields">),
    };
  }

  /** Notes what is no map, and keys that are none of these. */
  #knows(path: Path, keys: readonly string[]): void {
    const node = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (!isMap(node)) {
      this.#refuse(path, `Must be a map with ${keys.join(", ")}.`);
      return;
    }
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      if (keys.includes(name)) continue;
      const at = isNode(key) ? this.#place(key.range?.[0] ?? 0) : this.#where(path);
      const description = `"${name}" is not known here; these are: ${keys.join(", ")}.`;
      this.#problems.push({ ...at, description });
    }
  }

  #each<Item>(path: Path, read: (path: Path) => Item): Item[] {
    const node = this.#document.getIn(path, true);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items.map((_, index) => read([...path, index]));
    this.#refuse(path, "Must be a list.");
    return [];
  }

  #texts(path: Path): string[] {
    return this.#each(path, (item) => this.#text(item));
  }

  #text(path: Path): string {
    const value = this.#document.getIn(path);
    if (value === undefined || value === null) return "";
    if (typeof value === "string") return value;
    this.#refuse(path, "Must be a text; put it in quotes.");
    return "";
  }

  #effect(path: Path): "ALLOW" | "DENY" {
    const text = this.#text(path).toUpperCase();
    if (text === "ALLOW" || text === "DENY") return text;
    this.#refuse(path, "Must be allow or deny.");
    return "DENY";
  }

  #refuse(path: Path, description: string): void {
    const named = `${path.join(".") || "policy"}: ${description}`;
    this.#problems.push({ ...this.#where(path), description: named });
  }

  /** Where a field stands; where the nearest thing around it does when it is not there. */
  #where(path: Path): TextPlace {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#place(node.range[0]);
    }
    return this.#place(this.#document.range?.[0] ?? 0);
  }

  #place(offset: number): TextPlace {
    const { line, col: column } = this.#lines.linePos(offset);
    return { line, column };
  }
}

/** A field of the contract as a path into a file. */
function pathOf(field: string): Path {
  const parts = field.replace(/^access_policy\.?/, "").match(/[^.[\]]+/g) ?? [];
  const renamed = { test_cases: "tests", expected_effect: "expect" } as const;
  return parts.map((part) =>
    /^\d+$/.test(part) ? Number(part) : (renamed[part as keyof typeof renamed] ?? part),
  );
}
