import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formTo, HtmlBrowser, textOf } from "../../support/html-browser.js";
import type { TestClient } from "../../support/oauth.js";
import { inBody, type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";

const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

let server: OAuthServer;
let client: TestClient;

beforeAll(async () => {
  server = await startOAuthServer();
  client = await server.makeClient({ kind: "PUBLIC", name: "Latchkey on a television" });
});
afterAll(() => server.stop());

async function begin(): Promise<Record<string, string>> {
  const { status, body } = await server.post("/device_authorization", {
    ...inBody(client),
    scope: "tickets:read",
  });
  expect(status).toBe(200);
  return body as Record<string, string>;
}

function poll(deviceCode: string | undefined) {
  // One poll after another is too fast otherwise.
  server.clock.advance(10_000);
  return server.post("/tokens", {
    grant_type: DEVICE_CODE,
    device_code: deviceCode ?? "",
    ...inBody(client),
  });
}

test("a device gets its codes, and where a person types the short one", async () => {
  const begun = await begin();
  expect(begun).toEqual({
    device_code: expect.stringMatching(/^lkd_/),
    user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
    verification_uri: `${server.issuer}/oauth/device`,
    verification_uri_complete: `${server.issuer}/oauth/device?user_code=${begun["user_code"]}`,
    expires_in: 600,
    interval: 5,
  });
  expect(await poll(begun["device_code"])).toMatchObject({
    status: 400,
    body: { error: "authorization_pending" },
  });
});

describe("a person", () => {
  test("types the code however they like, sees what waits, allows it, and the device goes on", async () => {
    const { device_code, user_code, verification_uri } = await begin();
    const browser = new HtmlBrowser();
    const ask = await server.signIn(browser, verification_uri ?? "");
    expect(textOf(ask)).toContain("Enter the code that the device shows.");
    const typed = (user_code ?? "").toLowerCase().replace("-", " ");
    const confirm = await browser.submit(formTo(ask, "/device"), { user_code: typed });
    expect(textOf(confirm)).toContain("Connect Latchkey on a television?");
    expect(textOf(confirm)).toContain("see tickets tickets:read");
    const done = await browser.follow(
      await browser.submit(formTo(confirm, "/device"), { decision: "allow" }),
    );
    expect(textOf(done)).toContain("Go back to your device");
    expect(await poll(device_code)).toMatchObject({ status: 200, body: { scope: "tickets:read" } });
    expect(await poll(device_code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test("who follows the complete address still sees the code, and may deny it", async () => {
    const { device_code, user_code, verification_uri_complete } = await begin();
    const browser = new HtmlBrowser();
    const confirm = await server.signIn(browser, `${verification_uri_complete}&lang=fr`);
    expect(textOf(confirm)).toContain(user_code);
    expect(textOf(confirm)).toContain("Connecter Latchkey on a television ?");
    const done = await browser.follow(await browser.submit(formTo(confirm, "/device"), { decision: "deny" }));
    expect(textOf(done)).toContain("L’appareil a été refusé");
    expect(await poll(device_code)).toMatchObject({ status: 400, body: { error: "access_denied" } });
  });

  test("who decides a second time is told that it was decided", async () => {
    const { verification_uri_complete } = await begin();
    const browser = new HtmlBrowser();
    const confirm = await server.signIn(browser, verification_uri_complete ?? "");
    const decide = () => browser.submit(formTo(confirm, "/device"), { decision: "allow" });
    expect((await decide()).status).toBe(303);
    const again = await decide();
    expect(again.status).toBe(409);
    expect(textOf(again)).toContain("This code was used already");
  });

  test("must be signed in before any code is looked at", async () => {
    const { user_code, verification_uri } = await begin();
    const known = await new HtmlBrowser().get(`${verification_uri}?user_code=${user_code}`);
    const unknown = await new HtmlBrowser().get(`${verification_uri}?user_code=BBBB-BBBB`);
    expect(textOf(known)).toBe(textOf(unknown));
    expect(textOf(known)).toContain("Sign in");
  });

  test("whose e-mail is not verified can connect nothing", async () => {
    const { verification_uri_complete } = await begin();
    const email = "new@acme.example";
    const user = { email, role: "ROLE_END_USER" as const, verified: false };
    await server.calls.users.CreateUser({ user, password: "correct horse battery" }, server.account.metadata);
    const browser = new HtmlBrowser();
    const form = formTo(await browser.get(verification_uri_complete ?? ""), "/sign-in");
    const fields = { email, password: "correct horse battery" };
    const confirm = await browser.follow(await browser.submit(form, fields));
    const answer = await browser.submit(formTo(confirm, "/device"), { decision: "allow" });
    expect(answer.status).toBe(403);
    expect(textOf(answer)).toContain("not verified");
  });
});

test("a code that leads nowhere is told in the form, and guessing is slowed down", async () => {
  const browser = new HtmlBrowser();
  const ask = await server.signIn(browser, `${server.base}/device`);
  const form = formTo(ask, "/device");
  const answer = await browser.submit(form, { user_code: "<b>x" });
  expect(answer.status).toBe(404);
  expect(answer.body).toContain('role="alert"');
  expect(answer.body).toContain("&lt;b&gt;x");
  let guess = answer;
  for (let tries = 0; tries < 60 && guess.status !== 429; tries++) {
    const code = `BBBB-BBB${"BCDFGHJKLM"[tries % 10]}${"BCDFGHJKLM"[Math.floor(tries / 10)]}`;
    guess = await browser.submit(form, { user_code: code.slice(0, 8) + code.slice(-1) });
  }
  expect(guess.status).toBe(429);
  expect(textOf(guess)).toContain("Too many tries");
});

test("a form from elsewhere, or for another code, does nothing", async () => {
  const [one, other] = [await begin(), await begin()];
  const browser = new HtmlBrowser();
  server.clock.advance(3_600_000);
  const fresh = await begin();
  const confirm = await server.signIn(browser, fresh["verification_uri_complete"] ?? "");
  const form = formTo(confirm, "/device");
  const swapped = {
    ...form,
    action: form.action.replace(fresh["user_code"] ?? "", other["user_code"] ?? ""),
  };
  expect((await browser.submit(swapped, { decision: "allow" })).status).toBe(403);
  expect((await browser.submit(form, { decision: "allow" }, { origin: "https://evil.example" })).status).toBe(
    403,
  );
  expect((await browser.submit(form, { decision: "allow", form_key: "" })).status).toBe(403);
  expect((await browser.submit(form, { decision: "" })).status).toBe(400);
  expect(await poll(fresh["device_code"])).toMatchObject({ body: { error: "authorization_pending" } });
  expect(await poll(one["device_code"])).toMatchObject({ body: { error: "expired_token" } });
});

test("a repeated user_code is refused", async () => {
  const browser = new HtmlBrowser();
  await server.signIn(browser, `${server.base}/device`);
  const answer = await browser.get(`${server.base}/device?user_code=A&user_code=B`);
  expect(answer.status).toBe(400);
});
