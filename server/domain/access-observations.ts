import type { PolicyDenial } from "./compiled-policies.js";
import { FieldTree } from "./field-trees.js";
import type { Instant } from "./instants.js";

/** Requests of one kind, counted. */
interface Counted {
  readonly accountId: string;
  readonly credentialId: string;
  /** Whose it is or whose e-mail came with it last; empty for a client that acts for itself. */
  readonly userId: string;
  readonly method: string;
  /** The shape of the path, never the path. */
  readonly path: string;
  readonly count: number;
  readonly firstTime: Instant;
  readonly lastTime: Instant;
}

/** The fields that bodies had, as paths into them; of how many requests they are known. */
export interface SeenFields {
  readonly count: number;
  readonly paths: readonly string[];
}

/** Requests of one kind that were allowed to a credential. */
export interface ObservedUse extends Counted {
  /** Absent when they are known of none. */
  readonly requestFields?: SeenFields;
  readonly responseFields?: SeenFields;
}

/** Requests of one kind that a policy in dry run would have denied. */
export interface DryRunDenial extends Counted {
  readonly policyId: string;
  readonly version: number;
  /** When the dry run began: the same version may run again later. */
  readonly dryRunTime: Instant;
  readonly email: string;
  readonly denial: PolicyDenial;
}

/** How many kinds are kept for each policy or credential; what comes beyond is counted in one row. */
export const MAX_OBSERVED_KINDS = 500;

/** The method of the row that counts what came beyond. */
export const REST = "(rest)";

/** What counts a denial that has no row: all of a policy together. */
export function restOfDenials(row: DryRunDenial): DryRunDenial {
  return {
    ...row,
    credentialId: REST,
    userId: "",
    email: "",
    method: REST,
    path: "",
    denial: { kind: "NOT_ALLOWED" },
  };
}

/** What counts a use that has no row: all of a credential together. */
export function restOfUses({ requestFields: _, responseFields: __, ...row }: ObservedUse): ObservedUse {
  return { ...row, method: REST, path: "" };
}

/** A method as it is kept: one that no request has could hold anything. */
export function shapeOfMethod(method: string): string {
  return /^[A-Za-z-]{0,20}$/.test(method) ? method.toUpperCase() : "(other)";
}

/** Two tellings of the same use in one. */
export function addUse(one: ObservedUse, other: ObservedUse): ObservedUse {
  const requestFields = addSeen(one.requestFields, other.requestFields);
  const responseFields = addSeen(one.responseFields, other.responseFields);
  return {
    ...addObserved(one, other),
    ...(requestFields === undefined ? {} : { requestFields }),
    ...(responseFields === undefined ? {} : { responseFields }),
  };
}

/** Two tellings of fields in one, as bounded as each of them. */
function addSeen(one: SeenFields | undefined, other: SeenFields | undefined): SeenFields | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const count = one.count + other.count;
  if (other.paths.every((path) => one.paths.includes(path))) return { count, paths: one.paths };
  const tree = new FieldTree();
  tree.add(one.paths);
  tree.add(other.paths);
  return { count, paths: tree.paths() ?? [] };
}

/** Two tellings of the same kind in one. */
export function addObserved<R extends Counted>(one: R, other: R): R {
  return {
    ...(other.lastTime >= one.lastTime ? other : one),
    count: one.count + other.count,
    firstTime: Math.min(one.firstTime, other.firstTime),
    lastTime: Math.max(one.lastTime, other.lastTime),
  };
}

/** What tells one kind of a credential's requests from another. */
export function kindOf({ method, path }: Pick<Counted, "method" | "path">): string {
  return `${method} ${path}`;
}

/** What tells one kind of a credential's denials from another: by which statement, too. */
export function denialKindOf(row: Pick<DryRunDenial, "method" | "path" | "denial">): string {
  const { denial } = row;
  return `${kindOf(row)} ${denial.kind === "DENIED" ? denial.statement : denial.kind}`;
}
