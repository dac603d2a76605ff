import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { addUser, type FakeServer, startFakeServer } from "./fake-server.js";
import { TerminalDriver, type TerminalOptions } from "./terminal.js";

const BUILT = new URL("../../dist/tui/main.js", import.meta.url);

/** Runs the terminal as `npm run build` made it, and ends as a command line would. */
export const TUI_PROGRAM = `import(${JSON.stringify(BUILT.href)}).then(({ runTui }) => runTui(JSON.parse(process.argv[1]))).then((code) => process.exit(code))`;

/** A fake server with an account in it, and a home for what terminals leave behind; both go with the test. */
export async function openOffice(): Promise<{
  server: FakeServer;
  home: string;
  /** Sits somebody down in front of a terminal; it goes with the test. */
  start: (tui?: object, options?: TerminalOptions, before?: string) => TerminalDriver;
}> {
  const home = mkdtempSync(join(tmpdir(), "latchkey-tui-"));
  const server = await startFakeServer({
    setupRequired: false,
    account: { id: "example-shop", displayName: "Example Shop" },
  });
  server.state.settings.apiTokenAccess = true;
  addUser(server.state, { password: "correct horse" });
  onTestFinished(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });
  const start = (tui = {}, options: TerminalOptions = {}, before = "") => {
    const env = { XDG_STATE_HOME: home, XDG_CONFIG_HOME: home, NODE_ENV: undefined, ...options.env };
    const given = JSON.stringify({ address: server.address, ...tui });
    const program = ["-e", `${before}${TUI_PROGRAM}`, given];
    const terminal = TerminalDriver.start(process.execPath, program, { ...options, env });
    onTestFinished(() => terminal.close());
    return terminal;
  };
  return { server, home, start };
}

/** Signs Ada in, and waits until what she sees is live. */
export async function signInAsAda(ada: TerminalDriver): Promise<void> {
  await ada.waitFor("Sign in");
  ada.press("tab");
  ada.type("ada@example.com\t");
  ada.type("correct horse\r");
  await ada.waitFor(/● live|live$/m);
}
