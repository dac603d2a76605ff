import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formTo, HtmlBrowser } from "../../../support/html-browser.js";
import { REDIRECT_URI, type TestClient } from "../../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../../support/oauth-server.js";

const INSECURE = { [oauth.allowInsecureRequests]: true };

let server: OAuthServer;
let confidential: TestClient;

beforeAll(async () => {
  server = await startOAuthServer({ clock: "system" });
  confidential = await server.makeClient();
});
afterAll(() => server.stop());

async function discover({ client, authentication }: TestClient) {
  const issuer = new URL(server.issuer);
  const found = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...INSECURE });
  const as = await oauth.processDiscoveryResponse(issuer, found);
  const { clientSecret } = authentication;
  const prove = clientSecret === "" ? oauth.None() : oauth.ClientSecretBasic(clientSecret);
  return { as, client: { client_id: client.identifier }, prove };
}

test("oauth4webapi discovers, gets a code with PKCE, refreshes, introspects and revokes", async () => {
  const { as, client, prove } = await discover(confidential);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(as.authorization_endpoint ?? "");
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    scope: "tickets:read",
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  const parameters = oauth.validateAuthResponse(as, client, await server.consent(url.href), state);
  const answer = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    prove,
    parameters,
    REDIRECT_URI,
    verifier,
    INSECURE,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer);
  expect(tokens).toMatchObject({ scope: "tickets:read", expires_in: 1_800 });
  const refreshed = await oauth.refreshTokenGrantRequest(
    as,
    client,
    prove,
    tokens.refresh_token ?? "",
    INSECURE,
  );
  const fresh = await oauth.processRefreshTokenResponse(as, client, refreshed);
  const asked = await oauth.introspectionRequest(as, client, prove, fresh.access_token, INSECURE);
  expect(await oauth.processIntrospectionResponse(as, client, asked)).toMatchObject({ active: true });
  const revoked = await oauth.revocationRequest(as, client, prove, fresh.access_token, INSECURE);
  expect(await oauth.processRevocationResponse(revoked)).toBeUndefined();
  const again = await oauth.introspectionRequest(as, client, prove, fresh.access_token, INSECURE);
  expect(await oauth.processIntrospectionResponse(as, client, again)).toEqual({ active: false });
});

test("oauth4webapi gets tokens for the client itself, and is told of a wrong secret as RFC 6749 says", async () => {
  const { as, client, prove } = await discover(confidential);
  const parameters = new URLSearchParams({ scope: "tickets:read" });
  const answer = await oauth.clientCredentialsGrantRequest(as, client, prove, parameters, INSECURE);
  expect(await oauth.processClientCredentialsResponse(as, client, answer)).toMatchObject({
    scope: "tickets:read",
  });
  const wrong = oauth.ClientSecretPost("wrong");
  const refused = await oauth.clientCredentialsGrantRequest(as, client, wrong, parameters, INSECURE);
  await expect(oauth.processClientCredentialsResponse(as, client, refused)).rejects.toThrow();
  expect(refused.status).toBe(401);
});

test("oauth4webapi connects a device", async () => {
  const { as, client, prove } = await discover(await server.makeClient({ kind: "PUBLIC" }));
  const parameters = new URLSearchParams({ scope: "tickets:read" });
  const begun = await oauth.processDeviceAuthorizationResponse(
    as,
    client,
    await oauth.deviceAuthorizationRequest(as, client, prove, parameters, INSECURE),
  );
  const browser = new HtmlBrowser();
  const page = await server.signIn(browser, begun.verification_uri_complete ?? "");
  await browser.submit(formTo(page, "/device"), { decision: "allow" });
  const answer = await oauth.deviceCodeGrantRequest(as, client, prove, begun.device_code, INSECURE);
  expect(await oauth.processDeviceCodeResponse(as, client, answer)).toMatchObject({ scope: "tickets:read" });
});
