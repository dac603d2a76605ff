/**
 * The yardstick of every call: grpc-js and nothing else, in a process of its own. It answers the method whose path is
 * its first argument with the bytes of its second (base64), and never looks into a message: once, or with `stream` as
 * its third argument, every message of a stream; with `codec`, each is read and its answer written by the contract's own
 * codec, as any server does that is not satisfied with bytes.
 */

import { Server, ServerCredentials, type ServerDuplexStream, type sendUnaryData } from "@grpc/grpc-js";
import type { AuthenticateStreamResponse } from "../proto/gen/latchkey/v1/AuthenticateStreamResponse.js";
import { contract } from "../proto/load.js";

const [path = "", answer = "", kind = "unary"] = process.argv.slice(2);
const response = Buffer.from(answer, "base64");
const asBytes = (bytes: Buffer): Buffer => bytes;
const isStream = kind !== "unary";
const { AuthenticateStream } = contract.latchkey.v1.AuthenticationService.service;
const isRead = kind === "codec";
const read = (bytes: Buffer): unknown => (isRead ? AuthenticateStream.requestDeserialize(bytes) : bytes);
const write = (message: unknown): Buffer =>
  isRead ? AuthenticateStream.responseSerialize(message as AuthenticateStreamResponse) : (message as Buffer);
const answered = isRead ? AuthenticateStream.responseDeserialize(response) : response;

const server = new Server({ "grpc.enable_channelz": 0 });
server.addService(
  {
    Echo: {
      path,
      requestStream: isStream,
      responseStream: isStream,
      requestSerialize: asBytes,
      requestDeserialize: read,
      responseSerialize: write,
      responseDeserialize: asBytes,
    },
  },
  {
    Echo: isStream
      ? (call: ServerDuplexStream<unknown, unknown>) => {
          call.on("data", () => {
            if (call.write(answered)) return;
            call.pause();
            call.once("drain", () => call.resume());
          });
          call.on("end", () => call.end());
        }
      : (_call: unknown, respond: sendUnaryData<Buffer>) => respond(null, response),
  },
);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.send?.({ address: `127.0.0.1:${port}` });
});
process.once("disconnect", () => process.exit());
