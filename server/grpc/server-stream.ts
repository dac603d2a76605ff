import { once } from "node:events";
import type { handleServerStreamingCall, ServerWritableStream } from "@grpc/grpc-js";
import type { Operation } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { admitCaller } from "./caller.js";
import { holdStream } from "./hold-stream.js";
import { readRequest } from "./requests.js";
import type { Door, ServerStream, Wire } from "./wire.js";

/**
 * Makes an RPC of a method that goes on answering. A sign of life comes at once and then whenever it was silent for
 * a while; before anything is sent, the caller is looked at again, and the stream ends when they may not have it any
 * more. It also ends, with SHUTTING_DOWN, when the server does.
 */
export function serverStreamHandler<Request, Response>(
  wire: Wire,
  door: Door,
  operation: Operation,
  method: ServerStream<Request, Response>,
): handleServerStreamingCall<Request, Response> {
  return (call) =>
    holdStream(wire, operation, call, async (circumstances, greet) => {
      const admitAgain = async () => {
        await admitCaller(wire, door, call, operation, { ...circumstances, now: wire.now() }, true);
      };
      const stream = new OpenStream(call, wire, method.heartbeat, admitAgain);
      const caller = await admitCaller(wire, door, call, operation, circumstances);
      const context = { ...circumstances, caller };
      const answers = await method.open(wire.environment, context, readRequest(call.request));
      greet();
      await stream.send(answers);
    });
}

/** A stream under way. */
class OpenStream<Response> {
  readonly #call: ServerWritableStream<unknown, Response>;
  readonly #wire: Wire;
  readonly #heartbeat: Response | undefined;
  readonly #admitAgain: () => Promise<void>;
  readonly #end = new AbortController();
  #lastSent = 0;
  /** Ends it with STREAM_TOO_SLOW. */
  #cutOff: () => void = () => {};

  constructor(
    call: ServerWritableStream<unknown, Response>,
    wire: Wire,
    heartbeat: Response | undefined,
    admitAgain: () => Promise<void>,
  ) {
    this.#call = call;
    this.#wire = wire;
    this.#heartbeat = heartbeat;
    this.#admitAgain = admitAgain;
  }

  /** Sends the answers until there are no more, the caller goes, or the server stops. Throws why it ended early. */
  async send(answers: AsyncIterable<Response>): Promise<void> {
    const { stopping, heartbeatMs } = this.#wire;
    return new Promise((resolve, reject) => {
      const shutDown = () =>
        settle(reject, new Failure("SHUTTING_DOWN", "The server is stopping: connect again."));
      const leave = () => settle(resolve);
      const timer = setInterval(() => {
        this.#beat().catch((error: unknown) => settle(reject, error));
      }, heartbeatMs);
      const settle = <T extends unknown[]>(how: (...args: T) => void, ...args: T) => {
        clearInterval(timer);
        stopping.removeEventListener("abort", shutDown);
        this.#end.abort();
        how(...args);
      };
      this.#cutOff = () => settle(reject, tooSlow());
      stopping.addEventListener("abort", shutDown, { once: true });
      this.#call.once("cancelled", leave);
      if (stopping.aborted) shutDown();
      else if (this.#call.cancelled) leave();
      else
        this.#pump(answers).then(
          () => settle(resolve),
          (error: unknown) => settle(reject, error),
        );
    });
  }

  // What is waited for here may come long after the end: the feed wakes up with the next change only.
  async #pump(answers: AsyncIterable<Response>): Promise<void> {
    if (this.#heartbeat !== undefined) await this.#write(this.#heartbeat);
    for await (const answer of answers) {
      if (this.#end.signal.aborted) return;
      await this.#admitAgain();
      await this.#write(answer);
    }
  }

  async #beat(): Promise<void> {
    if (performance.now() - this.#lastSent < this.#wire.heartbeatMs / 2) return;
    await this.#admitAgain();
    // A caller who does not read what is there needs no sign of life.
    if (this.#heartbeat !== undefined && !this.#call.writableNeedDrain) await this.#write(this.#heartbeat);
  }

  async #write(answer: Response): Promise<void> {
    if (this.#end.signal.aborted) return;
    this.#lastSent = performance.now();
    if (this.#call.write(answer)) return;
    const timer = setTimeout(this.#cutOff, this.#wire.stallMs);
    try {
      await once(this.#call, "drain", { signal: this.#end.signal });
    } finally {
      clearTimeout(timer);
    }
  }
}

function tooSlow(): Failure {
  return new Failure(
    "STREAM_TOO_SLOW",
    "The answers of this stream were not read for too long: watch again, from where you stand.",
  );
}
