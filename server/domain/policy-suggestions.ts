import { kindOf, type ObservedUse, REST } from "./access-observations.js";
import { readGrpcPattern, readPathPattern } from "./path-patterns.js";
import { UNREADABLE_SHAPE } from "./path-shapes.js";
import type { PolicyStatement } from "./policy-statements.js";
import type { PolicyTestCase } from "./policy-tests.js";

/** A policy that would have allowed what was observed. */
export interface PolicySuggestion {
  readonly statements: readonly PolicyStatement[];
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

/** The smallest policy that allows what was observed, and nothing that could be told apart from it. */
export function suggestPolicy(uses: readonly ObservedUse[]): PolicySuggestion {
  const usable = uses.filter(
    ({ method, path }) => method !== REST && path !== UNREADABLE_SHAPE && path !== "",
  );
  const methodsByPath = new Map<string, Set<string>>();
  for (const { method, path } of generalize(usable)) {
    const pattern =
      method === "POST" && typeof readGrpcPattern(path.slice(1)) !== "string" && path.includes(".");
    const key = pattern ? `grpc ${path.slice(1)}` : path;
    methodsByPath.set(key, (methodsByPath.get(key) ?? new Set()).add(method));
  }
  const statements = statementsOf(methodsByPath);
  return {
    statements,
    testCases: usable.slice(0, 100).map(testCaseOf),
    requestCount: uses.reduce((sum, { count }) => sum + count, 0),
    isIncomplete: usable.length < uses.length,
  };
}

function statementsOf(methodsByPath: ReadonlyMap<string, ReadonlySet<string>>): PolicyStatement[] {
  const grpcMethods: string[] = [];
  const pathsByMethods = new Map<string, string[]>();
  for (const [path, methods] of [...methodsByPath].sort()) {
    if (path.startsWith("grpc ")) grpcMethods.push(path.slice(5));
    else {
      const key = [...methods].sort().join(" ");
      pathsByMethods.set(key, [...(pathsByMethods.get(key) ?? []), path]);
    }
  }
  const ofPaths = [...pathsByMethods].flatMap(([methods, paths]) =>
    inParts(paths).map((part) => ({ ...NO_CONDITIONS, methods: methods.split(" "), paths: part })),
  );
  return [...ofPaths, ...inParts(grpcMethods).map((part) => ({ ...NO_CONDITIONS, grpcMethods: part }))];
}

function inParts(items: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let start = 0; start < items.length; start += MAX_PATHS)
    parts.push(items.slice(start, start + MAX_PATHS));
  return parts;
}

/** Where many paths differ in one segment only, puts `*` there. */
function generalize(uses: readonly ObservedUse[]): { method: string; path: string }[] {
  let kinds = uses
    .filter(({ path }) => typeof readPathPattern(path) !== "string")
    .map(({ method, path }) => ({ method, path }));
  for (let place = 1; place <= 8; place++) {
    const siblings = new Map<string, Set<string>>();
    const masked = ({ method, path }: { method: string; path: string }) => {
      const segments = path.split("/");
      if (segments[place] === undefined || segments[place] === "") return undefined;
      return `${method} ${segments.with(place, "*").join("/")}`;
    };
    for (const kind of kinds) {
      const mask = masked(kind);
      if (mask !== undefined) siblings.set(mask, (siblings.get(mask) ?? new Set()).add(kind.path));
    }
    kinds = kinds.map((kind) => {
      const mask = masked(kind);
      const isMany = mask !== undefined && (siblings.get(mask)?.size ?? 0) > MAX_SIBLINGS;
      return isMany ? { method: kind.method, path: mask.slice(kind.method.length + 1) } : kind;
    });
  }
  return [...new Map(kinds.map((kind) => [kindOf(kind), kind])).values()];
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
