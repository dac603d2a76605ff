import { Client } from "@grpc/grpc-js";
import { contract } from "../proto/load.js";
import { type Answer, answerFrom, UNAVAILABLE } from "./answer.js";
import { type Connection, callerMetadata } from "./connection.js";
import type { Question } from "./question.js";

const { Authenticate } = contract.latchkey.v1.AuthenticationService.service;

/** Asks Latchkey itself. */
export class Remote {
  readonly #connection: Connection;
  readonly #timeoutMs: number;
  readonly #client: Client;

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

  close(): void {
    this.#client.close();
  }
}
