import type { handleUnaryCall } from "@grpc/grpc-js";
import type { Caller, Operation, RequestContext } from "../domain/callers.js";
import type { Instant } from "../domain/instants.js";
import { authenticateCaller } from "../usecases/authenticate-caller.js";
import { authorizationOf, sourceIpOf } from "./caller.js";
import { unaryHandler } from "./unary.js";
import type { Door, Unary, Wire } from "./wire.js";

/**
 * As unaryHandler, for a method that is called by the ten thousand a second and can mostly be answered at once: then
 * its answer carries no request id, and there is nothing about it in the log. Everything else goes the whole way:
 * refusals, callers who are not in memory, and all calls while the log wants to know of each.
 */
export function quickUnaryHandler<Request, Response>(
  wire: Wire,
  door: Door,
  operation: Operation,
  method: Unary<Request, Response>,
): handleUnaryCall<Request, Response> {
  const wholeWay = unaryHandler(wire, door, operation, method);
  if (wire.log.isLevelEnabled("debug")) return wholeWay;
  return (call, callback) => {
    const begin = performance.now();
    const answer: typeof callback = (error, response) => {
      wire.metrics.callEnded(operation, "OK", (performance.now() - begin) / 1_000);
      callback(error, response);
    };
    const authorization = authorizationOf(call);
    const now = wire.now();
    const sourceIp = sourceIpOf(call.getPeer());
    let response: ReturnType<typeof method> | undefined;
    try {
      const caller = authorization && authenticateCaller(wire.environment, { authorization, now, sourceIp });
      if (caller && !(caller instanceof Promise) && !isUnderPolicies(caller)) {
        response = method(wire.environment, new QuickContext(wire, caller, now, sourceIp), call.request);
      }
    } catch {
      // Whatever is wrong is met again on the whole way, and told there.
    }
    if (response === undefined) wholeWay(call, callback);
    else if (!(response instanceof Promise)) answer(null, response);
    else response.then((later) => answer(null, later)).catch(() => wholeWay(call, callback));
  };
}

/** What policies say of a call, those in dry run included, is told on the whole way only. */
function isUnderPolicies(caller: Caller): boolean {
  return "accountId" in caller && (caller.policies !== undefined || caller.trials !== undefined);
}

/** The circumstances of a call, which gets a name only when somebody asks for it. */
class QuickContext implements RequestContext {
  readonly caller: Caller;
  readonly now: Instant;
  readonly sourceIp: string;
  readonly #wire: Wire;
  #requestId: string | undefined;

  constructor(wire: Wire, caller: Caller, now: Instant, sourceIp: string) {
    this.#wire = wire;
    this.caller = caller;
    this.now = now;
    this.sourceIp = sourceIp;
  }

  get requestId(): string {
    this.#requestId ??= this.#wire.newRequestId(this.now);
    return this.#requestId;
  }
}
