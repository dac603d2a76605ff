import { Failure } from "../domain/failure.js";
import type { Circumstances, Web } from "./web.js";

/** A path is somebody's text: as much of it as tells which one it was. */
const MAX_PATH_LENGTH = 120;

/** A request that is over, and how it went. */
export interface Access {
  readonly method: string;
  readonly path: string;
  readonly circumstances: Circumstances;
  readonly status: number;
  /** What went wrong, if anything did. */
  readonly failure: unknown;
}

/** Logs a request that is over: its path and how it went; never its query, its body or who it says it is. */
export function logAccess({ log, metrics }: Web, access: Access, begin: number): void {
  const { status, failure } = access;
  metrics.requestEnded(status);
  if (failure === undefined && !log.isLevelEnabled("debug")) return;
  const facts = { ...factsOf(access, begin), status };
  if (failure === undefined) log.debug(facts, "request answered");
  else if (!(failure instanceof Failure)) log.error({ ...facts, error: failure }, "request failed");
  else if (status >= 500) log.warn({ ...facts, reason: failure.reason, error: failure }, "request failed");
  else log.info({ ...facts, reason: failure.reason }, "request refused");
}

function factsOf({ method, path, circumstances }: Access, begin: number) {
  const { requestId, sourceIp } = circumstances;
  const milliseconds = Math.round((performance.now() - begin) * 100) / 100;
  return { method, path: path.slice(0, MAX_PATH_LENGTH), requestId, sourceIp, milliseconds };
}
