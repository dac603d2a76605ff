/**
 * The yardstick of every call: grpc-js and nothing else, in a process of its own. It answers the method whose path is
 * its first argument with the bytes of its second (base64), and never looks into a message.
 */
import { Server, ServerCredentials, type sendUnaryData } from "@grpc/grpc-js";

const [path = "", answer = ""] = process.argv.slice(2);
const response = Buffer.from(answer, "base64");
const asBytes = (bytes: Buffer): Buffer => bytes;

const server = new Server({ "grpc.enable_channelz": 0 });
server.addService(
  {
    Echo: {
      path,
      requestStream: false,
      responseStream: false,
      requestSerialize: asBytes,
      requestDeserialize: asBytes,
      responseSerialize: asBytes,
      responseDeserialize: asBytes,
    },
  },
  { Echo: (_call: unknown, respond: sendUnaryData<Buffer>) => respond(null, response) },
);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.send?.({ address: `127.0.0.1:${port}` });
});
process.once("disconnect", () => process.exit());
