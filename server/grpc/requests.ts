import type { MethodDefinition } from "@grpc/grpc-js";
import { Failure } from "../domain/failure.js";

/** Stands for a request that could not be read. */
const UNREADABLE: object = { unreadable: true };

/** The same method, but bytes that are no message reach the handler, which refuses them, instead of being a fault. */
export function tolerant<Request, Response>(
  method: MethodDefinition<Request, Response>,
): MethodDefinition<Request, Response> {
  return {
    ...method,
    requestDeserialize(bytes) {
      try {
        return method.requestDeserialize(bytes);
      } catch {
        return UNREADABLE as Request;
      }
    },
  };
}

/** The request. Throws FIELD_INVALID for one that could not be read. */
export function readRequest<Request>(request: Request): Request {
  if (request !== UNREADABLE) return request;
  throw new Failure(
    "FIELD_INVALID",
    "The request is not a message of this method: its bytes cannot be read.",
    {
      violations: [],
    },
  );
}
