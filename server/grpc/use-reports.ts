import type { CredentialUse__Output } from "../../proto/gen/latchkey/v1/CredentialUse.js";
import type { ObservedRequest__Output } from "../../proto/gen/latchkey/v1/ObservedRequest.js";
import type { ReportUsesRequest__Output } from "../../proto/gen/latchkey/v1/ReportUsesRequest.js";
import type { RequestCount__Output } from "../../proto/gen/latchkey/v1/RequestCount.js";
import type { TrialDenial__Output } from "../../proto/gen/latchkey/v1/TrialDenial.js";
import { REST, type SeenFields, shapeOfMethod } from "../domain/access-observations.js";
import type { PolicyDenial } from "../domain/compiled-policies.js";
import { FieldChecks } from "../domain/field-checks.js";
import { FieldTree } from "../domain/field-trees.js";
import { DAY, type Instant } from "../domain/instants.js";
import { shapeAgain } from "../domain/path-shapes.js";
import type { ReportedUse, UseReport } from "../domain/use-reports.js";
import { CREDENTIAL_KINDS } from "./enums.js";
import { decodeInstant } from "./instants.js";

/** Further back than this nothing is told. */
const LONGEST_AGO_MS = 7 * DAY;

/** The longest words about a path, in characters. */
const MAX_WORDS = 200;

/** Reads what a service reports; what is kept of it is as bounded as if it had been counted here. Throws FIELD_INVALID. */
export function decodeReport(request: ReportUsesRequest__Output, now: Instant): UseReport {
  const { reporterId, sequence, uses, denials, requests, refusedCount } = request;
  const reading = new Reading(now);
  const report = {
    reporterId,
    sequence,
    uses: uses.map((use, index) => reading.use(use, `uses[${index}]`)),
    denials: denials.map((denial, index) => reading.denial(denial, `denials[${index}]`)),
    requests: requests.map((observed) => reading.observed(observed)),
    refusedCount,
  };
  reading.checks.finish();
  return report;
}

class Reading {
  readonly checks = new FieldChecks();
  readonly #now: Instant;

  constructor(now: Instant) {
    this.#now = now;
  }

  use({ kind, lastMillisecondsAgo, ...use }: CredentialUse__Output, field: string): ReportedUse {
    const known = KINDS.get(kind);
    this.checks.require(known !== undefined, `${field}.kind`, "Must be a kind of credential.");
    return { ...use, kind: known ?? "API_TOKEN", time: this.#ago(lastMillisecondsAgo) };
  }

  denial(told: TrialDenial__Output, field: string) {
    const { accessPolicyId: policyId, version, dryRunTime: time, requests } = told;
    const dryRunTime = decodeInstant(this.checks, `${field}.dry_run_time`, time) ?? 0;
    const counted = this.#requests(requests);
    const credentialId = counted.method === REST ? REST : counted.credentialId;
    return { ...counted, credentialId, policyId, version, dryRunTime, denial: denialOf(told) };
  }

  observed({ requests, ...told }: ObservedRequest__Output) {
    const requestFields = seen(told.requestFields, told.requestFieldsKnownCount);
    const responseFields = seen(told.responseFields, told.responseFieldsKnownCount);
    return {
      ...this.#requests(requests),
      ...(requestFields === undefined ? {} : { requestFields }),
      ...(responseFields === undefined ? {} : { responseFields }),
    };
  }

  #requests(told: RequestCount__Output | null) {
    const { firstMillisecondsAgo = 0, lastMillisecondsAgo = 0, method = "", path = "" } = told ?? {};
    return {
      credentialId: told?.credentialId ?? "",
      userId: told?.userId ?? "",
      method: method === REST ? REST : shapeOfMethod(method),
      path: shapeAgain(path),
      count: told?.count ?? 0,
      firstTime: this.#ago(Math.max(firstMillisecondsAgo, lastMillisecondsAgo)),
      lastTime: this.#ago(lastMillisecondsAgo),
    };
  }

  #ago(milliseconds: number): Instant {
    return this.#now - Math.min(LONGEST_AGO_MS, Math.max(0, milliseconds));
  }
}

const KINDS = new Map(
  Object.entries(CREDENTIAL_KINDS).map(([kind, told]) => [told as string, kind as ReportedUse["kind"]]),
);

function denialOf({ statement, ambiguity }: TrialDenial__Output): PolicyDenial {
  if (ambiguity !== "") return { kind: "PATH_AMBIGUOUS", why: ambiguity.slice(0, MAX_WORDS) };
  return statement > 0 ? { kind: "DENIED", statement: statement - 1 } : { kind: "NOT_ALLOWED" };
}

function seen(paths: readonly string[], count: number): SeenFields | undefined {
  if (count <= 0) return undefined;
  const tree = new FieldTree();
  tree.add(paths);
  return { count, paths: tree.paths() ?? [] };
}
