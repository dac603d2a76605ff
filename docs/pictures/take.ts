import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FakeServer, startFakeServer } from "../../test/support/fake-server.js";
import { TerminalDriver } from "../../test/support/terminal.js";
import { TUI_PROGRAM } from "../../test/support/tui-process.js";
import type { MessageKey } from "../../tui/messages/en.js";
import { type Language, say } from "../../tui/messages/say.js";
import { keyOfTab } from "../../tui/state/tab-order.js";
import { Film } from "./film.js";
import { drawTerminal } from "./draw.js";
import { furnish } from "./furnish.js";

// Run by `npx tsx docs/pictures/take.ts` after `npm run build`: a person's way through the terminal, taken as pictures
// and as a short film, from the real program, in both languages.

const home = await mkdtemp(join(tmpdir(), "latchkey-pictures-"));

/** Somebody who takes pictures of what they see, in one language. */
class Photographer {
  readonly language: Language;
  readonly terminal: TerminalDriver;

  constructor(server: FakeServer, language: Language, columns: number, rows: number, tui: object = {}) {
    this.language = language;
    const given = JSON.stringify({ address: server.address, language, ...tui });
    const env = { XDG_STATE_HOME: join(home, language), XDG_CONFIG_HOME: home };
    this.terminal = TerminalDriver.start(process.execPath, ["-e", TUI_PROGRAM, given], { columns, rows, env });
  }

  reads(key: MessageKey): Promise<string> {
    return this.terminal.waitFor(say(this.language, { key, params: {} }));
  }

  take(name: string): void {
    const file = this.language === "en" ? name : `${name}-${this.language}`;
    drawTerminal(this.terminal, fileURLToPath(new URL(`${file}.png`, import.meta.url)));
  }

  async signIn(): Promise<void> {
    await this.reads("sign-in.title");
    this.terminal.type("\tada@example.com\tcorrect horse\r");
    await this.terminal.waitFor(`● ${say(this.language, { key: "connection.live", params: {} })}`);
    await this.reads("overview.denials");
  }
}

async function takeFirstRun(language: Language): Promise<void> {
  const server = await startFakeServer();
  const ada = new Photographer(server, language, 80, 24, { setupCode: server.state.setupCode });
  const { terminal } = ada;
  await ada.reads("setup.title");
  terminal.press("enter");
  await ada.reads("field.account-name");
  terminal.type("Example Shop");
  terminal.press("tab");
  await terminal.waitFor("example-shop");
  ada.take("first-run");
  terminal.press("enter");
  await ada.reads("setup.admin.title");
  terminal.type("ada@example.com\rcorrect horse battery\rcorrect horse battery\r");
  await ada.reads("settings.heading.lifetimes");
  terminal.press(" ");
  await terminal.waitFor(`● ${say(language, { key: "on", params: {} })}`);
  terminal.press(keyOfTab("api-tokens"));
  await ada.reads("tokens.empty");
  terminal.press("n");
  await ada.reads("form.create-token");
  terminal.type("nightly export");
  terminal.press("ctrl-s");
  await ada.reads("secret.title");
  ada.take("new-token");
  await terminal.close();
  await server.stop();
}

async function openShop(): Promise<FakeServer> {
  const server = await startFakeServer({
    setupRequired: false,
    account: { id: "example-shop", displayName: "Example Shop" },
  });
  furnish(server.state);
  return server;
}

async function takeTabs(language: Language): Promise<void> {
  const server = await openShop();
  const ada = new Photographer(server, language, 120, 30);
  const { terminal } = ada;
  await ada.signIn();
  terminal.press("j", "j");
  await terminal.waitFor("> !");
  ada.take("overview");
  terminal.press(keyOfTab("api-tokens"));
  await terminal.waitFor("nightly export");
  terminal.press("j", "j");
  await terminal.waitFor("> ● status page");
  ada.take("api-tokens");
  terminal.press("x");
  await terminal.waitFor("12");
  await terminal.waitFor("(y)");
  ada.take("delete");
  terminal.press("escape", keyOfTab("oauth-clients"));
  await terminal.waitFor("nightly-report");
  terminal.press("j", "j");
  await terminal.waitFor("> ● Nightly report");
  ada.take("oauth-clients");
  terminal.press("p");
  await terminal.waitFor("10.1.2.9");
  ada.take("client-secrets");
  terminal.press("escape", keyOfTab("access-tokens"));
  await terminal.waitFor("> ● Mobile app");
  ada.take("access-tokens");
  terminal.press(keyOfTab("settings"));
  await ada.reads("settings.heading.lifetimes");
  ada.take("settings");
  await terminal.close();
  await server.stop();
}

/** A short film: what an administrator does in half a minute. */
async function film(language: Language): Promise<void> {
  const server = await openShop();
  const ada = new Photographer(server, language, 100, 28);
  const { terminal } = ada;
  const words = (key: MessageKey) => say(language, { key, params: {} });
  const gif = new Film(terminal);
  await ada.signIn();
  gif.shoot(1600);
  terminal.press(keyOfTab("api-tokens"));
  await terminal.waitFor("> ● nightly export");
  gif.shoot(1000);
  terminal.press("/");
  await ada.reads("list.filter");
  for (const letter of "export") {
    terminal.press(letter);
    await terminal.waitFor((screen) => screen.includes(letter));
    gif.shoot(140);
  }
  terminal.press("enter", "escape");
  await terminal.waitFor("build pipeline");
  gif.shoot(500);
  for (const name of ["build pipeline", "status page", "mobile backend"]) {
    terminal.press(" ");
    await terminal.waitFor(new RegExp(`> . ${name}`));
    gif.shoot(350);
  }
  terminal.press("d");
  await terminal.waitFor(words("confirm.cancel"));
  gif.shoot(1800);
  terminal.press("y");
  await ada.reads("bulk.all-well");
  gif.shoot(1200);
  terminal.press("enter");
  const allWell = words("bulk.all-well");
  await terminal.waitFor((screen) => screen.includes("○ build pipeline") && !screen.includes(allWell));
  gif.shoot(1500);
  terminal.press("u");
  await terminal.waitFor((screen) => screen.includes("● build pipeline") && screen.includes(allWell));
  gif.shoot(900);
  terminal.press("enter", "g", "a");
  await terminal.waitFor((screen) => screen.includes("api_token.") && !screen.includes("build pipeline"));
  gif.shoot(1600);
  terminal.press("escape", "?");
  await ada.reads("help.title");
  gif.shoot(2000);
  gif.save(fileURLToPath(new URL(language === "en" ? "tour.gif" : `tour-${language}.gif`, import.meta.url)));
  await terminal.close();
  await server.stop();
}

try {
  for (const language of ["en", "fr"] as const) {
    await takeFirstRun(language);
    await takeTabs(language);
    await film(language);
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
process.exit(0);
