import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canMakeCertificates, makeAuthority } from "../server/grpc/certificates.js";
import { chromiumProgram, startChromium } from "../support/chromium.js";
import { type OAuthServer, startOAuthServer } from "../support/oauth-server.js";

const canRun = chromiumProgram !== undefined && canMakeCertificates;
if (!canRun) {
  process.stderr.write("The pages over TLS are NOT tested here: Debian's chromium or openssl is missing.\n");
}

const directory = mkdtempSync(join(tmpdir(), "latchkey-pages-"));
let application: Server;
let server: OAuthServer;
let browser: Browser;

beforeAll(async () => {
  if (!canRun) return;
  const { certFile, keyFile, cert, key } = makeAuthority(directory, "authority").issue("server");
  application = createServer({ cert, key }, (_, response) => {
    response.setHeader("content-type", "text/html").end("<title>At home</title>");
  }).listen(0);
  await once(application, "listening");
  server = await startOAuthServer({ clock: "system", flags: ["--tls-cert", certFile, "--tls-key", keyFile] });
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  application?.close();
  rmSync(directory, { recursive: true });
});

describe.skipIf(!canRun)("in Chromium, over TLS,", () => {
  test("a person consents, and is known by a cookie that only this host can set and read", async () => {
    const redirectUri = `https://localhost:${(application.address() as AddressInfo).port}/callback`;
    const client = await server.makeClient({ redirectUris: [redirectUri] });
    const context = await browser.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.authorizeUrl(client, { redirect_uri: redirectUri }));
    await page.fill("#email", server.account.adminEmail);
    await page.fill("#password", server.account.adminPassword);
    await page.keyboard.press("Enter");
    await page.locator('button[value="allow"]').click();
    await page.waitForURL(`${redirectUri}?code=*`);
    expect(await page.title()).toBe("At home");
    expect(new URL(page.url()).searchParams.get("iss")).toBe(server.issuer);
    expect(await context.cookies(server.httpAddress)).toMatchObject([
      { name: "__Host-latchkey-session-acme", path: "/", httpOnly: true, secure: true, sameSite: "Lax" },
    ]);
  });
});
