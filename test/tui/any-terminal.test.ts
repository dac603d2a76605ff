import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { addApiToken } from "../support/fake-server.js";
import { TerminalDriver } from "../support/terminal.js";
import { openOffice, signInAsAda, TUI_PROGRAM } from "../support/tui-process.js";

describe("a mouse", () => {
  test("clicks tabs and rows and turns its wheel, once it is asked for, and is let go at the end", async () => {
    const { server, start } = await openOffice();
    for (let count = 0; count < 30; count += 1) addApiToken(server.state, { description: `token ${count}` });
    const ada = start();
    await signInAsAda(ada);
    ada.press("3");
    await ada.waitFor("> ● token 0 ");
    expect(ada.raw).not.toContain("\x1b[?1000h");
    ada.press("m");
    await ada.waitFor("The mouse works");
    expect(ada.raw).toContain("\x1b[?1000h\x1b[?1006h");
    ada.type("\x1b[<0;10;8M\x1b[<0;10;8m");
    await ada.waitFor("> ● token 3 ");
    ada.type("\x1b[<65;10;8M");
    await ada.waitFor("> ● token 6 ");
    // A report that arrives in two pieces, with a key behind it.
    ada.type("\x1b[<64;10");
    ada.type(";8Mj");
    await ada.waitFor("> ● token 4 ");
    ada.type("\x1b[<0;20;2M");
    await ada.waitFor("Access token");
    ada.press("q");
    await ada.exited;
    expect(ada.raw.lastIndexOf("\x1b[?1000l")).toBeGreaterThan(ada.raw.lastIndexOf("\x1b[?1000h"));
  });
});

describe("a screen reader", () => {
  test("gets lines: where one is, the selected row, the question, and no full screen", async () => {
    const { server, start } = await openOffice();
    addApiToken(server.state, { description: "nightly" });
    addApiToken(server.state, { description: "weekly" });
    const ada = start({ screenReader: true });
    await signInAsAda(ada);
    ada.press("3", "j");
    await ada.waitFor((screen) => /Row 2 of 2\n> . weekly/.test(screen) && !screen.includes("nightly"));
    expect(ada.isFullScreen).toBe(false);
    ada.press("x");
    await ada.waitFor("It was never used");
    ada.press("y");
    await ada.waitFor("Deleted “weekly”");
    ada.press("q");
    expect(await ada.exited).toMatchObject({ exitCode: 0 });
  });
});

describe("keys of one’s own", () => {
  test("work, stand in footer and help, and the old ones are free", async () => {
    const { server, home, start } = await openOffice();
    addApiToken(server.state, { description: "nightly" });
    const keys = join(home, "mine.json");
    writeFileSync(keys, JSON.stringify({ "api-tokens.delete": ["Z", "ctrl-x"], "tabs.help": "f" }));
    const ada = start({ keymapFile: keys });
    await signInAsAda(ada);
    ada.press("3");
    await ada.waitFor("Z delete");
    ada.press("x", "f");
    await ada.waitFor("Z Ctrl-X");
    ada.press("escape", "Z");
    await ada.waitFor("Delete this API token for good?");
  });

  test("that clash are refused at the start, each named", async () => {
    const { home, start } = await openOffice();
    writeFileSync(join(home, "mine.json"), JSON.stringify({ "api-tokens.delete": "e", "no.such": "x" }));
    const ada = start({ keymapFile: join(home, "mine.json") });
    expect(await ada.exited).toMatchObject({ exitCode: 2 });
    await ada.waitFor('"no.such" is no action');
    expect(ada.isFullScreen).toBe(false);
  });
});

describe("when it goes wrong", () => {
  test("a crash gives the screen back and says where the report is, in which nothing typed stands", async () => {
    const { home, start } = await openOffice();
    const ada = start({}, {}, "process.on('SIGUSR2', () => { throw new Error('boom'); });");
    await signInAsAda(ada);
    ada.kill("SIGUSR2");
    expect(await ada.exited).toMatchObject({ exitCode: 70 });
    await ada.waitFor("boom");
    expect(ada.isFullScreen).toBe(false);
    expect(ada.wraps).toBe(true);
    const [name] = readdirSync(join(home, "latchkey")).filter((file) => file.startsWith("crash-"));
    const report = readFileSync(join(home, "latchkey", name ?? ""), "utf8");
    expect(report).toContain("boom");
    expect(report).toContain('"event":"signed-in"');
    expect(report).not.toContain("correct horse");
    expect(ada.screen().replaceAll("\n", "")).toContain(name ?? "");
  });

  test("a debug log tells what happened by name, and no secret", async () => {
    const { home, start } = await openOffice();
    const ada = start({ debugLog: join(home, "debug.log") });
    await signInAsAda(ada);
    ada.press("3", "n");
    await ada.waitFor("New API token");
    ada.press("ctrl-s");
    const secret = /lka_\w{36}/.exec(await ada.waitFor(/lka_\w{36}/))?.[0] ?? "";
    const log = readFileSync(join(home, "debug.log"), "utf8");
    expect(log).toContain('"event":"page-read api-tokens"');
    expect(log).toContain('"event":"api-token-created"');
    for (const text of ["correct horse", secret, "ada@example.com"]) expect(log).not.toContain(text);
  });
});

describe("between other programs", () => {
  test("suspended, the shell has its terminal back; resumed, everything is there again", async () => {
    const { server, home } = await openOffice();
    addApiToken(server.state, { description: "nightly" });
    // Only a shell with job control stops and resumes programs.
    const env = {
      XDG_STATE_HOME: home,
      XDG_CONFIG_HOME: home,
      PS1: "shell> ",
      GIVEN: `{"address":"${server.address}"}`,
    };
    writeFileSync(join(home, "run.mjs"), TUI_PROGRAM.replace("process.argv[1]", "process.env.GIVEN"));
    const ada = TerminalDriver.start("bash", ["--norc", "--noprofile", "-i"], { env });
    onTestFinished(() => ada.close());
    await ada.waitFor("shell>");
    ada.type(`${process.execPath} ${join(home, "run.mjs")}; echo over $?\r`);
    await signInAsAda(ada);
    ada.press("3");
    await ada.waitFor("> ● nightly");
    ada.press("ctrl-z");
    await ada.waitFor((screen) => !ada.isFullScreen && /Stopped[\s\S]*shell>/.test(screen));
    expect(ada.wraps).toBe(true);
    ada.type("echo $((6*7))\r");
    await ada.waitFor("42");
    ada.type("fg\r");
    await ada.waitFor((screen) => ada.isFullScreen && screen.includes("> ● nightly"));
    ada.press("?");
    await ada.waitFor("Keys");
    ada.press("escape", "q");
    await ada.waitFor((screen) => !ada.isFullScreen && screen.includes("shell>"));
  });

  test("the window is named after the account, and has its old name back at the end", async () => {
    const { start } = await openOffice();
    const ada = start();
    await signInAsAda(ada);
    expect(ada.raw).toContain("\x1b]2;Latchkey: Example Shop\x07");
    ada.press("q");
    await ada.exited;
    expect(ada.raw.lastIndexOf("\x1b[23;2t")).toBeGreaterThan(ada.raw.lastIndexOf("\x1b]2;"));
  });

  test("two terminals see each other’s changes, and one cannot save over the other unawares", async () => {
    const { server, start } = await openOffice();
    addApiToken(server.state, { description: "nightly" });
    const [ada, bob] = [start(), start({}, { columns: 120, rows: 40 })];
    await Promise.all([signInAsAda(ada), signInAsAda(bob)]);
    for (const person of [ada, bob]) {
      person.press("3");
      await person.waitFor("> ● nightly");
    }
    bob.press("d");
    await bob.waitFor("Deactivate this API token?");
    bob.press("y");
    await bob.waitFor("Deactivated “nightly”");
    await ada.waitFor("> ○ nightly");
    bob.press("u");
    await bob.waitFor("> ● nightly");
    await ada.waitFor("> ● nightly");
    ada.press("x");
    await ada.waitFor("It was never used");
    ada.press("y");
    await bob.waitFor("No API tokens yet");
  });
});
