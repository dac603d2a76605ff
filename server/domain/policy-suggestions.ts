import { addUse, kindOf, type ObservedUse, REST, type SeenFields } from "./access-observations.js";
import { readGrpcPattern, readPathPattern } from "./path-patterns.js";
import { UNREADABLE_SHAPE } from "./path-shapes.js";
import { MAX_STATEMENTS, type PolicyStatement } from "./policy-statements.js";
import type { PolicyTestCase } from "./policy-tests.js";

/** A policy that would have allowed what was observed. */
export interface PolicySuggestion {
  readonly statements: readonly PolicyStatement[];
  /** What each statement rests on, in their order. */
  readonly evidence: readonly StatementEvidence[];
  readonly testCases: readonly PolicyTestCase[];
  readonly requestCount: number;
  /** Whether something was observed that it does not say: it may be too small. */
  readonly isIncomplete: boolean;
}

/** With more paths than this that differ in one segment only, any segment may stand there. */
const MAX_SIBLINGS = 12;

/** How many paths one statement holds. */
const MAX_PATHS = 50;

const NO_CONDITIONS = {
  effect: "ALLOW",
  description: "",
  methods: [],
  paths: [],
  grpcMethods: [],
  scopes: [],
  ipRanges: [],
  requestFields: [],
  responseFields: [],
} as const satisfies PolicyStatement;

/** What a proposed statement rests on: how many requests, and of how many of them the fields are known. */
export interface StatementEvidence {
  readonly requestCount: number;
  readonly requestFieldsKnownCount: number;
  readonly responseFieldsKnownCount: number;
}

/** A statement to be, with what it rests on. */
interface Draft {
  readonly methods: readonly string[];
  /** A pattern of paths, or a gRPC method. */
  readonly pattern: string;
  readonly isGrpc: boolean;
  readonly requestFields: readonly string[];
  readonly responseFields: readonly string[];
  readonly evidence: StatementEvidence;
}

/**
 * The smallest policy that allows what was observed, and nothing that could be told apart from it. Fields are named
 * where they are known of every request.
 */
export function suggestPolicy(uses: readonly ObservedUse[]): PolicySuggestion {
  const usable = uses.filter(
    ({ method, path }) => method !== REST && path !== UNREADABLE_SHAPE && path !== "",
  );
  const drafts = draftsOf(generalize(usable));
  const precise = statementsOf(drafts);
  const grouped = precise.length > MAX_STATEMENTS ? statementsOf(drafts.map(withoutFields)) : precise;
  return {
    statements: grouped.map(({ statement }) => statement),
    evidence: grouped.map(({ evidence }) => evidence),
    testCases: usable.slice(0, 100).map(testCaseOf),
    requestCount: uses.reduce((sum, { count }) => sum + count, 0),
    isIncomplete: usable.length < uses.length,
  };
}

/** What was observed of each method and pattern, in the order of patterns. */
function draftsOf(uses: readonly ObservedUse[]): Draft[] {
  const together = new Map<string, ObservedUse>();
  for (const use of uses) {
    const known = together.get(kindOf(use));
    together.set(kindOf(use), known === undefined ? use : addUse(known, use));
  }
  const drafts = [...together.values()].map((use): Draft => {
    const { method, path, count } = use;
    const isGrpc =
      method === "POST" && path.includes(".") && typeof readGrpcPattern(path.slice(1)) !== "string";
    return {
      methods: [method],
      pattern: isGrpc ? path.slice(1) : path,
      isGrpc,
      requestFields: isGrpc ? [] : fieldsIfKnown(use.requestFields, count),
      responseFields: isGrpc ? [] : fieldsIfKnown(use.responseFields, count),
      evidence: {
        requestCount: count,
        requestFieldsKnownCount: use.requestFields?.count ?? 0,
        responseFieldsKnownCount: use.responseFields?.count ?? 0,
      },
    };
  });
  return drafts.sort((one, other) => (one.pattern < other.pattern ? -1 : 1));
}

function fieldsIfKnown(seen: SeenFields | undefined, count: number): readonly string[] {
  return seen !== undefined && seen.count >= count ? seen.paths : [];
}

function withoutFields(draft: Draft): Draft {
  return { ...draft, requestFields: [], responseFields: [] };
}

interface Proposed {
  readonly statement: PolicyStatement;
  readonly evidence: StatementEvidence;
}

/** One statement for all patterns that are used with the same methods and fields. */
function statementsOf(drafts: readonly Draft[]): Proposed[] {
  const byPattern = groupBy(drafts, (draft) =>
    JSON.stringify([draft.isGrpc, draft.pattern, fieldsOf(draft)]),
  );
  const patterns = byPattern.map((group) => ({
    ...(group[0] as Draft),
    methods: group.flatMap(({ methods }) => methods).sort(),
    evidence: sumOf(group),
  }));
  const alike = groupBy(patterns, (draft) =>
    JSON.stringify([draft.isGrpc, draft.isGrpc ? [] : draft.methods, fieldsOf(draft)]),
  );
  return alike
    .sort(([one], [other]) => Number(one?.isGrpc) - Number(other?.isGrpc))
    .flatMap((group) => inParts(group).map(proposalOf));
}

function fieldsOf({ requestFields, responseFields }: Draft) {
  return [requestFields, responseFields];
}

function proposalOf(group: readonly Draft[]): Proposed {
  const [{ isGrpc, methods, requestFields, responseFields }] = group as [Draft];
  const patterns = group.map(({ pattern }) => pattern);
  const where = isGrpc ? { grpcMethods: patterns } : { methods, paths: patterns };
  return {
    statement: { ...NO_CONDITIONS, ...where, requestFields, responseFields },
    evidence: sumOf(group),
  };
}

function sumOf(drafts: readonly Draft[]): StatementEvidence {
  const sum = (read: (evidence: StatementEvidence) => number) =>
    drafts.reduce((total, { evidence }) => total + read(evidence), 0);
  return {
    requestCount: sum(({ requestCount }) => requestCount),
    requestFieldsKnownCount: sum(({ requestFieldsKnownCount }) => requestFieldsKnownCount),
    responseFieldsKnownCount: sum(({ responseFieldsKnownCount }) => responseFieldsKnownCount),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function inParts<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += MAX_PATHS)
    parts.push(items.slice(start, start + MAX_PATHS));
  return parts;
}

/** Where many paths differ in one segment only, puts `*` there. */
function generalize(uses: readonly ObservedUse[]): readonly ObservedUse[] {
  let kinds = uses.filter(({ path }) => typeof readPathPattern(path) !== "string");
  for (let place = 1; place <= 8; place++) {
    const siblings = new Map<string, Set<string>>();
    const masked = ({ path }: ObservedUse) => {
      const segments = path.split("/");
      if (segments[place] === undefined || segments[place] === "") return undefined;
      return segments.with(place, "*").join("/");
    };
    const countSibling = (key: string, path: string) =>
      siblings.set(key, (siblings.get(key) ?? new Set()).add(path));
    for (const kind of kinds) {
      const path = masked(kind);
      if (path !== undefined) countSibling(kindOf({ ...kind, path }), kind.path);
    }
    kinds = kinds.map((kind) => {
      const path = masked(kind);
      const isMany =
        path !== undefined && (siblings.get(kindOf({ ...kind, path }))?.size ?? 0) > MAX_SIBLINGS;
      return isMany ? { ...kind, path } : kind;
    });
  }
  return kinds;
}

function testCaseOf({ method, path }: ObservedUse): PolicyTestCase {
  return {
    name: `${method} ${path}`.slice(0, 200),
    method,
    path: path.replaceAll(/\{id[0-9]*\}/g, "1"),
    sourceIp: "",
    scopes: [],
    expectedEffect: "ALLOW",
    hiddenFields: [],
    visibleFields: [],
  };
}

/** What statements say, a line for each thing they speak of; the order of statements leaves no trace. */
function linesOf(statements: readonly PolicyStatement[]): string[] {
  const lines = statements.flatMap((statement) => {
    const { effect, methods, paths, grpcMethods } = statement;
    const conditions = describeConditions(statement);
    const method = methods.length === 0 ? "any method" : methods.toSorted().join(",");
    const spoken = [
      ...paths.map((path) => `${method} ${path}`),
      ...grpcMethods.map((grpcMethod) => `gRPC ${grpcMethod}`),
    ];
    return (spoken.length === 0 ? [`${method} everywhere`] : spoken).map(
      (what) => `${effect} ${what}${conditions}`,
    );
  });
  return [...new Set(lines)].sort();
}

function describeConditions({ scopes, ipRanges, requestFields, responseFields }: PolicyStatement): string {
  return [
    [" with scopes ", scopes],
    [" from ", ipRanges],
    [" request fields ", requestFields],
    [" response fields ", responseFields],
  ]
    .map(([word, items]) => (items?.length === 0 ? "" : `${word as string}${(items as string[]).join(",")}`))
    .join("");
}

/** The difference between what two lists of statements say: lines that begin with `+`, `-` or a space. */
export function diffStatements(
  before: readonly PolicyStatement[],
  after: readonly PolicyStatement[],
): string[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  return [...new Set([...old, ...fresh])]
    .sort()
    .map((line) => `${old.includes(line) ? (fresh.includes(line) ? " " : "-") : "+"} ${line}`);
}
