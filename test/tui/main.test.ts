import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addApiToken, addUser, type FakeServer, startFakeServer } from "../support/fake-server.js";
import { TerminalDriver, type TerminalOptions } from "../support/terminal.js";

const BUILT = new URL("../../dist/tui/main.js", import.meta.url);

/** Runs the terminal as `npm run build` made it, and ends as a command line would. */
const PROGRAM = `import(${JSON.stringify(BUILT.href)}).then(({ runTui }) => runTui(JSON.parse(process.argv[1]))).then((code) => process.exit(code))`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about control sequences
const CLEARS_SCREEN = /\x1b\[[23]J/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about control sequences
const COLOURS = /\x1b\[[39][0-7]m/;

let server: FakeServer;
let home: string;
let terminal: TerminalDriver | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "latchkey-tui-"));
  server = await startFakeServer({
    setupRequired: false,
    account: { id: "example-shop", displayName: "Example Shop" },
  });
  server.state.settings.apiTokenAccess = true;
  addUser(server.state, { password: "correct horse" });
});

afterEach(async () => {
  await terminal?.close();
  terminal = undefined;
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

function start(options: TerminalOptions = {}, tui: object = {}): TerminalDriver {
  const env = { XDG_STATE_HOME: home, NODE_ENV: undefined, ...options.env };
  const given = JSON.stringify({ address: server.address, ...tui });
  terminal = TerminalDriver.start(process.execPath, ["-e", PROGRAM, given], { ...options, env });
  return terminal;
}

async function signIn(ada: TerminalDriver): Promise<void> {
  await ada.waitFor("Sign in");
  ada.press("tab");
  ada.type("ada@example.com\t");
  ada.type("correct horse\r");
  await ada.waitFor("● live");
  ada.press("3");
}

describe("the terminal", () => {
  test("signs in, makes a token shown once, deletes it, and gives the screen back", async () => {
    const ada = start();
    await signIn(ada);
    await ada.waitFor("No API tokens yet");
    expect(ada.isFullScreen).toBe(true);
    ada.press("n");
    await ada.waitFor("New API token");
    ada.type("nightly export");
    ada.press("ctrl-s");
    const screen = await ada.waitFor(/Your new API token[\s\S]*lka_\w{36}/);
    const secret = /lka_\w{36}/.exec(screen)?.[0] ?? "";
    expect(secret).toHaveLength(40);
    ada.press("c");
    await ada.waitFor("Sent to your terminal’s clipboard");
    expect(ada.copied).toEqual([secret]);
    ada.press("enter");
    await ada.waitFor((now) => !now.includes(secret) && now.includes("> ● nightly export"));
    ada.press("x");
    await ada.waitFor("It was never used");
    ada.press("y");
    await ada.waitFor("Deleted “nightly export”");
    expect(server.state.apiTokens.size).toBe(0);
    ada.press("q");
    expect(await ada.exited).toMatchObject({ exitCode: 0 });
    expect(ada.isFullScreen).toBe(false);
    expect(ada.wraps).toBe(true);
    expect(ada.screen()).not.toContain(secret);
    expect(ada.raw.slice(ada.raw.indexOf("nightly"))).not.toMatch(CLEARS_SCREEN);
  });

  test("shows what others do as they do it, and a lost server until it is back", async () => {
    const ada = start({ columns: 120, rows: 40 });
    await signIn(ada);
    await ada.waitFor("No API tokens yet");
    addApiToken(server.state, { description: "made elsewhere" });
    await poke();
    await ada.waitFor("made elsewhere");
    await server.stop();
    await ada.waitFor("Server unreachable since");
    expect(ada.screen()).toContain("made elsewhere");
    ada.press("?");
    await ada.waitFor("Keys");
    ada.press("escape");
    await server.restart();
    await ada.waitFor("● live");
  });

  test("walks through the first run in French", async () => {
    server.state.setupRequired = true;
    server.state.settings.apiTokenAccess = false;
    server.state.users.clear();
    const ada = start({ env: { LANG: "fr_FR.UTF-8" } }, { setupCode: "SETUP-CODE" });
    await ada.waitFor("Bienvenue");
    ada.press("enter");
    await ada.waitFor("Nom du compte");
    ada.type("Boutique Été\r\r");
    await ada.waitFor("Adresse e-mail");
    ada.type("ada@example.com\rcorrect horse\rcorrect horse\r");
    await ada.waitFor("Tout est prêt");
    ada.press("space");
    await ada.waitFor("● activé");
    ada.press("3", "n");
    await ada.waitFor("Nouveau token API");
    expect(server.state.account.id).toBe("boutique-ete");
  });

  test("stays whole through any number of sizes", async () => {
    for (let count = 0; count < 30; count += 1) addApiToken(server.state, { description: `token ${count}` });
    const ada = start();
    await signIn(ada);
    await ada.waitFor("token 5");
    for (const [columns, rows] of [
      [120, 40],
      [60, 15],
      [39, 11],
      [200, 20],
      [61, 50],
      [80, 24],
    ] as const) {
      ada.resize(columns, rows);
    }
    ada.press("j");
    await ada.waitFor((screen) => isWhole(screen) && screen.includes("> ● token 1 "));
    ada.press("ctrl-l");
    ada.press("j");
    await ada.waitFor((screen) => isWhole(screen) && screen.includes("> ● token 2 "));
  });

  test("stays whole when the window is back at its size before the terminal hears of it", async () => {
    for (let count = 0; count < 30; count += 1) addApiToken(server.state, { description: `token ${count}` });
    const ada = start();
    await signIn(ada);
    await ada.waitFor("token 5");
    ada.kill("SIGSTOP");
    ada.resize(60, 15);
    ada.resize(80, 24);
    ada.kill("SIGCONT");
    ada.press("j");
    await ada.waitFor((screen) => isWhole(screen) && screen.includes("> ● token 1 "));
  });

  test("lends the screen to the shell and takes it back whole, at whatever size it then has", async () => {
    for (let count = 0; count < 30; count += 1) addApiToken(server.state, { description: `token ${count}` });
    const ada = start({ columns: 120, rows: 40 });
    await signIn(ada);
    await ada.waitFor("token 5");
    ada.type("\x1a\x1a");
    await ada.waitFor(() => !ada.isFullScreen && ada.wraps);
    ada.resize(80, 24);
    ada.kill("SIGCONT");
    await ada.waitFor((screen) => ada.isFullScreen && !ada.wraps && isWhole(screen));
    ada.press("j");
    await ada.waitFor((screen) => isWhole(screen) && screen.includes("> ● token 1 "));
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("gives the screen back on %s", async (signal, exitCode) => {
    const ada = start();
    await ada.waitFor("Sign in");
    ada.kill(signal);
    expect(await ada.exited).toMatchObject({ exitCode });
    expect(ada.isFullScreen).toBe(false);
    expect(ada.wraps).toBe(true);
    expect(ada.raw.lastIndexOf("\x1b[?25h")).toBeGreaterThan(ada.raw.lastIndexOf("\x1b[?25l"));
  });

  test("without colours the selection is still seen", async () => {
    addApiToken(server.state, { description: "nightly" });
    const ada = start({ env: { NO_COLOR: "1" } });
    await signIn(ada);
    await ada.waitFor("> ● nightly");
    expect(ada.raw).not.toMatch(COLOURS);
    expect(ada.raw).toContain("\x1b[7m");
  });

  test("without a terminal says so in one line, and ends with 2", () => {
    const given = JSON.stringify({ address: "127.0.0.1:1" });
    const run = () => execFileSync(process.execPath, ["-e", PROGRAM, given], { stdio: "pipe" });
    try {
      run();
      expect.unreachable();
    } catch (cause) {
      const { status, stdout, stderr } = cause as { status: number; stdout: Buffer; stderr: Buffer };
      expect(status).toBe(2);
      expect(stdout.toString()).toBe("");
      expect(stderr.toString()).toMatch(/^The terminal needs a terminal.*\n$/);
    }
  });
});

/** Whether every line of the list of 30 tokens at 80x24 is where it belongs. */
function isWhole(screen: string): boolean {
  const lines = screen.split("\n");
  const rows = lines.slice(4, 22).map((line) => /token (\d+) /.exec(line)?.[1]);
  const inOrder = rows.every((row, at) => row === String(at));
  return inOrder && /^ Latchkey › /.test(lines[0] ?? "") && /^ \? help {2}q quit/.test(lines[23] ?? "");
}

/** Makes the server tell its watchers of a change that somebody else made. */
async function poke(): Promise<void> {
  const { connect } = await import("../../tui/client/connect.js");
  const { authorizeBySession } = await import("../../tui/client/authorization.js");
  let token: string | undefined;
  const client = connect({
    address: server.address,
    authorization: () => (token === undefined ? undefined : authorizeBySession(token)),
  });
  ({ sessionToken: token } = await client.sessions.signIn({
    email: "ada@example.com",
    password: "correct horse",
  }));
  await client.apiTokens.create({ description: "another" });
  client.close();
}
