import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formTo, HtmlBrowser, textOf } from "../../support/html-browser.js";
import type { TestClient } from "../../support/oauth.js";
import { REDIRECT_URI, VERIFIER } from "../../support/oauth.js";
import { inBody, type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";

let server: OAuthServer;
let client: TestClient;

beforeAll(async () => {
  server = await startOAuthServer();
  client = await server.makeClient({
    name: "Nightly <Export>",
    company: "Ex & Co",
    redirectUris: [REDIRECT_URI, "http://127.0.0.1/back", "com.example.app:/back"],
  });
});
afterAll(() => server.stop());

/** Nobody got a code in a test that says so. */
async function codesIssued(): Promise<number> {
  const { auditEvents } = await server.calls.auditEvents.ListAuditEvents(
    { filter: 'action = "oauth_grant.approve"', pageSize: 1_000 },
    server.account.metadata,
  );
  return auditEvents?.length ?? 0;
}

describe("a person", () => {
  test("signs in, sees who asks and for what, allows it, and the client gets a code that works", async () => {
    const browser = new HtmlBrowser();
    const first = await browser.get(server.authorizeUrl(client));
    expect(first.status).toBe(200);
    expect(textOf(first)).toContain("Nightly <Export> asks to work with the account acme.");
    expect(first.body).toContain("Nightly &lt;Export&gt;");
    const consent = await server.signIn(browser, server.authorizeUrl(client));
    expect(textOf(consent)).toContain("Allow Nightly <Export>?");
    expect(textOf(consent)).toContain("By Ex & Co");
    expect(textOf(consent)).toContain("see tickets tickets:read");
    expect(textOf(consent)).toContain("you go on to app.example.com");
    expect(textOf(consent)).toContain(`Signed in as ${server.account.adminEmail}`);
    const sent = await browser.submit(formTo(consent, "/new"), { decision: "allow" });
    expect(sent.status).toBe(303);
    const to = new URL(sent.location ?? "");
    expect(to.origin + to.pathname).toBe(REDIRECT_URI);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      code: expect.stringMatching(/^lkz_/),
      state: "xyz",
      iss: server.issuer,
    });
    const tokens = await server.post("/tokens", {
      grant_type: "authorization_code",
      code: to.searchParams.get("code") ?? "",
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
      ...inBody(client),
    });
    expect(tokens).toMatchObject({ status: 200, body: { scope: "tickets:read" } });
  });

  test("who is signed in is asked at once the next time", async () => {
    const browser = new HtmlBrowser();
    await server.signIn(browser, server.authorizeUrl(client));
    expect(textOf(await browser.get(server.authorizeUrl(client)))).toContain("Allow Nightly");
  });

  test("who denies it is sent back with access_denied, state and iss", async () => {
    const to = await server.consent(server.authorizeUrl(client), "deny");
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      error: "access_denied",
      state: "xyz",
      iss: server.issuer,
    });
    expect(to.searchParams.has("code")).toBe(false);
  });

  test("with a wrong password is asked again, with the e-mail but not the password, and no cookie", async () => {
    const browser = new HtmlBrowser();
    const form = formTo(await browser.get(server.authorizeUrl(client)), "/sign-in");
    const answer = await browser.submit(form, { email: "ada@wrong.example", password: "hush-hush" });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('role="alert"');
    expect(answer.body).toContain("ada@wrong.example");
    expect(answer.body).not.toContain("hush-hush");
    expect([...browser.cookies.keys()].filter((name) => name.includes("session"))).toEqual([]);
    const again = await browser.submit(formTo(answer, "/sign-in"), {
      email: server.account.adminEmail,
      password: server.account.adminPassword,
    });
    expect(again.status).toBe(303);
  });

  test("who guesses passwords is told to wait", async () => {
    const browser = new HtmlBrowser();
    const form = formTo(await browser.get(server.authorizeUrl(client)), "/sign-in");
    const guess = () => browser.submit(form, { email: "mallory@acme.example", password: "guess" });
    let answer = await guess();
    for (let tries = 1; tries < 30 && answer.status !== 429; tries++) answer = await guess();
    expect(answer.status).toBe(429);
    expect(textOf(answer)).toMatch(/Too many tries\. Wait \d+ s/);
    server.environment.signInThrottle.succeeded("acme/mallory@acme.example", "127.0.0.1");
  });

  test("who says that it is not them signs out, and somebody else signs in", async () => {
    const browser = new HtmlBrowser();
    const page = await server.signIn(browser, server.authorizeUrl(client));
    const [cookie] = browser.cookies.values();
    const out = await browser.follow(await browser.submit(formTo(page, "/sign-out")));
    expect(textOf(out)).toContain("Sign in");
    browser.cookies.set("latchkey-session-acme", cookie ?? "");
    expect(textOf(await browser.get(server.authorizeUrl(client)))).toContain("Sign in to see");
  });

  test("has a session that is good for nothing but these pages", async () => {
    const browser = new HtmlBrowser();
    await server.signIn(browser, server.authorizeUrl(client));
    const token = browser.cookies.get("latchkey-session-acme") ?? "";
    const { bearer, failureOf } = await import("../../support/running-server.js");
    const failure = await failureOf(server.calls.settings.GetSettings({}, bearer(token)));
    expect(failure.details).toMatch(/lacks the scope settings:read/);
  });

  test("is not signed in to another account", async () => {
    const other = await server.signUp();
    const browser = new HtmlBrowser();
    await server.signIn(browser, server.authorizeUrl(client));
    const session = browser.cookies.get("latchkey-session-acme") ?? "";
    browser.cookies.set(`latchkey-session-${other.accountId}`, session);
    const page = await browser.get(`${server.httpAddress}/${other.accountId}/oauth/device`);
    expect(textOf(page)).toContain("Sign in");
  });
});

describe("the languages", () => {
  test.each([
    ["fr-CA,fr;q=0.9,en;q=0.8", "", "Connexion", "fr"],
    ["de,en;q=0.5", "", "Sign in", "en"],
    ["fr;q=0, en", "", "Sign in", "en"],
    ["en", "&ui_locales=fr-FR%20en", "Connexion", "fr"],
    ["fr", "&lang=en", "Sign in", "en"],
    ["", "&lang=xx", "Sign in", "en"],
    ["__proto__, constructor, \u007f", "&lang=toString", "Sign in", "en"],
  ])("Accept-Language %j and %j", async (accept, query, title, language) => {
    const browser = new HtmlBrowser();
    browser.headers = { "accept-language": accept.replaceAll(/[^\x20-\x7e]/g, "") };
    const page = await browser.get(server.authorizeUrl(client) + query);
    expect(page.body).toContain(`<h1>${title}</h1>`);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.headers.get("content-language")).toBe(language);
  });

  test("are one link apart, and the choice stays until the end", async () => {
    const browser = new HtmlBrowser();
    const english = await browser.get(server.authorizeUrl(client));
    const link = /<a href="([^"]+)" lang="fr" hreflang="fr">Français<\/a>/.exec(english.body)?.[1] ?? "";
    const french = await server.signIn(browser, new URL(link.replaceAll("&amp;", "&"), server.base).href);
    expect(textOf(french)).toContain("Autoriser Nightly <Export> ?");
    const sent = await browser.submit(formTo(french, "/new"), { decision: "allow" });
    expect(sent.location).toContain("code=");
  });
});

describe("a page", () => {
  test("may be framed by nobody, run nothing, load nothing, and stay in no cache", async () => {
    const { headers } = await new HtmlBrowser().get(server.authorizeUrl(client));
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("has no script, and no style but the one that the policy names", async () => {
    const { body } = await server.signIn(new HtmlBrowser(), server.authorizeUrl(client));
    expect(body).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/i);
    expect(body.match(/<style>/g)).toHaveLength(1);
  });

  test.each([
    [REDIRECT_URI, "form-action 'self' https:;"],
    ["http://127.0.0.1:4711/back", "form-action 'self' https: http:;"],
    ["com.example.app:/back", "form-action 'self' https: com.example.app:;"],
  ])("for %s lets its form lead to the client's kind of address", async (redirectUri, policy) => {
    const url = server.authorizeUrl(client, { redirect_uri: redirectUri });
    const { headers } = await server.signIn(new HtmlBrowser(), url);
    expect(headers.get("content-security-policy")).toContain(policy);
  });

  test("escapes whatever it is told", async () => {
    const evil = `"><script>alert(1)</script><b a='`;
    const named = await server.makeClient({ name: evil, company: evil, description: evil });
    const url = server.authorizeUrl(named, { state: "a\"<'&>b", lang: evil });
    const browser = new HtmlBrowser();
    const signIn = await browser.submit(formTo(await browser.get(url), "/sign-in"), {
      email: evil,
      password: "x",
    });
    const consent = await server.signIn(browser, url);
    for (const { body } of [signIn, consent]) {
      expect(body).not.toContain("<script>");
      expect(body).not.toContain('""');
    }
    expect(textOf(consent)).toContain(evil);
  });
});

describe("a bad request", () => {
  afterEach(async () => expect(await codesIssued()).toBeLessThan(10));

  test.each([
    ["client that is not there", { client_id: "nobody" }, "No such application"],
    ["client without a name", { client_id: "" }, "No such application"],
    ["redirect URI of somebody else", { redirect_uri: "https://evil.example/" }, "Nowhere to go back to"],
    ["redirect URI with more path", { redirect_uri: `${REDIRECT_URI}/..` }, "Nowhere to go back to"],
    ["redirect URI with a query", { redirect_uri: `${REDIRECT_URI}?x=1` }, "Nowhere to go back to"],
    ["redirect URI with a fragment", { redirect_uri: `${REDIRECT_URI}#x` }, "Nowhere to go back to"],
    [
      "redirect URI with a user name",
      { redirect_uri: "https://app.example.com@evil.example/callback" },
      "Nowhere",
    ],
    ["redirect URI with a line break", { redirect_uri: `${REDIRECT_URI}\r\nset-cookie: a=b` }, "Nowhere"],
    ["redirect URI that runs", { redirect_uri: "javascript:alert(1)" }, "Nowhere to go back to"],
    ["redirect URI that is none", { redirect_uri: "//evil.example" }, "Nowhere to go back to"],
    ["redirect URI left out of several", { redirect_uri: "" }, "Nowhere to go back to"],
  ])("with a %s is a page and never a redirect", async (_, changes, title) => {
    const answer = await new HtmlBrowser().get(server.authorizeUrl(client, changes));
    expect(answer.status).toBe(400);
    expect(answer.location).toBeUndefined();
    expect(textOf(answer)).toContain(title);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test.each(["client_id", "redirect_uri"])("with %s twice is a page", async (name) => {
    const answer = await new HtmlBrowser().get(`${server.authorizeUrl(client)}&${name}=x`);
    expect(answer.status).toBe(400);
    expect(answer.location).toBeUndefined();
  });

  test.each([
    ["response_type=token", { response_type: "token" }, "unsupported_response_type"],
    ["no response_type", { response_type: "" }, "invalid_request"],
    ["an unknown scope", { scope: "tickets:explode" }, "invalid_scope"],
    ["a scope that is none", { scope: 'a"b' }, "invalid_scope"],
    ["plain PKCE", { code_challenge_method: "plain" }, "invalid_request"],
    ["PKCE without a method", { code_challenge_method: "" }, "invalid_request"],
    ["a challenge that is none", { code_challenge: "short" }, "invalid_request"],
    ["a state that is no ASCII", { state: "é" }, "invalid_request"],
    ["a state with a line break", { state: "a\r\nset-cookie: a=b" }, "invalid_request"],
  ])("with %s is told to the client, before anybody signs in", async (_, changes, error) => {
    const answer = await new HtmlBrowser().get(server.authorizeUrl(client, changes));
    expect(answer.status).toBe(303);
    const to = new URL(answer.location ?? "");
    expect(to.origin + to.pathname).toBe(REDIRECT_URI);
    expect(to.searchParams.get("error")).toBe(error);
    expect(to.searchParams.get("iss")).toBe(server.issuer);
    expect(to.searchParams.get("error_description")).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test.each(["state", "scope", "code_challenge", "unheard_of"])(
    "with %s twice is told to the client",
    async (name) => {
      const answer = await new HtmlBrowser().get(`${server.authorizeUrl(client)}&${name}=x&${name}=y`);
      expect(new URL(answer.location ?? "").searchParams.get("error")).toBe("invalid_request");
    },
  );

  test("of a public client without PKCE is told to the client", async () => {
    const open = await server.makeClient({ kind: "PUBLIC" });
    const url = server.authorizeUrl(open, { code_challenge: "", code_challenge_method: "" });
    const answer = await new HtmlBrowser().get(url);
    expect(new URL(answer.location ?? "").searchParams.get("error")).toBe("invalid_request");
  });

  test("to an account that is not there looks like one with an unknown client", async () => {
    const url = server.authorizeUrl(client, { client_id: "nobody" });
    const [here, there] = [
      await new HtmlBrowser().get(url),
      await new HtmlBrowser().get(url.replace("/acme/", "/nowhere/")),
    ];
    const plain = (text: string) => text.replaceAll(/req_\w+|acme|nowhere/g, "");
    expect([there.status, plain(there.body)]).toEqual([here.status, plain(here.body)]);
  });

  test.each(["PUT", "DELETE", "PATCH"])("by %s finds nothing", async (method) => {
    expect((await fetch(server.authorizeUrl(client), { method })).status).toBe(404);
  });
});

describe("a form", () => {
  async function consentPage() {
    const browser = new HtmlBrowser();
    const page = await server.signIn(browser, server.authorizeUrl(client));
    return { browser, form: formTo(page, "/new") };
  }

  test.each([
    ["without its key", { form_key: "" }, {}],
    ["with a wrong key", { form_key: "x".repeat(43) }, {}],
    ["from another site", {}, { origin: "https://evil.example" }],
    ["from nowhere it says", {}, { origin: "null" }],
    ["from another site, by a browser that says so", {}, { "sec-fetch-site": "cross-site" }],
    ["from a sibling site, by a browser that says so", {}, { "sec-fetch-site": "same-site" }],
  ])("%s does nothing", async (_, changes, headers) => {
    const before = await codesIssued();
    const { browser, form } = await consentPage();
    const answer = await browser.submit(form, { decision: "allow", ...changes }, headers);
    expect(answer.status).toBe(403);
    expect(answer.location).toBeUndefined();
    expect(await codesIssued()).toBe(before);
  });

  test("of one request does not answer another", async () => {
    const { browser, form } = await consentPage();
    const wider = { ...form, action: form.action.replace("tickets%3Aread", "tickets%3Awrite") };
    expect(wider.action).not.toBe(form.action);
    expect((await browser.submit(wider, { decision: "allow" })).status).toBe(403);
  });

  test("of one person does not answer for another", async () => {
    const { form } = await consentPage();
    const { browser: other } = await consentPage();
    expect((await other.submit(form, { decision: "allow" })).status).toBe(403);
  });

  test("whose session has ended does nothing", async () => {
    const { browser, form } = await consentPage();
    browser.cookies.clear();
    expect((await browser.submit(form, { decision: "allow" })).status).toBe(403);
  });

  test("with neither answer does nothing", async () => {
    const before = await codesIssued();
    const { browser, form } = await consentPage();
    for (const decision of ["", "ALLOW", "yes"]) {
      expect((await browser.submit(form, { decision })).status).toBe(400);
    }
    expect(await codesIssued()).toBe(before);
  });

  test("to sign in cannot be sent from elsewhere, nor with the key of another browser", async () => {
    const browser = new HtmlBrowser();
    const form = formTo(await browser.get(server.authorizeUrl(client)), "/sign-in");
    const right = { email: server.account.adminEmail, password: server.account.adminPassword };
    expect((await browser.submit(form, right, { origin: "https://evil.example" })).status).toBe(403);
    expect((await new HtmlBrowser().submit(form, right)).status).toBe(403);
    const leadsAway = {
      ...form,
      action: form.action.replace(/redirect_uri=[^&]*/, "redirect_uri=https://evil.example"),
    };
    const away = await browser.submit(leadsAway, right);
    expect([away.status, away.location]).toEqual([400, undefined]);
  });

  test("that is enormous is refused", async () => {
    const { browser, form } = await consentPage();
    const answer = await browser.submit(form, { decision: "allow", x: "x".repeat(100_000) });
    expect(answer.status).toBe(413);
  });
});

test("a cookie is for this server, out of scripts' reach, and not sent along from other sites' forms", async () => {
  const answer = await fetch(server.authorizeUrl(client));
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^latchkey-form-acme=lkf_\w+; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("whatever a cookie holds, the page comes", async () => {
  for (const value of [
    "",
    "lks_x",
    "a".repeat(4_000),
    "%00%ff",
    "lks_000000000000000000000000000000000000",
  ]) {
    const headers = { cookie: `latchkey-session-acme=${value}; latchkey-form-acme=${value}; x=;;=` };
    expect((await fetch(server.authorizeUrl(client), { headers })).status).toBe(200);
  }
});

test("neither the log nor an answer tells a password, a session or a code", async () => {
  const browser = new HtmlBrowser();
  const page = await server.signIn(browser, server.authorizeUrl(client));
  const sent = await browser.submit(formTo(page, "/new"), { decision: "allow" });
  const code = new URL(sent.location ?? "").searchParams.get("code") ?? "none";
  const log = server.log.join("");
  for (const secret of [server.account.adminPassword, ...browser.cookies.values(), code]) {
    expect(log).not.toContain(secret);
    expect(page.body).not.toContain(secret);
  }
  expect(log).toContain("/acme/oauth/authorizations/new");
});
