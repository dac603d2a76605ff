import type { DryRunDenial, ObservedUse } from "./access-observations.js";
import type { IdentifiedCaller } from "./callers.js";
import { FieldChecks } from "./field-checks.js";
import type { Instant } from "./instants.js";

/** How a credential was used with a service that answers by itself. */
export interface ReportedUse {
  readonly kind: IdentifiedCaller["kind"];
  /** Empty for uses that are only counted. */
  readonly credentialId: string;
  /** Empty for a client that acts for itself. */
  readonly userId: string;
  readonly sourceIp: string;
  readonly count: number;
  readonly time: Instant;
}

/** Somebody's requests; the rest is filled in from what is stored of them. */
export type Reported<R> = Omit<R, "accountId" | "email">;

/** What a service reports of the requests it answered by itself. */
export interface UseReport {
  readonly reporterId: string;
  readonly sequence: number;
  readonly uses: readonly ReportedUse[];
  readonly denials: readonly Reported<DryRunDenial>[];
  readonly requests: readonly Reported<ObservedUse>[];
  readonly refusedCount: number;
}

/** Who has reported, and up to which report that was counted. */
export interface UseReporter {
  readonly accountId: string;
  readonly reporterId: string;
  readonly sequence: number;
  readonly time: Instant;
}

/** How many rows a report has at most. */
const MAX_REPORT_ROWS = 1_000;

/** Throws FIELD_INVALID for a report that nobody sends who counts right. */
export function checkReport(report: UseReport): void {
  const { reporterId, sequence, uses, denials, requests, refusedCount } = report;
  const checks = new FieldChecks();
  checks.require(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(reporterId),
    "reporter_id",
    "Must be a UUID.",
  );
  checks.wholeNumber("sequence", sequence, 1, Number.MAX_SAFE_INTEGER);
  checks.wholeNumber("refused_count", refusedCount, 0, MAX_COUNT);
  checks.atMost("uses", [...uses, ...denials, ...requests], MAX_REPORT_ROWS, "uses, denials and requests");
  for (const [index, { count, sourceIp }] of uses.entries()) {
    checks.wholeNumber(`uses[${index}].count`, count, 1, MAX_COUNT);
    checks.require(sourceIp.length <= 64, `uses[${index}].source_ip`, "Must be an IP address, or empty.");
  }
  for (const [index, { count }] of denials.entries())
    checks.wholeNumber(`denials[${index}].requests.count`, count, 1, MAX_COUNT);
  for (const [index, { count }] of requests.entries())
    checks.wholeNumber(`requests[${index}].requests.count`, count, 1, MAX_COUNT);
  checks.finish();
}

const MAX_COUNT = 1_000_000_000_000;
