import type { handleBidiStreamingCall, ServerDuplexStream } from "@grpc/grpc-js";
import type { Operation, RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import { admitCaller, type Circumstances } from "./caller.js";
import { holdStream } from "./hold-stream.js";
import { readRequest } from "./requests.js";
import type { Door, Exchange, Wire } from "./wire.js";

/**
 * Makes an RPC of a method that answers every message with one, in their order. The caller is looked at again with
 * every message, and now and then while there is none; a caller who does not read the answers is not read from either.
 */
export function exchangeHandler<Request, Response>(
  wire: Wire,
  door: Door,
  operation: Operation,
  method: Exchange<Request, Response>,
): handleBidiStreamingCall<Request, Response> {
  return (call) =>
    holdStream(wire, operation, call, async (circumstances, greet) => {
      await admitCaller(wire, door, call, operation, circumstances);
      greet();
      await new OpenExchange(call, wire, door, operation, circumstances, method).run();
    });
}

/** An exchange under way. */
class OpenExchange<Request, Response> {
  readonly #call: ServerDuplexStream<Request, Response>;
  readonly #wire: Wire;
  readonly #door: Door;
  readonly #operation: Operation;
  readonly #circumstances: Circumstances;
  readonly #method: Exchange<Request, Response>;
  #stall: NodeJS.Timeout | undefined;

  constructor(
    call: ServerDuplexStream<Request, Response>,
    wire: Wire,
    door: Door,
    operation: Operation,
    circumstances: Circumstances,
    method: Exchange<Request, Response>,
  ) {
    this.#call = call;
    this.#wire = wire;
    this.#door = door;
    this.#operation = operation;
    this.#circumstances = circumstances;
    this.#method = method;
  }

  /** Answers until the caller has said all, or goes, or the server stops. Throws why it ended early. */
  run(): Promise<void> {
    const { stopping, heartbeatMs, stallMs } = this.#wire;
    const call = this.#call;
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => {
        clearInterval(looking);
        clearTimeout(this.#stall);
        stopping.removeEventListener("abort", shutDown);
        call.removeAllListeners("data");
        how();
      };
      const fail = (error: unknown) => settle(() => reject(error));
      const shutDown = () => fail(new Failure("SHUTTING_DOWN", "The server is stopping: connect again."));
      const look = async () => void (await this.#admitAgain());
      const looking = setInterval(() => void look().catch(fail), heartbeatMs);
      // With nothing read, nothing more is answered, and nothing piles up.
      const hold = (until: Promise<unknown>) => {
        call.pause();
        until.then(() => call.resume(), fail);
      };
      const drained = () =>
        new Promise<void>((resolveDrained) => {
          this.#stall = setTimeout(() => fail(tooSlow()), stallMs);
          call.once("drain", () => {
            clearTimeout(this.#stall);
            resolveDrained();
          });
        });
      const send = (response: Response) => {
        if (!call.write(response)) hold(drained());
      };
      stopping.addEventListener("abort", shutDown, { once: true });
      call.once("cancelled", () => settle(resolve));
      call.once("end", () => settle(resolve));
      if (stopping.aborted) shutDown();
      else if (call.cancelled) settle(resolve);
      else
        call.on("data", (request: Request) => {
          try {
            const response = this.#answer(request);
            if (response instanceof Promise) hold(response.then(send));
            else send(response);
          } catch (error) {
            fail(error);
          }
        });
    });
  }

  #answer(request: Request): MaybePromise<Response> {
    return whenThere(this.#admitAgain(), (context) =>
      this.#method.answer(this.#wire.environment, context, readRequest(request)),
    );
  }

  #admitAgain(): MaybePromise<RequestContext> {
    const circumstances = { ...this.#circumstances, now: this.#wire.now() };
    const admitted = admitCaller(this.#wire, this.#door, this.#call, this.#operation, circumstances, true);
    return whenThere(admitted, (caller) => ({ ...circumstances, caller }));
  }
}

function tooSlow(): Failure {
  return new Failure("STREAM_TOO_SLOW", "The answers of this stream were not read for too long.");
}
