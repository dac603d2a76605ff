import type { ReportUsesRequest } from "../proto/gen/latchkey/v1/ReportUsesRequest.js";
import type { UseReport } from "../server/domain/use-reports.js";

/** A report that is on its way, with the moments at which things happened. */
export type OpenReport = Omit<UseReport, "reporterId">;

/** What became of a report: taken, refused for good, longer than is read, or to be sent again. */
export type ReportOutcome = "DONE" | "REFUSED" | "TOO_LARGE" | "AGAIN";

/** What a report tells, in two parts; of a single row nothing is left to part. */
export function halve(report: OpenReport): Omit<OpenReport, "sequence">[] {
  const { uses, denials, requests, refusedCount } = report;
  const count = uses.length + denials.length + requests.length;
  if (count <= 1) return [];
  const part = (from: number, to: number) => {
    let before = 0;
    const within = <R>(rows: readonly R[]): readonly R[] => {
      const found = rows.slice(Math.max(0, from - before), Math.max(0, to - before));
      before += rows.length;
      return found;
    };
    return { uses: within(uses), denials: within(denials), requests: within(requests) };
  };
  const middle = Math.ceil(count / 2);
  return [
    { ...part(0, middle), refusedCount },
    { ...part(middle, count), refusedCount: 0 },
  ];
}

/** Writes a report as it is at the moment of sending. */
export function encodeReport(report: OpenReport, reporterId: string, now: number): ReportUsesRequest {
  const { sequence, uses, denials, requests, refusedCount } = report;
  return {
    reporterId,
    sequence,
    uses: uses.map(({ time, kind, ...use }) => ({
      ...use,
      kind: `CREDENTIAL_KIND_${kind}` as const,
      lastMillisecondsAgo: ago(time, now),
    })),
    denials: denials.map(({ policyId: accessPolicyId, version, dryRunTime, denial, ...row }) => ({
      requests: encodeCount(row, now),
      accessPolicyId,
      version,
      dryRunTime: { seconds: Math.floor(dryRunTime / 1_000), nanos: (dryRunTime % 1_000) * 1_000_000 },
      statement: denial.kind === "DENIED" ? denial.statement + 1 : 0,
      ambiguity: denial.kind === "PATH_AMBIGUOUS" ? denial.why : "",
    })),
    requests: requests.map(({ requestFields, responseFields, ...row }) => ({
      requests: encodeCount(row, now),
      requestFields: [...(requestFields?.paths ?? [])],
      requestFieldsKnownCount: requestFields?.count ?? 0,
      responseFields: [...(responseFields?.paths ?? [])],
      responseFieldsKnownCount: responseFields?.count ?? 0,
    })),
    refusedCount,
  };
}

function encodeCount(
  { credentialId, userId, method, path, count, firstTime, lastTime }: Counted,
  now: number,
) {
  return {
    credentialId,
    userId,
    method,
    path,
    count,
    firstMillisecondsAgo: ago(firstTime, now),
    lastMillisecondsAgo: ago(lastTime, now),
  };
}

type Counted = Pick<
  UseReport["requests"][number],
  "credentialId" | "userId" | "method" | "path" | "count" | "firstTime" | "lastTime"
>;

function ago(time: number, now: number): number {
  return Math.max(0, Math.round(now - time));
}
