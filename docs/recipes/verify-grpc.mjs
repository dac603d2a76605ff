// The same for a gRPC service of grpc-js, whose messages are JSON here so that it fits into one file.
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { openVerifier } from "latchkey/verifier";
import { callerOf, credentialInterceptor } from "latchkey/verifier/grpc";

const {
  LATCHKEY_EMAIL,
  LATCHKEY_API_TOKEN,
  LATCHKEY_SERVER = "127.0.0.1:50551",
  PORT = "8080",
} = process.env;
const verifier = openVerifier({
  server: LATCHKEY_SERVER,
  authorization: { email: LATCHKEY_EMAIL, apiToken: LATCHKEY_API_TOKEN },
  maxStalenessMs: 5_000,
  whenStale: "refuse",
});

const write = (message) => Buffer.from(JSON.stringify(message));
const read = (bytes) => JSON.parse(bytes.toString());
const codec = {
  requestSerialize: write,
  requestDeserialize: read,
  responseSerialize: write,
  responseDeserialize: read,
};
const greeter = {
  Hello: { path: "/demo.Greeter/Hello", requestStream: false, responseStream: false, ...codec },
};

const interceptor = credentialInterceptor(verifier, { requiredScopes: ["tickets:read"] });
const server = new Server({ interceptors: [interceptor] });
server.addService(greeter, {
  Hello: ({ metadata }, respond) => respond(null, { greeting: `Hello, ${callerOf(metadata).email}.` }),
});
await verifier.ready();
server.bindAsync(`127.0.0.1:${PORT}`, ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.stdout.write(`Listening on ${port}\n`);
});
