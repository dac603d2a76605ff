import { randomUUID } from "node:crypto";
import { Client, type ServiceError, status } from "@grpc/grpc-js";
import { contract } from "../proto/load.js";
import { type Answer, answerFrom, UNAVAILABLE } from "./answer.js";
import { type Connection, callerMetadata } from "./connection.js";
import type { Question } from "./question.js";
import { encodeReport, type OpenReport, type ReportOutcome } from "./report-message.js";

const { Authenticate, ReportUses } = contract.latchkey.v1.AuthenticationService.service;

/** What is refused as such would be refused again. */
function outcomeOf({ code, details }: ServiceError): ReportOutcome {
  if (code === status.RESOURCE_EXHAUSTED && /larger than max/i.test(details)) return "TOO_LARGE";
  return code === status.INVALID_ARGUMENT ? "REFUSED" : "AGAIN";
}

/** A report may take so long in any case: nobody waits for it. */
const MIN_REPORT_MS = 2_000;

/** Asks Latchkey itself, and tells it. */
export class Remote {
  readonly #connection: Connection;
  readonly #timeoutMs: number;
  readonly #client: Client;
  readonly #reporterId = randomUUID();

  constructor(connection: Connection, timeoutMs: number) {
    this.#connection = connection;
    this.#timeoutMs = timeoutMs;
    this.#client = new Client(connection.server, connection.credentials, {
      "grpc.use_local_subchannel_pool": 1,
      "grpc.initial_reconnect_backoff_ms": 100,
      "grpc.max_reconnect_backoff_ms": 2_000,
      // A connection that is lost without a word would otherwise be asked for minutes.
      "grpc.keepalive_time_ms": 10_000,
      "grpc.keepalive_timeout_ms": timeoutMs,
    });
  }

  /** The server's answer; 503 when there is none in time. */
  ask({
    authorization = "",
    method = "",
    path = "",
    sourceIp = "",
    requiredScopes = [],
  }: Question): Promise<Answer> {
    const request = { authorization, method, path, sourceIp, requiredScopes: [...requiredScopes] };
    const { path: rpc, requestSerialize, responseDeserialize } = Authenticate;
    const options = { deadline: Date.now() + this.#timeoutMs };
    return new Promise((resolve) => {
      this.#client.makeUnaryRequest(
        rpc,
        requestSerialize,
        responseDeserialize,
        request,
        callerMetadata(this.#connection),
        options,
        (error, response) =>
          resolve(error !== null || response === undefined ? UNAVAILABLE : answerFrom(response)),
      );
    });
  }

  /** Sends a report of uses. */
  report(report: OpenReport, now: number): Promise<ReportOutcome> {
    return new Promise((resolve) => {
      this.#client.makeUnaryRequest(
        ReportUses.path,
        ReportUses.requestSerialize,
        ReportUses.responseDeserialize,
        encodeReport(report, this.#reporterId, now),
        callerMetadata(this.#connection),
        { deadline: Date.now() + Math.max(MIN_REPORT_MS, this.#timeoutMs) },
        (error) => {
          resolve(error === null ? "DONE" : outcomeOf(error));
        },
      );
    });
  }

  close(): void {
    this.#client.close();
  }
}
