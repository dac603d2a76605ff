import type { IdentifiedCaller } from "../server/domain/callers.js";
import type { ReportedUse } from "../server/domain/use-reports.js";

/** Whatever uses are counted of, with its count. */
export interface Tallied {
  tally: Tally | undefined;
}

/** How often somebody used a credential since it was told. */
interface Tally {
  readonly principal: IdentifiedCaller;
  count: number;
  time: number;
  sourceIp: string;
}

/** How many are counted apart at most. */
const CAPACITY = 50_000;

/** Counts uses where the credential is at hand: an addition for each, and nothing to look up. */
export class Tallies {
  /** Those that have something to tell. */
  #waiting: Tally[] = [];
  /** Uses beyond, by kind of credential: only counted. */
  readonly #beyond = new Map<IdentifiedCaller["kind"], number>();

  /** Counts a use; true when there was none to tell of this credential before. */
  count(
    presented: Tallied,
    principal: IdentifiedCaller,
    { now, sourceIp }: { readonly now: number; readonly sourceIp: string },
  ): boolean {
    let { tally } = presented;
    if (tally === undefined || tally.principal !== principal) {
      tally = { principal, count: 0, time: now, sourceIp };
      presented.tally = tally;
    }
    const isNew = tally.count === 0;
    if (isNew) {
      if (this.#waiting.length >= CAPACITY) {
        this.#beyond.set(principal.kind, (this.#beyond.get(principal.kind) ?? 0) + 1);
        return false;
      }
      this.#waiting.push(tally);
    }
    tally.count += 1;
    tally.time = now;
    tally.sourceIp = sourceIp;
    return isNew;
  }

  /** Takes out so many, and what was only counted. */
  take(most: number): ReportedUse[] {
    const uses = this.#waiting.splice(0, most).map((tally) => {
      const { principal, count, time, sourceIp } = tally;
      tally.count = 0;
      const { kind, credentialId, user } = principal;
      return { kind, credentialId, userId: user?.id ?? "", sourceIp, count, time };
    });
    for (const [kind, count] of this.#beyond)
      uses.push({ kind, credentialId: "", userId: "", sourceIp: "", count, time: 0 });
    this.#beyond.clear();
    return uses;
  }
}
