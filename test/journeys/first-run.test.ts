import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { authorizeByApiToken, authorizeBySession } from "../../tui/client/authorization.js";
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
    welcome: "Welcome to Latchkey",
    admin: "Its first administrator",
    settings: "API-token access",
    isOn: "API-token access is on",
    none: "No API tokens yet",
    form: "New API token",
    once: "This is the only time it is shown",
    confirm: "Delete this API token for good?",
  },
  fr: {
    lang: "fr_FR.UTF-8",
    welcome: "Bienvenue dans Latchkey",
    admin: "Son premier administrateur",
    settings: "Accès par token API",
    isOn: "L’accès par token API est activé",
    none: "Aucun token API",
    form: "Nouveau token API",
    once: "Il ne s’affiche que cette fois",
    confirm: "Supprimer",
  },
} as const;

let machine: Machine;
let terminal: TerminalDriver | undefined;
const clients: Client[] = [];

beforeEach(async () => {
  machine = await makeMachine();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await terminal?.close();
  await machine.remove();
});

test.each([
  ["en", 80, 24],
  ["en", 120, 40],
  ["fr", 80, 24],
] as const)(
  "first run in %s at %ix%i: a token is made, works, is deleted, and works no more",
  async (language, columns, rows) => {
    const words = WORDS[language];
    const screen = open(language, columns, rows);
    await signUp(screen, words);

    screen.press(" ");
    await screen.waitFor(words.isOn);
    screen.press("3");
    await screen.waitFor(words.none);
    screen.press("n");
    await screen.waitFor(words.form);
    screen.type("Nightly export");
    screen.press("ctrl-s");
    const shown = await screen.waitFor(words.once);
    const secret = /lka_\w{36}/.exec(shown)?.[0] ?? "";
    expect(secret).toHaveLength(40);
    screen.press("c");
    await eventually(() => expect(screen.copied).toContain(secret));
    screen.press("enter");
    await screen.waitFor((now) => now.includes("Nightly export") && !now.includes(secret));

    const ask = await askAbout(addressOn(screen), authorizeByApiToken(ADA, secret));
    expect(await ask()).toMatchObject({ authenticated: true, allowed: true, principal: { email: ADA } });

    screen.press("x");
    await screen.waitFor(words.confirm);
    // Enter takes the answer that is safe.
    screen.press("enter");
    await screen.waitFor((now) => !now.includes(words.confirm));
    expect(await ask()).toMatchObject({ authenticated: true });
    screen.press("x");
    await screen.waitFor(words.confirm);
    screen.press("y");
    await screen.waitFor(words.none);
    expect(await ask()).toMatchObject({ authenticated: false, allowed: false });

    screen.press("q");
    expect((await screen.exited).exitCode).toBe(0);
    expect(screen.isFullScreen).toBe(false);
    expect(screen.screen()).not.toContain(secret);
    // Neither the secret nor the password is anywhere in what the server and the terminal left behind.
    for (const text of [secret, PASSWORD]) {
      expect(spawnSync("grep", ["-rlaF", text, machine.home], { encoding: "utf8" }).stdout).toBe("");
    }
  },
);

function open(language: keyof typeof WORDS, columns: number, rows: number): TerminalDriver {
  const env = { ...machine.env, LANG: WORDS[language].lang };
  terminal = TerminalDriver.start(process.execPath, [PROGRAM, "start", "--port", "0"], {
    columns,
    rows,
    env,
  });
  return terminal;
}

async function signUp(screen: TerminalDriver, words: (typeof WORDS)[keyof typeof WORDS]): Promise<void> {
  await screen.waitFor(words.welcome);
  screen.press("enter");
  await screen.waitFor((now) => now.includes("1") && !now.includes(words.admin) && now.includes("> "));
  screen.type("Example Shop");
  await screen.waitFor("example-shop");
  screen.press("enter", "enter");
  await screen.waitFor(words.admin);
  screen.type(ADA);
  screen.press("enter");
  screen.type(PASSWORD);
  screen.press("enter");
  screen.type(PASSWORD);
  screen.press("enter");
  await screen.waitFor((now) => now.includes(words.settings) && now.includes(ADA));
}

function addressOn(screen: TerminalDriver): string {
  return /127\.0\.0\.1:\d+/.exec(screen.raw)?.[0] ?? "";
}

/** Asks as a service does, with a session of its own, which the token's end does not touch. */
async function askAbout(address: string, authorization: string) {
  let session: string | undefined;
  const client = connect({ address, authorization: () => session && authorizeBySession(session) });
  clients.push(client);
  session = (await client.sessions.signIn({ email: ADA, password: PASSWORD })).sessionToken;
  return () => client.authentication.authenticate({ authorization });
}
