/**
 * A yardstick of OAuth over HTTP: @node-oauth/oauth2-server over maps, on bare node:http, in a process of its own, for one
 * confidential client whose identifier and secret are its arguments. It has no introspection: it is asked for what is
 * nearest, who a bearer token is.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import OAuth2Server, { type Client, type Token } from "@node-oauth/oauth2-server";

const [clientId = "", clientSecret = ""] = process.argv.slice(2);
const client: Client = { id: clientId, grants: ["client_credentials"] };
const tokens = new Map<string, Token>();

const oauth = new OAuth2Server({
  model: {
    getClient: async (id: string, secret: string) => id === clientId && secret === clientSecret && client,
    getUserFromClient: async () => ({ id: clientId }),
    validateScope: async (_user: unknown, _client: unknown, scope?: string[]) => scope ?? [],
    saveToken: async (token: Token, of: Client, user: { id: string }) => {
      const saved = { ...token, client: of, user };
      tokens.set(token.accessToken, saved);
      return saved;
    },
    getAccessToken: async (accessToken: string) => tokens.get(accessToken),
  } as never,
  accessTokenLifetime: 1_800,
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

const server = createServer(async (incoming, outgoing) => {
  const body = Object.fromEntries(new URLSearchParams(await bodyOf(incoming)));
  const { method = "", headers } = incoming;
  const asked = (sent: typeof headers) =>
    new OAuth2Server.Request({ method, query: {}, body, headers: sent as Record<string, string> });
  const response = new OAuth2Server.Response();
  try {
    if (incoming.url === "/token") await oauth.token(asked(headers), response);
    else {
      const token = await oauth.authenticate(asked({ authorization: `Bearer ${body["token"]}` }), response);
      response.body = { active: true, client_id: token.client.id, scope: token.scope?.join(" ") };
    }
  } catch (error) {
    response.status = 500;
    response.body = { error: String(error) };
  }
  const text = JSON.stringify(response.body);
  outgoing.writeHead(response.status ?? 200, {
    ...response.headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  outgoing.end(text);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ address: `127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once("disconnect", () => process.exit());
