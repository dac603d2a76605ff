import {
  addObserved,
  addUse,
  type DryRunDenial,
  denialKindOf,
  kindOf,
  type ObservedUse,
  restOfDenials,
  restOfUses,
  shapeOfMethod,
} from "./access-observations.js";
import type { IdentifiedCaller } from "./callers.js";
import type { TrialDenial } from "./decisions.js";
import type { Instant } from "./instants.js";
import { shapeOfPath } from "./path-shapes.js";

/** A request as it is counted. */
export interface CountedRequest {
  readonly method: string;
  readonly path: string;
  readonly now: Instant;
}

/** The fields of a request that are known. */
export type KnownFields = Pick<ObservedUse, "requestFields" | "responseFields">;

/**
 * Counts of what policies in dry run would have denied, and of what credentials were used for, gathered until somebody
 * takes them. Of so many kinds there is a row each; what comes beyond is counted, too, but by policy or credential only.
 */
export class GatheredObservations {
  readonly #denials: Rows<DryRunDenial>;
  readonly #uses: Rows<ObservedUse>;

  /** `capacity` is how many kinds there are at most. */
  constructor(capacity: number) {
    this.#denials = new Rows(capacity, { keyOf: denialKey, add: addObserved, restOf: restOfDenials });
    this.#uses = new Rows(capacity, { keyOf: useKey, add: addUse, restOf: restOfUses });
  }

  /** Notes what policies in dry run would have denied to a caller. */
  noteDenials(caller: IdentifiedCaller, denials: readonly TrialDenial[], request: CountedRequest): void {
    if (denials.length === 0) return;
    const counted = count(caller, request);
    for (const { trial, denial } of denials) {
      const { id: policyId, version, startTime: dryRunTime } = trial;
      const email = caller.user?.email ?? "";
      this.addDenial({ ...counted, policyId, version, dryRunTime, email, denial });
    }
  }

  /** Notes that a caller was allowed to do something. */
  noteUse(caller: IdentifiedCaller, request: CountedRequest, fields: KnownFields = {}): void {
    this.addUse({ ...count(caller, request), ...fields });
  }

  /** Adds a denial, or several of a kind. */
  addDenial(denial: DryRunDenial): void {
    this.#denials.gather(denial);
  }

  /** Adds a use, or several of a kind. */
  addUse(use: ObservedUse): void {
    this.#uses.gather(use);
  }

  /** Takes out so many denials. */
  takeDenials(most: number): DryRunDenial[] {
    return this.#denials.take(most);
  }

  /** Takes out so many uses. */
  takeUses(most: number): ObservedUse[] {
    return this.#uses.take(most);
  }

  /** How many rows there are. */
  get size(): number {
    return this.#denials.size + this.#uses.size;
  }
}

interface Gathering<R> {
  readonly keyOf: (row: R) => string;
  readonly add: (one: R, other: R) => R;
  readonly restOf: (row: R) => R;
}

/** Rows by their kind. */
class Rows<R> {
  readonly #rows = new Map<string, R>();
  readonly #capacity: number;
  readonly #gathering: Gathering<R>;

  constructor(capacity: number, gathering: Gathering<R>) {
    this.#capacity = capacity;
    this.#gathering = gathering;
  }

  get size(): number {
    return this.#rows.size;
  }

  gather(row: R): void {
    const { keyOf, add, restOf } = this.#gathering;
    const own = keyOf(row);
    const hasPlace = this.#rows.has(own) || this.#rows.size < this.#capacity;
    const [key, told] = hasPlace ? [own, row] : [keyOf(restOf(row)), restOf(row)];
    const known = this.#rows.get(key);
    this.#rows.set(key, known === undefined ? told : add(known, told));
  }

  take(most: number): R[] {
    const taken: R[] = [];
    for (const [key, row] of this.#rows) {
      if (taken.length >= most) break;
      this.#rows.delete(key);
      taken.push(row);
    }
    return taken;
  }
}

function count(
  { accountId, credentialId, user }: IdentifiedCaller,
  { method, path, now }: CountedRequest,
): ObservedUse {
  return {
    accountId,
    credentialId,
    userId: user?.id ?? "",
    method: shapeOfMethod(method),
    path: shapeOfPath(path),
    count: 1,
    firstTime: now,
    lastTime: now,
  };
}

function useKey(row: ObservedUse): string {
  return `${row.accountId} ${row.credentialId} ${kindOf(row)}`;
}

function denialKey(row: DryRunDenial): string {
  const { accountId, policyId, version, dryRunTime, credentialId } = row;
  return `${accountId} ${policyId} ${version} ${dryRunTime} ${credentialId} ${denialKindOf(row)}`;
}
