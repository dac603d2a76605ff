import { Metadata, type ServerDuplexStream, type ServerWritableStream } from "@grpc/grpc-js";
import type { Operation } from "../domain/callers.js";
import { AccessLog } from "./access-log.js";
import { type Circumstances, observeCall } from "./caller.js";
import { REQUEST_ID_KEY, toServiceError } from "./errors.js";
import type { Wire } from "./wire.js";

/** A call that goes on, in which the server sends what it has to say. */
type StreamCall = ServerWritableStream<unknown, unknown> | ServerDuplexStream<unknown, unknown>;

/**
 * Holds a call that goes on, from its first to its last line in the log: `talk` lets the caller in, greets them, and
 * says what there is to say; however that ends, the call ends with it.
 */
export async function holdStream(
  wire: Wire,
  operation: Operation,
  call: StreamCall,
  talk: (circumstances: Circumstances, greet: () => void) => Promise<void>,
): Promise<void> {
  const circumstances = observeCall(wire, call);
  const accessLog = new AccessLog(wire, operation, circumstances, true);
  const greet = () => {
    const header = new Metadata();
    header.set(REQUEST_ID_KEY, circumstances.requestId);
    call.sendMetadata(header);
  };
  try {
    await talk(circumstances, greet);
    if (call.cancelled) accessLog.cancelled();
    else accessLog.answered();
    call.end();
  } catch (error) {
    if (call.cancelled) {
      accessLog.cancelled();
      return;
    }
    accessLog.failed(error);
    call.emit("error", toServiceError(error, circumstances.requestId));
  }
}
