import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { startChromium } from "../../test/support/chromium.js";
import { putClient } from "../../test/support/oauth.js";
import { startServer } from "../../test/support/running-server.js";

// Run by `npx tsx docs/pictures/take-pages.ts`: the pages of OAuth, as people see them in Chromium.

const server = await startServer();
const { adminUserId, metadata, adminPassword } = await server.signUp({
  accountId: "example-shop",
  displayName: "Example Shop",
  adminEmail: "ada@example.com",
});
await server.calls.settings.UpdateSettings(
  {
    settings: { oauthAccess: true, resources: ["tickets", "articles"] },
    updateMask: { paths: ["oauth_access", "resources"] },
  },
  metadata,
);
const admin = { userId: adminUserId, email: "ada@example.com" };
const { client } = await putClient(server.environment, Date.now(), { id: "example-shop", admin }, {
  name: "Nightly Export",
  company: "Example Analytics",
  description: "Copies closed tickets into your warehouse every night.",
  redirectUris: ["https://export.example.com/callback"],
});
const query = new URLSearchParams({
  response_type: "code",
  client_id: client.identifier,
  scope: "tickets:read articles:write users:read",
});
const url = `${server.httpAddress}/example-shop/oauth/authorizations/new?${query}`;

async function take(browser: Browser, name: string, lang: string, options: object): Promise<void> {
  const page = await (await browser.newContext({ deviceScaleFactor: 2, ...options })).newPage();
  const shoot = (file: string) =>
    page.screenshot({ path: fileURLToPath(new URL(`${file}.png`, import.meta.url)), fullPage: true });
  await page.goto(`${url}&lang=${lang}`);
  if (name === "consent-en") await shoot("sign-in-en");
  await page.fill("#email", admin.email);
  await page.fill("#password", adminPassword);
  await page.click("button.primary");
  await page.locator('button[value="allow"]').waitFor();
  await shoot(name);
  await page.context().close();
}

const browser = await startChromium();
await take(browser, "consent-en", "en", { viewport: { width: 640, height: 700 } });
await take(browser, "consent-fr", "fr", { viewport: { width: 640, height: 700 } });
await take(browser, "consent-phone-fr", "fr", { viewport: { width: 360, height: 700 }, colorScheme: "dark" });
await browser.close();
await server.stop();
