import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chromiumProgram, startChromium } from "../support/chromium.js";
import type { TestClient } from "../support/oauth.js";
import { inBody, type OAuthServer, startOAuthServer } from "../support/oauth-server.js";

if (chromiumProgram === undefined) {
  process.stderr.write("The pages are NOT tested in a browser here: Debian's chromium is missing.\n");
}

/** Another origin than Latchkey's: where the application lives, and where others would frame our pages. */
let application: Server;
let applicationOrigin: string;
/** What the application was called with, in order. */
const calls: string[] = [];
let framed = "";

let server: OAuthServer;
let browser: Browser;
let client: TestClient;
let page: Page;

beforeAll(async () => {
  if (chromiumProgram === undefined) return;
  application = createServer((request, response) => {
    calls.push(request.url ?? "");
    const target = new URL(request.url ?? "", applicationOrigin);
    if (target.pathname === "/framing") {
      response.setHeader("content-type", "text/html").end(`<iframe id="frame" src="${framed}"></iframe>`);
    } else if (target.pathname === "/callback") {
      // As applications do, it sends the person on, to yet another origin.
      const next = applicationOrigin.replace("127.0.0.1", "localhost");
      response.writeHead(302, { location: `${next}/home` }).end();
    } else response.setHeader("content-type", "text/html").end("<title>At home</title>");
  }).listen(0);
  await once(application, "listening");
  applicationOrigin = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
  server = await startOAuthServer({ clock: "system" });
  client = await server.makeClient({
    name: "Nightly Export",
    company: "Example Analytics",
    description: "Copies closed tickets into your warehouse every night.",
    redirectUris: ["http://127.0.0.1/callback"],
  });
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  application?.close();
});
afterEach(() => page?.context().close());

async function open(url: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await (await browser.newContext({ javaScriptEnabled: false, ...options })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
}

function authorizeUrl(changes: Record<string, string> = {}): string {
  return server.authorizeUrl(client, {
    redirect_uri: `${applicationOrigin}/callback`,
    scope: "tickets:read articles:write users:read",
    ...changes,
  });
}

/** Signs in with the keyboard alone. */
async function signInByKeyboard(): Promise<void> {
  // The first field gets the focus by itself; keys before that are lost.
  await page.locator("input:focus").waitFor();
  await page.keyboard.type(server.account.adminEmail);
  await page.keyboard.press("Tab");
  await page.keyboard.type(server.account.adminPassword);
  await page.keyboard.press("Enter");
  await page.locator('button[value="allow"]').waitFor();
}

function focused(): Promise<string> {
  return page.locator(":focus").evaluate((element) => element.textContent?.trim() ?? "");
}

const LANGUAGES = [
  { locale: "en-GB", language: "en", allow: "Allow", deny: "Deny", leave: "Not you?", other: "Français" },
  {
    locale: "fr-FR",
    language: "fr",
    allow: "Autoriser",
    deny: "Refuser",
    leave: "Ce n’est pas vous ?",
    other: "English",
  },
];

describe.skipIf(chromiumProgram === undefined)("in Chromium, without JavaScript,", () => {
  test.each(LANGUAGES)("a person who reads $language consents with the keyboard alone", async (words) => {
    await open(authorizeUrl(), { locale: words.locale });
    expect(await page.locator("html").getAttribute("lang")).toBe(words.language);
    await signInByKeyboard();
    const order = [];
    for (let stop = 0; stop < 4; stop++) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order).toEqual([words.allow, words.deny, words.leave, words.other]);
    await page.getByRole("button", { name: words.allow }).focus();
    calls.length = 0;
    await page.keyboard.press("Enter");
    await page.waitForURL("**/home");
    expect(await page.title()).toBe("At home");
    const query = new URL(calls[0] ?? "", applicationOrigin).searchParams;
    const { status } = await server.post("/tokens", {
      grant_type: "authorization_code",
      code: query.get("code") ?? "",
      redirect_uri: `${applicationOrigin}/callback`,
      code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
      ...inBody(client),
    });
    expect(status).toBe(200);
  });

  test("a screen reader hears who asks, for what, as whom, and the two answers", async () => {
    await open(authorizeUrl(), { locale: "en-GB" });
    await signInByKeyboard();
    expect(await page.locator("main").ariaSnapshot()).toBe(
      [
        "- main:",
        '  - heading "Allow Nightly Export?" [level=1]',
        "  - paragraph: Copies closed tickets into your warehouse every night. By Example Analytics",
        "  - paragraph: Nightly Export asks to act for you in the account acme.",
        '  - heading "It may then" [level=2]',
        '  - list "It may then":',
        "    - listitem:",
        "      - text: see tickets",
        "      - code: tickets:read",
        "    - listitem:",
        "      - text: change articles",
        "      - code: articles:write",
        "    - listitem:",
        "      - text: see users",
        "      - code: users:read",
        "  - paragraph: Either way, you go on to an application on this computer. An administrator can take this back at any time.",
        '  - button "Allow"',
        '  - button "Deny"',
        "  - paragraph: Signed in as admin@acme.example.",
        '  - button "Not you?"',
      ].join("\n"),
    );
  });

  test("a wrong password is announced, and the focus is where it is to be typed again", async () => {
    await open(authorizeUrl(), { locale: "en-GB" });
    await page.locator("input:focus").waitFor();
    await page.keyboard.type(server.account.adminEmail);
    await page.keyboard.press("Tab");
    await page.keyboard.type("wrong");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("is wrong");
    expect(await page.title()).toBe("Error: Sign in · Latchkey");
    expect(await page.getByLabel("Password").evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    expect(await page.getByLabel("E-mail").inputValue()).toBe(server.account.adminEmail);
  });

  test.each(["light", "dark"] as const)(
    "in %s, all words stand out from what is behind them",
    async (colorScheme) => {
      await open(authorizeUrl(), { colorScheme });
      expect(await weakWords()).toEqual([]);
      await signInByKeyboard();
      expect(await weakWords()).toEqual([]);
      await page.goto(authorizeUrl({ client_id: "nobody" }));
      expect(await weakWords()).toEqual([]);
    },
  );

  test("on a small phone nothing is cut off, and the buttons are large enough for a thumb", async () => {
    await open(authorizeUrl(), { viewport: { width: 320, height: 568 }, locale: "fr-FR" });
    await signInByKeyboard();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    for (const name of ["Autoriser", "Refuser"]) {
      const box = await page.getByRole("button", { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(120);
    }
  });

  test("nobody frames a page", async () => {
    framed = authorizeUrl();
    await open(`${applicationOrigin}/framing`);
    const frame = page.frames()[1];
    expect(frame?.url()).toMatch(/^chrome-error:/);
  });

  test("a form that another site sends in the person's name does nothing", async () => {
    await open(authorizeUrl(), { locale: "en-GB", javaScriptEnabled: true });
    await signInByKeyboard();
    const form = page.locator('form:has(button[value="allow"])');
    const action = await form.evaluate((element) => (element as HTMLFormElement).action);
    const key = await form.locator('[name="form_key"]').inputValue();
    await page.goto(`${applicationOrigin}/elsewhere`);
    await page.setContent(
      `<form method="post" action="${action.replaceAll("&", "&amp;")}"><input name="form_key" value="${key}"><button name="decision" value="allow">Win</button></form>`,
    );
    await page.getByText("Win").click();
    await page.waitForURL("**/authorizations/new?*");
    expect(await page.locator("h1").textContent()).toBe("This page is too old");
  });
});

/** The words of the page whose colour is too near to that behind them (WCAG 2.2, 1.4.3: 4.5 to 1). */
function weakWords(): Promise<string[]> {
  return page.evaluate(() => {
    const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string) => {
      const [red = 0, green = 0, blue = 0] = parse(color).map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element): string => {
      for (let now: Element | null = element; now !== null; now = now.parentElement) {
        const { backgroundColor } = getComputedStyle(now);
        if ((parse(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    const weak: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const text = own
        .map((node) => node.textContent)
        .join("")
        .trim();
      if (text === "") continue;
      const [one, other] = [light(getComputedStyle(element).color), light(behind(element))];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (contrast < 4.5) weak.push(`${text}: ${contrast.toFixed(2)}`);
    }
    return weak;
  });
}
