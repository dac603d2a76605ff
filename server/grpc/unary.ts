import { type handleUnaryCall, Metadata } from "@grpc/grpc-js";
import type { Operation } from "../domain/callers.js";
import { AccessLog } from "./access-log.js";
import { admitCaller, observeCall } from "./caller.js";
import { REQUEST_ID_KEY, toServiceError } from "./errors.js";
import { readRequest } from "./requests.js";
import type { Door, Unary, Wire } from "./wire.js";

/** Lets the calls of a turn be looked at together, and their answers be written together. */
export function inTurns<Request, Response>(
  { turns }: Wire,
  handler: handleUnaryCall<Request, Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) =>
    turns.addRequest(() => handler(call, (...answer) => turns.addAnswer(() => callback(...answer))));
}

/** Makes an RPC of a method: finds out who calls, lets the method answer, and turns what it throws into a status. */
export function unaryHandler<Request, Response>(
  wire: Wire,
  door: Door,
  operation: Operation,
  method: Unary<Request, Response>,
): handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    const circumstances = observeCall(wire, call);
    const accessLog = new AccessLog(wire, operation, circumstances);
    try {
      const caller = await admitCaller(wire, door, call, operation, circumstances);
      const context = { ...circumstances, caller };
      const response = await method(wire.environment, context, readRequest(call.request));
      const header = new Metadata();
      header.set(REQUEST_ID_KEY, circumstances.requestId);
      call.sendMetadata(header);
      callback(null, response);
      accessLog.answered();
    } catch (error) {
      callback(toServiceError(error, circumstances.requestId));
      accessLog.failed(error);
    }
  };
}
