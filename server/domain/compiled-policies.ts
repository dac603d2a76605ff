import { ALL_FIELDS, admitsAll, type FieldLists, intersectFieldLists } from "./field-paths.js";
import type { Instant } from "./instants.js";
import { type IpRange, isIpAddress, isWithinRanges, readIpRanges } from "./ip-ranges.js";
import { PathAutomaton } from "./path-automaton.js";
import { readGrpcPattern, readPathPattern } from "./path-patterns.js";
import { type PolicyStatement, removesFields } from "./policy-statements.js";
import { overridesMethod, readRequestPath } from "./request-paths.js";
import { holdsScope } from "./scopes.js";

/** What a policy looks at. What is not known is empty, and then counts against whoever asks. */
export interface PolicyQuestion {
  readonly method: string;
  /** The target of the request as it came, its query included. */
  readonly path: string;
  readonly sourceIp: string;
  /** What the credential holds; empty for all that its user may. */
  readonly scopes: readonly string[];
}

/** Why a policy refuses a request. */
export type PolicyDenial =
  | { readonly kind: "DENIED"; readonly statement: number }
  | { readonly kind: "NOT_ALLOWED" }
  /** Servers could read the path differently; `why` says how. */
  | { readonly kind: "PATH_AMBIGUOUS"; readonly why: string };

/** What one policy says of a request, and by which of its statements. */
export type PolicyVerdict =
  | {
      readonly allowed: true;
      readonly requestFields: FieldLists;
      readonly responseFields: FieldLists;
      readonly statements: readonly number[];
      /** Whether all fields pass. */
      readonly admitsAll: boolean;
    }
  | { readonly allowed: false; readonly denial: PolicyDenial };

/** A statement ready to be asked. */
interface CompiledStatement {
  readonly index: number;
  readonly statement: PolicyStatement;
  readonly ranges: readonly IpRange[];
  /** Whether the method and the path are all it looks at. */
  readonly isPlain: boolean;
}

/** A statement at the end of a pattern, and the methods that pattern is for; absent for any. */
interface Target {
  readonly methods: ReadonlySet<string> | undefined;
  readonly compiled: CompiledStatement;
}

/** The statements that a method and a path match; with a verdict where nothing else is looked at. */
interface Matched {
  readonly denies: readonly CompiledStatement[];
  readonly allows: readonly CompiledStatement[];
  readonly verdict: PolicyVerdict | undefined;
}

/** How many methods and paths a policy remembers, and how long a path it remembers. */
const MAX_REMEMBERED = 2_000;
const MAX_REMEMBERED_LENGTH = 256;

const POST: ReadonlySet<string> = new Set(["POST"]);
const METHOD_IN_QUERY: PolicyVerdict = {
  allowed: false,
  denial: { kind: "PATH_AMBIGUOUS", why: "its query asks for another method (_method)" },
};
const NOT_ALLOWED: PolicyVerdict = { allowed: false, denial: { kind: "NOT_ALLOWED" } };

/**
 * The statements of one version of a policy, made ready once: deny wins, and what no statement allows is denied. The
 * order of statements changes nothing.
 */
export class CompiledPolicy {
  readonly #allows = new PathAutomaton<Target>("EXACT");
  readonly #denies = new PathAutomaton<Target>("FOLDED");
  /** The statements that are for any path, and all that deny: an unknown path may be theirs. */
  readonly #allowsAnywhere: Target[] = [];
  readonly #deniesAnywhere: Target[] = [];
  readonly #allDenies: Target[] = [];
  readonly #remembered = new Map<string, Map<string, Matched>>();
  #rememberedCount = 0;
  /** What paths match, by the numbers of the statements. */
  readonly #matches = new Map<string, Matched>();
  /** The method that was asked about last, and what is remembered of it: mostly the next one is the same. */
  #lastMethod: string | undefined;
  #ofLastMethod: Map<string, Matched> | undefined;

  constructor(statements: readonly PolicyStatement[]) {
    for (const [index, statement] of statements.entries()) this.#add(index, statement);
  }

  /** What the policy said before of this method and target, if it looks at nothing else. */
  recall(method: string, target: string): PolicyVerdict | undefined {
    if (method !== this.#lastMethod) {
      this.#lastMethod = method;
      this.#ofLastMethod = this.#remembered.get(method);
    }
    return this.#ofLastMethod?.get(target)?.verdict;
  }

  /** What the policy says of a request. */
  decide(question: PolicyQuestion): PolicyVerdict {
    const { method, path } = question;
    // A query is looked at, but not remembered: every request may have another.
    const queryAt = path.indexOf("?");
    if (queryAt >= 0 && overridesMethod(path.slice(queryAt + 1))) return METHOD_IN_QUERY;
    const target = queryAt < 0 ? path : path.slice(0, queryAt);
    const matched = this.#remembered.get(method)?.get(target) ?? this.#match(method, target);
    return matched.verdict ?? weigh(matched, question);
  }

  /** How many places of its patterns were looked at since it was made: the work, counted. */
  get visits(): number {
    return this.#allows.visits + this.#denies.visits;
  }

  #add(index: number, statement: PolicyStatement): void {
    const { effect, methods, paths, grpcMethods, scopes, ipRanges } = statement;
    const isPlain = scopes.length === 0 && ipRanges.length === 0;
    const compiled = { index, statement, ranges: readIpRanges(ipRanges), isPlain };
    const forPaths = { methods: methods.length === 0 ? undefined : new Set(methods), compiled };
    const forGrpc = { methods: POST, compiled };
    const automaton = effect === "ALLOW" ? this.#allows : this.#denies;
    for (const [texts, read, target] of [
      [paths, readPathPattern, forPaths],
      [grpcMethods, readGrpcPattern, forGrpc],
    ] as const) {
      for (const text of texts) {
        const pattern = read(text);
        if (typeof pattern !== "string") automaton.add(pattern, target);
      }
    }
    if (paths.length === 0 && grpcMethods.length === 0) {
      (effect === "ALLOW" ? this.#allowsAnywhere : this.#deniesAnywhere).push(forPaths);
    }
    if (effect !== "DENY") return;
    if (paths.length > 0 || grpcMethods.length === 0) this.#allDenies.push(forPaths);
    if (grpcMethods.length > 0) this.#allDenies.push(forGrpc);
  }

  #match(method: string, target: string): Matched {
    const matched = this.#look(method.toUpperCase(), target);
    if (target.length > MAX_REMEMBERED_LENGTH || method.length > 20) return matched;
    if (this.#rememberedCount >= MAX_REMEMBERED) {
      this.#remembered.clear();
      this.#rememberedCount = 0;
    }
    this.#lastMethod = undefined;
    const ofMethod = this.#remembered.get(method) ?? new Map<string, Matched>();
    this.#remembered.set(method, ofMethod.set(target, matched));
    this.#rememberedCount += 1;
    return matched;
  }

  #look(method: string, target: string): Matched {
    if (target === "") return this.#matchedBy(method, this.#allDenies, this.#allowsAnywhere);
    const read = readRequestPath(target);
    if (!read.ok) {
      const denial: PolicyDenial = { kind: "PATH_AMBIGUOUS", why: read.why };
      return { denies: [], allows: [], verdict: { allowed: false, denial } };
    }
    return this.#matchedBy(
      method,
      [...this.#deniesAnywhere, ...this.#denies.match(read.path)],
      [...this.#allowsAnywhere, ...this.#allows.match(read.path)],
    );
  }

  #matchedBy(method: string, denying: readonly Target[], allowing: readonly Target[]): Matched {
    // A method that is not known may be any of those denied, and is none of those allowed.
    const denies = ofMethod(denying, (methods) => method === "" || methods.has(method));
    const allows = ofMethod(allowing, (methods) => methods.has(method));
    // The same statements make the same verdict: one for all paths, so that it is at hand, and what follows from it, too.
    const key = [denies, allows].map((all) => all.map(({ index }) => index).join()).join(" ");
    const known = this.#matches.get(key);
    if (known !== undefined) return known;
    const isPlain = [...denies, ...allows].every((compiled) => compiled.isPlain);
    const matched = { denies, allows, verdict: isPlain ? weighAll(denies, allows) : undefined };
    if (this.#matches.size >= MAX_REMEMBERED) this.#matches.clear();
    this.#matches.set(key, matched);
    return matched;
  }
}

function ofMethod(
  targets: readonly Target[],
  has: (methods: ReadonlySet<string>) => boolean,
): CompiledStatement[] {
  const matching = targets.filter(({ methods }) => methods === undefined || has(methods));
  return [...new Set(matching.map(({ compiled }) => compiled))].sort((a, b) => a.index - b.index);
}

function weigh({ denies, allows }: Matched, question: PolicyQuestion): PolicyVerdict {
  const { sourceIp, scopes } = question;
  const isUnknownIp = !isIpAddress(sourceIp);
  const holds = ({ statement, ranges, isPlain }: CompiledStatement, isDeny: boolean) =>
    isPlain ||
    (statement.scopes.every((scope) => holdsScope(scopes, scope)) &&
      (ranges.length === 0 || (isDeny && isUnknownIp) || isWithinRanges(ranges, sourceIp)));
  return weighAll(
    denies.filter((deny) => holds(deny, true)),
    allows.filter((allow) => holds(allow, false)),
  );
}

function weighAll(denies: readonly CompiledStatement[], allows: readonly CompiledStatement[]): PolicyVerdict {
  const refusing = denies.find(({ statement }) => !removesFields(statement));
  if (refusing !== undefined) {
    return { allowed: false, denial: { kind: "DENIED", statement: refusing.index } };
  }
  if (allows.length === 0) return NOT_ALLOWED;
  const requestFields = fieldsOf(denies, allows, (statement) => statement.requestFields);
  const responseFields = fieldsOf(denies, allows, (statement) => statement.responseFields);
  return {
    allowed: true,
    requestFields,
    responseFields,
    admitsAll: admitsAll(requestFields) && admitsAll(responseFields),
    statements: [...denies, ...allows].map(({ index }) => index).sort((a, b) => a - b),
  };
}

/** What any of the allowing statements admits, less what the denying ones remove. */
function fieldsOf(
  denies: readonly CompiledStatement[],
  allows: readonly CompiledStatement[],
  read: (statement: PolicyStatement) => readonly string[],
): FieldLists {
  const lists = allows.map(({ statement }) => read(statement));
  const admitsAny = lists.some((list) => list.length === 0);
  const removed = [...new Set(denies.flatMap(({ statement }) => read(statement)))];
  if (admitsAny && removed.length === 0) return ALL_FIELDS;
  return { allowed: admitsAny ? [] : [[...new Set(lists.flat())]], removed };
}

/** A policy that takes part in a decision. */
export interface NamedPolicy {
  readonly id: string;
  readonly version: number;
  /** Whether the credential or its client is under it, and not only the role of its user. */
  readonly isOwn: boolean;
  readonly compiled: Pick<CompiledPolicy, "decide" | "recall">;
}

/** A policy that runs beside, and since when. */
export interface TrialPolicy extends NamedPolicy {
  readonly startTime: Instant;
}

/** What several policies say together: all must allow, and a field passes that all let pass. */
export type JointVerdict =
  | { readonly allowed: true; readonly requestFields: FieldLists; readonly responseFields: FieldLists }
  | { readonly allowed: false; readonly policyId: string; readonly denial: PolicyDenial };

/** What no policy at all says. */
const UNRESTRICTED: JointVerdict = {
  allowed: true,
  requestFields: ALL_FIELDS,
  responseFields: ALL_FIELDS,
};

/** Asks every policy; the first that refuses is named. */
export function decideByAll(policies: readonly NamedPolicy[], question: PolicyQuestion): JointVerdict {
  if (policies.length === 0) return UNRESTRICTED;
  let joint = UNRESTRICTED as Extract<JointVerdict, { allowed: true }>;
  for (const { id, compiled } of policies) {
    const verdict = compiled.decide(question);
    if (!verdict.allowed) return { allowed: false, policyId: id, denial: verdict.denial };
    if (policies.length === 1) return verdict;
    joint = {
      allowed: true,
      requestFields: intersectFieldLists(joint.requestFields, verdict.requestFields),
      responseFields: intersectFieldLists(joint.responseFields, verdict.responseFields),
    };
  }
  return joint;
}
