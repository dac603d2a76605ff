import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formTo, HtmlBrowser } from "../../../support/html-browser.js";
import { REDIRECT_URI, type TestClient } from "../../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../../support/oauth-server.js";

let server: OAuthServer;
let confidential: TestClient;
let open: TestClient;

beforeAll(async () => {
  server = await startOAuthServer({ clock: "system" });
  confidential = await server.makeClient();
  open = await server.makeClient({ kind: "PUBLIC" });
});
afterAll(() => server.stop());

function discover({ authentication }: TestClient, method?: openid.ClientAuth): Promise<openid.Configuration> {
  const { clientId, clientSecret } = authentication;
  const options = { algorithm: "oauth2" as const, execute: [openid.allowInsecureRequests] };
  return openid.discovery(new URL(server.issuer), clientId, clientSecret || undefined, method, options);
}

const CLIENTS = [
  ["client_secret_basic", () => confidential, () => openid.ClientSecretBasic()],
  ["client_secret_post", () => confidential, () => openid.ClientSecretPost()],
  ["none", () => open, () => openid.None()],
] as const;

describe.each(CLIENTS)("openid-client, which authenticates by %s,", (method, clientOf, authenticationOf) => {
  test("discovers, gets a code with PKCE, refreshes, introspects and revokes", async () => {
    const client = clientOf();
    const config = await discover(client, authenticationOf());
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const expectedState = openid.randomState();
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: REDIRECT_URI,
      scope: "tickets:read articles:write",
      state: expectedState,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    });
    const callback = await server.consent(url.href);
    const tokens = await openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState });
    expect(tokens).toMatchObject({ token_type: "bearer", scope: "tickets:read articles:write" });
    expect(tokens.expiresIn()).toBeGreaterThan(1_700);
    const fresh = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "");
    expect(fresh.access_token).not.toBe(tokens.access_token);
    if (method !== "none") {
      const about = await openid.tokenIntrospection(config, fresh.access_token);
      expect(about).toMatchObject({ active: true, client_id: client.client.identifier, iss: server.issuer });
    }
    await openid.tokenRevocation(config, fresh.refresh_token ?? "");
    await expect(openid.refreshTokenGrant(config, fresh.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
      status: 400,
    });
  });

  test("connects a device that polls while a person decides", async () => {
    const config = await discover(clientOf(), authenticationOf());
    const begun = await openid.initiateDeviceAuthorization(config, { scope: "tickets:read" });
    const browser = new HtmlBrowser();
    const page = await server.signIn(browser, begun.verification_uri_complete ?? "");
    const polling = openid.pollDeviceAuthorizationGrant(config, { ...begun, interval: 1 });
    await browser.submit(formTo(page, "/device"), { decision: "allow" });
    expect(await polling).toMatchObject({ scope: "tickets:read", refresh_token: expect.any(String) });
  });
});

test("openid-client gets tokens for the client itself", async () => {
  const tokens = await openid.clientCredentialsGrant(await discover(confidential), { scope: "tickets:read" });
  expect(tokens).toMatchObject({ scope: "tickets:read" });
  expect(tokens.refresh_token).toBeUndefined();
});

test("openid-client understands a refusal by the person", async () => {
  const config = await discover(open, openid.None());
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope: "tickets:read",
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
  });
  const callback = await server.consent(url.href, "deny");
  await expect(openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier })).rejects.toMatchObject({
    error: "access_denied",
  });
});
