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

/** The same method, over bytes: whoever answers reads and writes the messages. */
export function overBytes(method: MethodDefinition<unknown, unknown>): MethodDefinition<Buffer, Buffer> {
  const asBytes = (bytes: Buffer) => bytes;
  return { ...method, requestDeserialize: asBytes, responseSerialize: asBytes } as MethodDefinition<
    Buffer,
    Buffer
  >;
}

/** The request. Throws FIELD_INVALID for one that could not be read. */
export function readRequest<Request>(request: Request): Request {
  if (request !== UNREADABLE) return request;
  throw unreadable();
}

/** The failure for bytes that are no message of the method. */
export function unreadable(): Failure {
  return new Failure(
    "FIELD_INVALID",
    "The request is not a message of this method: its bytes cannot be read.",
    { violations: [] },
  );
}
