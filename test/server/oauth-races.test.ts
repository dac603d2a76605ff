import { afterAll, beforeAll, expect, test } from "vitest";
import { REDIRECT_URI, type TestClient, VERIFIER } from "../support/oauth.js";
import { inBody, type OAuthServer, startOAuthServer } from "../support/oauth-server.js";
import { bearer, detailsOf } from "../support/running-server.js";

let server: OAuthServer;
let client: TestClient;

beforeAll(async () => {
  server = await startOAuthServer({ engine: "level" });
  client = await server.makeClient();
});
afterAll(() => server.stop());

/** What one of many got: tokens, or why not. */
type Outcome = { accessToken: string; refreshToken: string } | string;

/** Asks for tokens fifty times at once, by either way in. */
function askFiftyTimes(form: Record<string, string>, request: object): Promise<Outcome[]> {
  const overHttp = async (): Promise<Outcome> => {
    const { status, body } = await server.post("/tokens", { ...form, ...inBody(client) });
    if (status !== 200) return `${status} ${body["error"]}`;
    return { accessToken: String(body["access_token"]), refreshToken: String(body["refresh_token"]) };
  };
  const overGrpc = async (): Promise<Outcome> => {
    const whole = { accountId: "acme", client: client.authentication, ...request };
    return server.calls.oauth.ExchangeToken(whole).then(
      ({ accessToken, refreshToken }) => ({ accessToken, refreshToken }),
      (error: unknown) => `400 ${detailsOf(error).metadata?.["error"]}`,
    );
  };
  return Promise.all(Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? overHttp() : overGrpc())));
}

function redeemFiftyTimes(code: string): Promise<Outcome[]> {
  return askFiftyTimes(
    { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER },
    {
      grantType: "GRANT_TYPE_AUTHORIZATION_CODE",
      code,
      redirectUri: REDIRECT_URI,
      codeVerifier: VERIFIER,
    },
  );
}

test("of 50 who redeem one code at once, over HTTP and gRPC, one wins and 49 are told invalid_grant", async () => {
  const outcomes = await redeemFiftyTimes(await server.code(client));
  const won = outcomes.filter((outcome) => typeof outcome !== "string");
  expect(won).toHaveLength(1);
  expect(new Set(outcomes.filter((outcome) => typeof outcome === "string"))).toEqual(
    new Set(["400 invalid_grant"]),
  );
  // A valid replay has ended what the first got.
  const metadata = bearer(won[0]?.accessToken ?? "");
  await expect(server.calls.accessTokens.GetCurrentAccessToken({}, metadata)).rejects.toThrow();
});

test("of 50 who refresh with one token at once, over HTTP and gRPC, all get the same answer, which works", async () => {
  const tokens = await server.tokens(client);
  const refreshToken = tokens["refresh_token"] ?? "";
  const outcomes = await askFiftyTimes(
    { grant_type: "refresh_token", refresh_token: refreshToken },
    { grantType: "GRANT_TYPE_REFRESH_TOKEN", refreshToken },
  );
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  const { accessToken } = outcomes[0] as { accessToken: string };
  const { accessToken: current } = await server.calls.accessTokens.GetCurrentAccessToken(
    {},
    bearer(accessToken),
  );
  expect(current?.origin).toBe("ACCESS_TOKEN_ORIGIN_REFRESH_TOKEN");
  expect(server.log.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
});
