import type { PolicyDenial } from "./compiled-policies.js";
import type { Instant } from "./instants.js";

/** Requests of one kind, counted. */
interface Counted {
  readonly accountId: string;
  readonly credentialId: string;
  readonly method: string;
  /** The shape of the path, never the path. */
  readonly path: string;
  readonly count: number;
  readonly firstTime: Instant;
  readonly lastTime: Instant;
}

/** Requests of one kind that were allowed to a credential. */
export interface ObservedUse extends Counted {}

/** Requests of one kind that a policy in dry run would have denied. */
export interface DryRunDenial extends Counted {
  readonly policyId: string;
  readonly version: number;
  readonly email: string;
  readonly denial: PolicyDenial;
}

/** How many kinds are kept for each policy or credential; what comes beyond is counted in one row. */
export const MAX_OBSERVED_KINDS = 500;

/** The method of the row that counts what came beyond. */
export const REST = "(rest)";

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
