import type { OAuthClient } from "../../server/domain/oauth-clients.js";
import { formTo, HtmlBrowser } from "./html-browser.js";
import { CHALLENGE, putClient, REDIRECT_URI, type TestClient, VERIFIER } from "./oauth.js";
import { type ServerOptions, startServer } from "./running-server.js";

/** An answer of JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** A running server with an account that lets applications in, spoken to over HTTP. */
export async function startOAuthServer(options: ServerOptions = {}) {
  const server = await startServer(options);
  const account = await server.signUp();
  const { accountId, adminUserId, adminEmail, adminPassword, metadata } = account;
  // Over the operator's socket, which has no TLS even where the network's side has.
  await server.operator.settings.UpdateSettings(
    {
      settings: { oauthAccess: true, apiTokenAccess: true, resources: ["tickets", "articles"] },
      updateMask: { paths: ["oauth_access", "api_token_access", "resources"] },
    },
    metadata,
  );
  const base = `${server.httpAddress}/${accountId}/oauth`;
  return {
    ...server,
    account,
    /** `http://127.0.0.1:PORT/acme/oauth`. */
    base,
    issuer: `${server.httpAddress}/${accountId}`,
    /** Makes a client of the account: confidential, and allowed everything, unless told otherwise. */
    makeClient(changes: Partial<OAuthClient> = {}): Promise<TestClient> {
      const admin = { userId: adminUserId, email: adminEmail };
      return putClient(server.environment, Date.now(), { id: accountId, admin }, changes);
    },
    /** The address where a person is asked. */
    authorizeUrl({ client }: TestClient, changes: Record<string, string> = {}): string {
      const query = new URLSearchParams({
        response_type: "code",
        client_id: client.identifier,
        redirect_uri: REDIRECT_URI,
        scope: "tickets:read",
        state: "xyz",
        code_challenge: CHALLENGE,
        code_challenge_method: "S256",
        ...changes,
      });
      return `${base}/authorizations/new?${query}`;
    },
    /** Signs the administrator in on the way to a page; gives the page. */
    async signIn(browser: HtmlBrowser, url: string) {
      const form = formTo(await browser.get(url), "/sign-in");
      return browser.follow(await browser.submit(form, { email: adminEmail, password: adminPassword }));
    },
    /** Lets the administrator consent; gives the address that the browser is sent to. */
    async consent(url: string, decision = "allow"): Promise<URL> {
      const browser = new HtmlBrowser();
      const page = await this.signIn(browser, url);
      const answer = await browser.submit(formTo(page, "/new"), { decision });
      if (answer.location === undefined) throw new Error(`Not sent on: ${answer.status}\n${answer.body}`);
      return new URL(answer.location);
    },
    /** A code for this client. */
    async code(client: TestClient, changes: Record<string, string> = {}): Promise<string> {
      return (await this.consent(this.authorizeUrl(client, changes))).searchParams.get("code") ?? "";
    },
    /** Sends a form to an endpoint. */
    post: (path: string, fields: Record<string, string> | URLSearchParams, headers = {}) =>
      postForm(`${base}${path}`, new URLSearchParams(fields), headers),
    /** Tokens for this client, by way of consent. */
    async tokens(client: TestClient): Promise<Record<string, string>> {
      const code = await this.code(client);
      const { body } = await this.post("/tokens", {
        grant_type: "authorization_code",
        code,
        redirect_uri: REDIRECT_URI,
        code_verifier: VERIFIER,
        ...inBody(client),
      });
      return body as Record<string, string>;
    },
  };
}

/** A server as it is for OAuth clients. */
export type OAuthServer = Awaited<ReturnType<typeof startOAuthServer>>;

/** How a client proves itself in the body. */
export function inBody({ authentication }: TestClient): Record<string, string> {
  const { clientId, clientSecret } = authentication;
  return { client_id: clientId, ...(clientSecret === "" ? {} : { client_secret: clientSecret }) };
}

/** How a client proves itself in the header. */
export function inHeader({ authentication }: TestClient): { authorization: string } {
  const pair = [authentication.clientId, authentication.clientSecret].map(encodeURIComponent).join(":");
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** Sends a form, and reads the JSON that comes back, if any does. */
export async function postForm(
  url: string,
  body: URLSearchParams | string,
  headers: Record<string, string> = {},
): Promise<JsonAnswer> {
  const response = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}
