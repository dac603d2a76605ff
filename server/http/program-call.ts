import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "../domain/callers.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import type { Turns } from "../system/turns.js";
import { logAccess } from "./access-log.js";
import { observeRequest, REQUEST_ID_HEADER } from "./circumstances.js";
import type { Parameters } from "./parameters.js";
import type { Circumstances, Web } from "./web.js";

/** An endpoint that programs call. */
export interface ProgramEndpoint {
  /** What stands before and behind the account's id in its path. */
  readonly before: string;
  readonly behind: string;
  readonly method: "GET" | "POST";
  /** Whether pages of other origins may call it: those of public clients do. No cookie counts here. */
  readonly isOpenToPages: boolean;
  /** For how many seconds an answer may be kept; never when absent (RFC 6749 section 5.1). */
  readonly maxAgeSeconds?: number;
  /** The answer: an object, or JSON where that is at hand. What it throws is told as RFC 6749 section 5.2 asks. */
  answer(web: Web, call: ProgramCall, parameters: Parameters): MaybePromise<object | string>;
}

/** A request of a program, how it is answered, and what its path says. */
interface ProgramRequest {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly path: string;
  readonly accountId: string;
  readonly turns: Turns;
}

/**
 * A request of a program, as Node has read it, and the answer to it: nothing of a framework stands between, for these
 * are the requests that services and clients make all the time.
 */
export class ProgramCall {
  readonly incoming: IncomingMessage;
  readonly circumstances: Circumstances;
  /** The account that the path names; whether there is one, is another question. */
  readonly accountId: string;
  readonly #web: Web;
  readonly #path: string;
  readonly #outgoing: ServerResponse;
  readonly #turns: Turns;
  readonly #begin = performance.now();
  /** Names and values in turn, as Node writes them without a further look. */
  readonly #headers: string[];

  constructor(web: Web, { incoming, outgoing, path, accountId, turns }: ProgramRequest) {
    this.#web = web;
    this.#path = path;
    this.incoming = incoming;
    this.#outgoing = outgoing;
    this.#turns = turns;
    this.accountId = accountId;
    this.circumstances = observeRequest(web, incoming);
    this.#headers = [REQUEST_ID_HEADER, this.circumstances.requestId, "x-content-type-options", "nosniff"];
  }

  /** The request as one of somebody unknown: OAuth clients say who they are in their own way. */
  anonymously(): RequestContext {
    const { now, requestId, sourceIp } = this.circumstances;
    return { now, requestId, sourceIp, caller: { kind: "ANONYMOUS" } };
  }

  /** Adds a header to the answer. */
  setHeader(name: Lowercase<string>, value: string): void {
    this.#headers.push(name, value);
  }

  /** Answers, with a body of JSON (an object, or its text) unless there is none to send; `failure` is for the log. */
  end(status: number, body?: object | string, failure?: unknown): void {
    const headers = this.#headers;
    const text = typeof body === "object" ? JSON.stringify(body) : (body ?? "");
    if (body !== undefined) {
      headers.push("content-type", "application/json", "content-length", String(Buffer.byteLength(text)));
    }
    this.#turns.addAnswer(() => {
      try {
        this.#outgoing.writeHead(status, headers).end(text);
        this.#log(status, failure);
      } catch (error) {
        this.breakOff(error);
      }
    });
  }

  /** Ends the connection, where not even a failure can be told. */
  breakOff(error: unknown): void {
    this.#outgoing.destroy();
    this.#log(500, error);
  }

  #log(status: number, failure: unknown): void {
    const { circumstances } = this;
    const { method = "" } = this.incoming;
    logAccess(this.#web, { method, path: this.#path, circumstances, status, failure }, this.#begin);
  }
}
