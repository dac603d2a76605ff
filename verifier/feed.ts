import { Client, type ClientReadableStream, type ServiceError, status } from "@grpc/grpc-js";
import type { WatchRevocationsResponse__Output } from "../proto/gen/latchkey/v1/WatchRevocationsResponse.js";
import { contract } from "../proto/load.js";
import { Book } from "./book.js";
import { type Connection, callerMetadata } from "./connection.js";
import type { Freshness, Moment } from "./freshness.js";
import { readRecord } from "./records.js";

const { WatchRevocations } = contract.latchkey.v1.AuthenticationService.service;

/** How a feed is followed. */
export interface FeedOptions {
  readonly heartbeatMs: number;
  /** What is told as current and is older than this has lain somewhere: the call is made anew. */
  readonly longestLagMs: number;
  /** After a failed call, the first wait; each further one is twice as long, up to the longest. */
  readonly shortestWaitMs: number;
  readonly longestWaitMs: number;
  /** A number from 0 to below 1: how much of a wait is spent, so that not all come back at once. */
  readonly random: () => number;
  /** Told when a call has failed, with why, and when one has told all there is (undefined). */
  readonly onCall: (failure: ServiceError | undefined) => void;
}

/** A call that stands longer is made anew, so that differences between the speeds of two clocks do not add up. */
const LONGEST_CALL_MS = 30 * 60_000;

/** A call that brings nothing fresh is not made anew sooner than this. */
const SHORTEST_CALL_MS = 1_000;

/** So many heartbeats may stay away before the connection counts as lost. */
const MISSED_HEARTBEATS = 4;

/** Reasons for which what is known is not ours to know any longer. */
const SHUT_OUT: readonly number[] = [status.UNAUTHENTICATED, status.PERMISSION_DENIED];

/** Follows what decides about an account's credentials, and keeps a book of it, for as long as it is not closed. */
export class Feed {
  readonly #connection: Connection;
  readonly #freshness: Freshness;
  readonly #options: FeedOptions;
  /** What is known, whole. */
  #book = new Book();
  /** What is being told, until it is whole. */
  #draft: Book | undefined;
  #accountId = "";
  #history = "";
  #position = 0;
  #failures = 0;
  #isClosed = false;
  #call: { readonly client: Client; readonly stream: ClientReadableStream<unknown> } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, freshness: Freshness, options: FeedOptions) {
    this.#connection = connection;
    this.#freshness = freshness;
    this.#options = options;
    this.#begin();
  }

  /** What is known. */
  get book(): Book {
    return this.#book;
  }

  /** Where what is known stands in the order of commits. */
  get position(): number {
    return this.#position;
  }

  /** Ends the call, and makes no other. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#hangUp();
  }

  #begin(): void {
    const begin = this.#freshness.now();
    const { server, credentials } = this.#connection;
    // A connection of its own each time: one that is lost without a word would be taken for good by the next call.
    const client = new Client(server, credentials, {
      "grpc.use_local_subchannel_pool": 1,
      "grpc.max_receive_message_length": -1,
      "grpc.initial_reconnect_backoff_ms": this.#options.shortestWaitMs,
    });
    const request = {
      history: this.#history,
      position: this.#position,
      heartbeatMilliseconds: this.#options.heartbeatMs,
    };
    const { path, requestSerialize, responseDeserialize } = WatchRevocations;
    const metadata = callerMetadata(this.#connection);
    const stream = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
    );
    const call = { client, stream };
    this.#call = call;
    this.#draft = undefined;
    this.#expectWord();
    stream.on("data", (message: WatchRevocationsResponse__Output) => {
      if (this.#call !== call) return;
      this.#expectWord();
      this.#take(message, begin);
    });
    stream.on("error", (error: ServiceError) => {
      if (this.#call === call) this.#retry(error);
    });
    stream.on("end", () => {
      if (this.#call === call) this.#retry(undefined);
    });
  }

  #take(message: WatchRevocationsResponse__Output, begin: Moment): void {
    const { history, position, reset, records, currentMilliseconds } = message;
    if (reset) this.#draft = new Book();
    const book = this.#draft ?? this.#book;
    for (const told of records) {
      if (told.rules) this.#accountId = told.rules.accountId;
      const record = readRecord(told, this.#accountId);
      if (record === undefined) book.isBeyondUs = true;
      else book.apply(record);
    }
    if (position === 0) return;
    this.#book = book;
    this.#draft = undefined;
    this.#history = history;
    this.#position = position;
    if (currentMilliseconds === undefined || currentMilliseconds === null) return;
    this.#freshness.confirm(begin, currentMilliseconds);
    this.#failures = 0;
    this.#options.onCall(undefined);
    if (this.#isWornOut(begin)) this.#callAnew();
  }

  #isWornOut(begin: Moment): boolean {
    const age = this.#freshness.now().monotonic - begin.monotonic;
    if (age > LONGEST_CALL_MS || this.#freshness.hasSlipped(begin)) return true;
    return age > SHORTEST_CALL_MS && this.#freshness.staleness() > this.#options.longestLagMs;
  }

  #callAnew(): void {
    this.#hangUp();
    this.#begin();
  }

  #retry(error: ServiceError | undefined): void {
    this.#hangUp();
    if (this.#isClosed) return;
    if (error !== undefined) this.#learnFrom(error);
    const { shortestWaitMs, longestWaitMs, random } = this.#options;
    const wait = Math.min(longestWaitMs, shortestWaitMs * 2 ** Math.min(this.#failures, 30));
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#begin(), wait * (0.5 + random() / 2));
    this.#timer.unref();
  }

  #learnFrom(error: ServiceError): void {
    this.#options.onCall(error);
    if (error.code === status.OUT_OF_RANGE) this.#forgetPosition();
    if (!SHUT_OUT.includes(error.code)) return;
    this.#forgetPosition();
    this.#book = new Book();
    this.#freshness.forget();
  }

  #forgetPosition(): void {
    this.#history = "";
    this.#position = 0;
  }

  /** Waits for the next message, and takes the connection for lost when none comes. */
  #expectWord(): void {
    clearTimeout(this.#timer);
    const patience = Math.max(MISSED_HEARTBEATS * this.#options.heartbeatMs, 2_000);
    this.#timer = setTimeout(() => this.#retry(silence()), patience);
    this.#timer.unref();
  }

  #hangUp(): void {
    clearTimeout(this.#timer);
    const call = this.#call;
    this.#call = undefined;
    this.#draft = undefined;
    if (call === undefined) return;
    // What a cancelled call still says is of no interest, and must not go unheard.
    call.stream.on("error", () => {});
    call.stream.cancel();
    call.client.close();
  }
}

function silence(): ServiceError {
  const error = new Error("Nothing was heard of the server for too long.");
  return Object.assign(error, {
    code: status.UNAVAILABLE,
    details: error.message,
    metadata: undefined as unknown as ServiceError["metadata"],
  });
}
