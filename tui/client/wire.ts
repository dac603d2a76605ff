import { type Client, Metadata } from "@grpc/grpc-js";
import { CallFailure, decodeFailure } from "./failure.js";

/** How one call is to be made. */
export type CallOptions = {
  /** Give up after so many seconds; 10 unless told. */
  deadlineSeconds?: number;
  /** Give up when this fires; the call then rejects with CANCELLED. */
  signal?: AbortSignal;
};

/** What every service of one connection stands on. */
export type Wire = {
  /** The one connection all services share. */
  connection: Client;
  /** The value of the `authorization` metadata for the next call; undefined for none. */
  authorization: () => string | undefined;
};

/** A page to ask for. Filters and orders are written as the contract's List requests say. */
export type PageRequest = {
  /** At most so many; the server's choice when left out, never more than 200. */
  pageSize?: number;
  /** The nextPageToken of the page before; left out for the first. */
  pageToken?: string;
  /** An AIP-160 filter, such as `state = ACTIVE`. */
  filter?: string;
  /** A field, optionally followed by ` desc`. */
  orderBy?: string;
};

/** The part of a generated method definition that a caller needs. */
type Method<Request, Answer> = {
  path: string;
  requestSerialize: (request: Request) => Buffer;
  responseDeserialize: (bytes: Buffer) => Answer;
};

const DEADLINE_SECONDS = 10;

/** Makes one unary call: the answer, or a rejection with a CallFailure. */
export function callUnary<Request, Answer>(
  wire: Wire,
  method: Method<Request, Answer>,
  request: NoInfer<Request>,
  { deadlineSeconds = DEADLINE_SECONDS, signal }: CallOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled());
    const call = wire.connection.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      makeMetadata(wire),
      { deadline: Date.now() + deadlineSeconds * 1000 },
      (error, answer) => {
        signal?.removeEventListener("abort", cancel);
        if (error !== null) reject(decodeFailure(error));
        else if (answer === undefined) reject(new CallFailure({ code: "INTERNAL", message: "empty answer" }));
        else resolve(answer);
      },
    );
    const cancel = () => call.cancel();
    signal?.addEventListener("abort", cancel, { once: true });
  });
}

/** Reads a server stream until it ends, the reader stops or the signal fires; throws CallFailure when it breaks. */
export async function* callStream<Request, Answer>(
  wire: Wire,
  method: Method<Request, Answer>,
  request: NoInfer<Request>,
  { signal }: Pick<CallOptions, "signal"> = {},
): AsyncGenerator<Answer, void, undefined> {
  if (signal?.aborted) return;
  const call = wire.connection.makeServerStreamRequest(
    method.path,
    method.requestSerialize,
    method.responseDeserialize,
    request,
    makeMetadata(wire),
  );
  // The error of a cancelled call arrives after the iterator has let go of it, and would end the process.
  call.on("error", () => {});
  const cancel = () => call.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    for await (const answer of call) yield answer as Answer;
  } catch (error) {
    if (!signal?.aborted) throw decodeFailure(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
    call.cancel();
  }
}

function makeMetadata(wire: Wire): Metadata {
  const metadata = new Metadata();
  const authorization = wire.authorization();
  if (authorization !== undefined) metadata.set("authorization", authorization);
  return metadata;
}

function cancelled(): CallFailure {
  return new CallFailure({ code: "CANCELLED", message: "cancelled before it was sent" });
}
