import type { handleBidiStreamingCall, handleServerStreamingCall, handleUnaryCall } from "@grpc/grpc-js";
import type { RequestContext } from "../domain/callers.js";
import type { Instant } from "../domain/instants.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import type { Turns } from "../system/turns.js";
import type { Environment } from "../usecases/environment.js";

/** Where calls are logged: facts for programs, a few words for people. */
export interface CallLog {
  isLevelEnabled(level: "debug"): boolean;
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Where calls are counted. */
export interface CallMetrics {
  callEnded(method: string, result: string, seconds: number): void;
  streamOpened(method: string): void;
  streamEnded(method: string, result: string): void;
}

/** What every call is answered with, besides its use case. */
export interface Wire {
  readonly environment: Environment;
  readonly log: CallLog;
  readonly metrics: CallMetrics;
  readonly turns: Turns;
  now(): Instant;
  newRequestId(now: Instant): string;
  /** Aborted when the server begins to stop: streams end then. */
  readonly stopping: AbortSignal;
  /** After so much silence a stream gives a sign of life. */
  readonly heartbeatMs: number;
  /** A stream whose caller reads nothing for so long is cut off. */
  readonly stallMs: number;
}

/** Whose door a call comes in by: the operator's own socket needs no credential. */
export type Door = "public" | "operator";

/** An RPC that answers once. */
export type Unary<Request, Response> = (
  environment: Environment,
  context: RequestContext,
  request: Request,
) => MaybePromise<Response>;

/** An RPC that goes on answering. */
export interface ServerStream<Request, Response> {
  /** Begins; throws what refuses it. */
  readonly open: (
    environment: Environment,
    context: RequestContext,
    request: Request,
  ) => Promise<AsyncIterable<Response>>;
  /** The sign of life; absent where the method gives its own. */
  readonly heartbeat?: Response;
}

/** An RPC that answers every message with one. Throws what ends the stream. */
export interface Exchange<Request, Response> {
  readonly answer: (
    environment: Environment,
    context: RequestContext,
    request: Request,
  ) => MaybePromise<Response>;
}

/** The methods of a service, made from its generated handlers: one forgotten does not compile. */
export type ServiceMethods<Handlers> = {
  readonly [Method in keyof Handlers as string extends Method
    ? never
    : Method]: Handlers[Method] extends handleBidiStreamingCall<infer Request, infer Response>
    ? Exchange<Request, Response>
    : Handlers[Method] extends handleServerStreamingCall<infer Request, infer Response>
      ? ServerStream<Request, Response>
      : Handlers[Method] extends handleUnaryCall<infer Request, infer Response>
        ? Unary<Request, Response>
        : never;
};

/** A message with all its fields written, so that one forgotten does not compile. */
export type Complete<Message> = { [Field in keyof Message]-?: Exclude<Message[Field], undefined> };
