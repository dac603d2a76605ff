import { AuthorizationCode, ClientCredentials, type ModuleOptions } from "simple-oauth2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REDIRECT_URI, type TestClient } from "../../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../../support/oauth-server.js";

let server: OAuthServer;
let client: TestClient;

beforeAll(async () => {
  server = await startOAuthServer({ clock: "system" });
  client = await server.makeClient();
});
afterAll(() => server.stop());

const WAYS = [
  ["the header and a form", { authorizationMethod: "header", bodyFormat: "form" }],
  ["the body and JSON", { authorizationMethod: "body", bodyFormat: "json" }],
] as const satisfies readonly (readonly [string, ModuleOptions["options"]])[];

describe.each(WAYS)("simple-oauth2, by %s,", (_, options) => {
  function configuration(): ModuleOptions {
    const { clientId, clientSecret } = client.authentication;
    return {
      client: { id: clientId, secret: clientSecret },
      auth: {
        tokenHost: server.httpAddress,
        tokenPath: "/acme/oauth/tokens",
        revokePath: "/acme/oauth/revoke",
      },
      options,
    };
  }

  // It knows no PKCE, which a client with a secret may do without.
  test("gets a code, refreshes and revokes", async () => {
    const { auth, ...rest } = configuration();
    const authorizePath = "/acme/oauth/authorizations/new";
    const library = new AuthorizationCode({ ...rest, auth: { ...auth, authorizePath } });
    const url = library.authorizeURL({ redirect_uri: REDIRECT_URI, scope: "tickets:read", state: "s" });
    const code = (await server.consent(url)).searchParams.get("code") ?? "";
    const token = await library.getToken({ code, redirect_uri: REDIRECT_URI });
    expect(token.expired()).toBe(false);
    const fresh = await token.refresh();
    expect(fresh.token["access_token"]).not.toBe(token.token["access_token"]);
    await fresh.revokeAll();
    await expect(fresh.refresh()).rejects.toMatchObject({ output: { statusCode: 400 } });
  });

  test("gets tokens for the client itself", async () => {
    const token = await new ClientCredentials(configuration()).getToken({ scope: "tickets:read" });
    expect(token.token).toMatchObject({ scope: "tickets:read", token_type: "Bearer" });
  });
});
