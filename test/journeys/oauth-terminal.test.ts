import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { authorizeBySession } from "../../tui/client/authorization.js";
import { type Client, connect } from "../../tui/client/connect.js";
import { eventually } from "../support/eventually.js";
import { type Machine, makeMachine, PROGRAM } from "../support/latchkey-process.js";
import { TerminalDriver } from "../support/terminal.js";

const ADA = "ada@example.com";
const PASSWORD = "correct horse battery";

/** What a person reads on the way, in their language. */
const WORDS = {
  en: {
    lang: "C.UTF-8",
    signIn: "Sign in",
    live: "● live",
    off: "OAuth access is off",
    form: "New OAuth client",
    once: "This is the only time it is shown",
    secrets: "┌─ Secrets",
    rotation: "Old one works on for",
    usedTwice: /Old[\s\S]*used 2 times[\s\S]*127\.0\.0\.1/,
    stillUsed: "was still used",
    ended: "of Web shop (web-shop) has ended",
    two: "2 of 2",
    works: "It works now",
    revoked: "Revoked lko_",
    allRevoked: "1 access token ended",
    device: "wants to act for ada@example.com",
    approved: "Approved: TV app",
  },
  fr: {
    lang: "fr_FR.UTF-8",
    signIn: "Connexion",
    live: "● en direct",
    off: "Accès OAuth désactivé",
    form: "Nouveau client OAuth",
    once: "Il ne s’affiche que cette fois",
    secrets: "┌─ Secrets",
    rotation: "L’ancien sert encore",
    usedTwice: /Ancien[\s\S]*utilisé 2 fois[\s\S]*127\.0\.0\.1/,
    stillUsed: "a encore servi",
    ended: "de Web shop (web-shop) a pris fin",
    two: "2 sur 2",
    works: "Il sert en ce moment",
    revoked: "révoqué",
    allRevoked: "Révoqué pour Web shop",
    device: "demande à agir pour ada@example.com",
    approved: "TV app continue",
  },
} as const;

let machine: Machine;
let terminal: TerminalDriver | undefined;
let client: Client | undefined;

beforeEach(async () => {
  machine = await makeMachine();
});
afterEach(async () => {
  client?.close();
  await terminal?.close();
  await machine.remove();
});

test.each([
  ["en", 80, 24],
  ["fr", 120, 40],
] as const)(
  "OAuth in %s at %ix%i: a client is made and its secret replaced, a leaked token found, a device let in",
  async (language, columns, rows) => {
    const words = WORDS[language];
    const server = await machine.serve();
    await prepare(server);
    const endpoint = `${server.httpAddress}/example-shop/oauth`;
    const screen = await signIn(server.address, language, columns, rows);

    screen.press("4");
    await screen.waitFor(words.off);
    screen.press("o");
    await screen.waitFor((now) => !now.includes(words.off));
    screen.press("n");
    await screen.waitFor(words.form);
    screen.type("Web shop");
    await screen.waitFor("web-shop");
    screen.press("ctrl-s");
    const old = await takeSecret(screen, words.once);
    const leaked = await grant(endpoint, old);

    screen.press("p");
    await screen.waitFor(words.secrets);
    screen.press("n");
    await screen.waitFor(words.rotation);
    screen.press("ctrl-u");
    screen.type("1h\r");
    const current = await takeSecret(screen, words.once);
    expect(current).not.toBe(old);
    await grant(endpoint, old);
    screen.press("p");
    await screen.waitFor(words.secrets);
    // Uses are written every few seconds.
    await eventually(async () => {
      screen.press("r");
      expect(screen.screen()).toMatch(words.usedTwice);
    });
    screen.press("x");
    await screen.waitFor(words.stillUsed);
    screen.type("web-shop\r");
    await screen.waitFor(words.ended);
    expect((await post(`${endpoint}/tokens`, { grant_type: "client_credentials" }, old)).status).toBe(401);

    screen.press("t");
    await screen.waitFor((now) => now.includes("Web shop") && now.includes(words.two));
    screen.press("f");
    await screen.waitFor("> ");
    screen.paste(leaked);
    screen.press("enter");
    await screen.waitFor((now) => now.includes(words.works) && !now.includes(leaked));
    screen.press("x");
    await screen.waitFor(words.revoked);
    const introspected = await post(`${endpoint}/introspect`, { token: leaked }, current);
    expect(await introspected.json()).toEqual({ active: false });
    screen.press("X");
    await screen.waitFor("Web shop");
    screen.type("web-shop\r");
    await screen.waitFor(words.allRevoked);

    const device = await post(`${endpoint}/device_authorization`, { client_id: "tv-app", scope: "read" });
    const { device_code, user_code } = (await device.json()) as Record<string, string>;
    screen.press("D");
    await screen.waitFor("WDJB-MJHT");
    screen.type(`${user_code}\r`);
    await screen.waitFor((now) => now.includes(words.device) && now.includes("TV app"));
    screen.press("y");
    await screen.waitFor(words.approved);
    const grantType = "urn:ietf:params:oauth:grant-type:device_code";
    const polled = { grant_type: grantType, device_code: device_code ?? "", client_id: "tv-app" };
    expect(await (await post(`${endpoint}/tokens`, polled)).json()).toMatchObject({ token_type: "Bearer" });

    screen.press("q");
    expect((await screen.exited).exitCode).toBe(0);
    for (const text of [old, current, leaked]) {
      expect(screen.screen()).not.toContain(text);
      expect(spawnSync("grep", ["-rlaF", text, machine.home], { encoding: "utf8" }).stdout).toBe("");
    }
  },
);

/** An account with a resource, and a client that asks by device codes. */
async function prepare({ address, setupCode }: { address: string; setupCode: string }): Promise<void> {
  let session: string | undefined;
  client = connect({ address, authorization: () => session && authorizeBySession(session) });
  const account = { accountId: "example-shop", displayName: "Example Shop", adminEmail: ADA };
  session = (await client.accounts.create({ ...account, adminPassword: PASSWORD, setupCode })).sessionToken;
  await client.oauthClients.create({ name: "TV app", kind: "PUBLIC", allowedGrantTypes: ["DEVICE_CODE"] });
}

async function signIn(
  address: string,
  language: keyof typeof WORDS,
  columns: number,
  rows: number,
): Promise<TerminalDriver> {
  const env = { ...machine.env, LANG: WORDS[language].lang };
  const argv = [PROGRAM, "tui", "--server", address];
  terminal = TerminalDriver.start(process.execPath, argv, { columns, rows, env });
  await terminal.waitFor(WORDS[language].signIn);
  terminal.press("tab");
  terminal.type(`${ADA}\t${PASSWORD}\r`);
  await terminal.waitFor(WORDS[language].live);
  return terminal;
}

/** Copies the secret on the screen, as it says to, and closes it. */
async function takeSecret(screen: TerminalDriver, once: string): Promise<string> {
  const shown = await screen.waitFor((now) => now.includes(once) && /lkc_\w{36}/.test(now));
  const secret = /lkc_\w{36}/.exec(shown)?.[0] ?? "";
  screen.press("c");
  await eventually(() => expect(screen.copied).toContain(secret));
  screen.press("enter");
  await screen.waitFor((now) => !now.includes(secret) && now.includes("Web shop"));
  return secret;
}

/** An access token for the client itself. */
async function grant(endpoint: string, secret: string): Promise<string> {
  const answer = await post(
    `${endpoint}/tokens`,
    { grant_type: "client_credentials", scope: "read" },
    secret,
  );
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { access_token: string }).access_token;
}

function post(url: string, form: Record<string, string>, secret?: string): Promise<Response> {
  const basic = Buffer.from(`web-shop:${secret}`).toString("base64");
  const headers = secret === undefined ? {} : { authorization: `Basic ${basic}` };
  return fetch(url, { method: "POST", headers, body: new URLSearchParams(form) });
}
