/**
 * A yardstick of OAuth over HTTP: oidc-provider with its memory adapter, in a process of its own, for one confidential
 * client whose identifier and secret are its arguments. Nothing it issues outlives it.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

const [clientId = "", clientSecret = ""] = process.argv.slice(2);

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(`http://${address}`, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
      },
    ],
    scopes: ["read"],
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      devInteractions: { enabled: false },
    },
    ttl: { ClientCredentials: 1_800 },
  });
  server.on("request", provider.callback());
  process.send?.({ address });
});
process.once("disconnect", () => process.exit());
