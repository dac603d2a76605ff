import { Failure } from "../domain/failure.js";
import { circumstancesOf } from "./circumstances.js";
import type { Web, WebContext } from "./web.js";

/** A path is somebody's text: as much of it as tells which one it was. */
const MAX_PATH_LENGTH = 120;

/** Logs a request that is over: its path and how it went; never its query, its body or who it says it is. */
export function logAccess({ log, metrics }: Web, context: WebContext, begin: number): void {
  const { status } = context.res;
  metrics.requestEnded(status);
  const failure = context.get("failure") ?? context.error;
  if (failure === undefined && !log.isLevelEnabled("debug")) return;
  const facts = { ...factsOf(context, begin), status };
  if (failure === undefined) log.debug(facts, "request answered");
  else if (!(failure instanceof Failure)) log.error({ ...facts, error: failure }, "request failed");
  else if (status >= 500) log.warn({ ...facts, reason: failure.reason, error: failure }, "request failed");
  else log.info({ ...facts, reason: failure.reason }, "request refused");
}

function factsOf(context: WebContext, begin: number) {
  const { requestId, sourceIp } = circumstancesOf(context);
  const { method, path } = context.req;
  const milliseconds = Math.round((performance.now() - begin) * 100) / 100;
  return { method, path: path.slice(0, MAX_PATH_LENGTH), requestId, sourceIp, milliseconds };
}
