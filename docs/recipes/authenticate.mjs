// A service that asks Latchkey about every request: curl -u 'ada@example.com/token:lka_…' http://127.0.0.1:8080/
import { createServer } from "node:http";
import { credentials, loadPackageDefinition, Metadata } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const {
  LATCHKEY_EMAIL,
  LATCHKEY_API_TOKEN,
  LATCHKEY_SERVER = "127.0.0.1:50551",
  PORT = "8080",
} = process.env;
const includeDirs = [new URL("../../proto", import.meta.url).pathname];
const { latchkey } = loadPackageDefinition(loadSync("latchkey/v1/authentication.proto", { includeDirs }));
const service = new latchkey.v1.AuthenticationService(LATCHKEY_SERVER, credentials.createInsecure());
const caller = new Metadata();
const basic = Buffer.from(`${LATCHKEY_EMAIL}/token:${LATCHKEY_API_TOKEN}`).toString("base64");
caller.set("authorization", `Basic ${basic}`);

const server = createServer(({ headers, method, url, socket }, response) => {
  const path = new URL(url, "http://localhost").pathname;
  const question = { authorization: headers.authorization, method, path, sourceIp: socket.remoteAddress };
  service.authenticate(question, caller, { deadline: Date.now() + 2000 }, (error, answer) => {
    if (error)
      response.writeHead(503).end("Try again later.\n"); // Nobody gets in while nobody can be asked.
    else if (!answer.authenticated) response.writeHead(401, { "www-authenticate": "Basic" }).end();
    else if (!answer.allowed) response.writeHead(403).end();
    else response.end(`Hello, ${answer.principal.email}.\n`);
  });
});
server.listen(Number(PORT), "127.0.0.1", () =>
  process.stdout.write(`Listening on ${server.address().port}\n`),
);
