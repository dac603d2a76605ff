/**
 * The least that OAuth over HTTP takes: bare node:http, in a process of its own, that reads the body of each request and
 * answers what its arguments say, looking into neither: the first to `/token`, the second to everything else.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const [tokens = "", introspection = ""] = process.argv.slice(2);

const server = createServer((incoming, outgoing) => {
  const text = incoming.url === "/token" ? tokens : introspection;
  incoming.on("data", () => {});
  incoming.once("end", () => {
    const length = String(Buffer.byteLength(text));
    outgoing.writeHead(200, ["content-type", "application/json", "content-length", length]).end(text);
  });
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ address: `127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once("disconnect", () => process.exit());
