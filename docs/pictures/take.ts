import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addApiToken, addUser, type FakeServer, stamp, startFakeServer } from "../../test/support/fake-server.js";
import { TerminalDriver } from "../../test/support/terminal.js";
import { drawTerminal } from "./draw.js";

// Run by `npx tsx docs/pictures/take.ts` after `npm run build`: a person's way through the terminal, taken as pictures.

const DAY = 86_400_000;
const PROGRAM = `import(${JSON.stringify(new URL("../../dist/tui/main.js", import.meta.url).href)}).then(({ runTui }) => runTui(JSON.parse(process.argv[1]))).then((code) => process.exit(code))`;

const home = await mkdtemp(join(tmpdir(), "latchkey-pictures-"));

function start(server: FakeServer, columns: number, rows: number, tui: object = {}): TerminalDriver {
  const given = JSON.stringify({ address: server.address, ...tui });
  const env = { XDG_STATE_HOME: home };
  return TerminalDriver.start(process.execPath, ["-e", PROGRAM, given], { columns, rows, env });
}

function take(terminal: TerminalDriver, name: string): void {
  drawTerminal(terminal, fileURLToPath(new URL(`${name}.png`, import.meta.url)));
}

async function takeFirstRun(): Promise<void> {
  const server = await startFakeServer();
  const ada = start(server, 80, 24, { setupCode: server.state.setupCode });
  await ada.waitFor("Welcome to Latchkey");
  ada.press("enter");
  await ada.waitFor("Account name");
  ada.type("Example Shop");
  ada.press("tab");
  await ada.waitFor("example-shop");
  take(ada, "first-run");
  ada.press("enter");
  await ada.waitFor("Its first administrator");
  ada.type("ada@example.com\rcorrect horse battery\rcorrect horse battery\r");
  await ada.waitFor("All set.");
  ada.press("space");
  await ada.waitFor("● on");
  ada.press("3");
  await ada.waitFor("No API tokens yet");
  ada.press("n");
  await ada.waitFor("New API token");
  ada.type("nightly export");
  ada.press("ctrl-s");
  await ada.waitFor("Your new API token");
  take(ada, "new-token");
  await ada.close();
  await server.stop();
}

async function takeTabs(): Promise<void> {
  const server = await startFakeServer({
    setupRequired: false,
    account: { id: "example-shop", displayName: "Example Shop" },
  });
  seed(server);
  const ada = start(server, 120, 30);
  await ada.waitFor("Sign in");
  ada.type("\tada@example.com\tcorrect horse\r");
  await ada.waitFor("● live");
  ada.press("3");
  await ada.waitFor("nightly export");
  ada.press("j", "j");
  await ada.waitFor("> ● status page");
  take(ada, "api-tokens");
  ada.press("x");
  await ada.waitFor("It was used");
  take(ada, "delete");
  ada.press("escape", "2", "L");
  await ada.waitFor("Paramètres");
  await ada.waitFor("Token d’accès");
  take(ada, "settings-fr");
  await ada.close();
  await server.stop();
}

function seed({ state }: FakeServer): void {
  const now = Date.now();
  state.settings.apiTokenAccess = true;
  addUser(state, { password: "correct horse" });
  const use = (ago: number, count: number, email = "ada@example.com") => ({
    time: stamp(now - ago),
    email,
    sourceIp: "10.1.2.3",
    count,
  });
  const tokens: Parameters<typeof addApiToken>[1][] = [
    { description: "nightly export", lastUse: use(2 * 60_000, 4120), scopes: ["tickets:read"] },
    { description: "build pipeline", lastUse: use(40_000, 91), expireTime: stamp(now + 5 * DAY) },
    {
      description: "status page",
      lastUse: use(3 * 3_600_000, 12_405, "status@example.com"),
      scopes: ["read", "authenticate"],
      ipAllowList: ["10.1.0.0/16"],
      expireTime: stamp(now + 88 * DAY),
    },
    { description: "mobile backend", lastUse: use(9 * DAY, 3) },
    {
      description: "legacy import",
      state: "API_TOKEN_STATE_DEACTIVATED",
      deactivationCause: "DEACTIVATION_CAUSE_INACTIVITY",
      lastUse: use(61 * DAY, 800),
    },
    { description: "日本語のトークン", lastUse: use(26 * 3_600_000, 17) },
    { description: "load test", state: "API_TOKEN_STATE_EXPIRED", expireTime: stamp(now - 2 * DAY) },
    { description: "data warehouse", lastUse: use(5 * 3_600_000, 240) },
  ];
  const hints = ["mT4kQ9", "x8LzPe", "Rv2WcA", "b7NhJs", "Zq5YdU", "Kf3MtG", "w9CxEo", "Hp6SaB"];
  tokens.forEach((token, at) => {
    const createTime = stamp(now - (at + 1) * 11 * DAY);
    addApiToken(state, { ...token, secretHint: `lka_${hints[at]}…`, createTime, updateTime: createTime });
  });
}

try {
  await takeFirstRun();
  await takeTabs();
} finally {
  await rm(home, { recursive: true, force: true });
}
process.exit(0);
