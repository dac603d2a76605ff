import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "../../tui/client/connect.js";
import type { Language } from "../../tui/messages/say.js";
import { keyOfTab } from "../../tui/state/tab-order.js";
import { type Machine, makeMachine, PROGRAM } from "../support/latchkey-process.js";
import { Reader } from "../support/terminal-reader.js";

const ADA = "ada@example.com";
const PASSWORD = "correct horse battery";

let machine: Machine;
let server: Awaited<ReturnType<Machine["serve"]>>;
const readers: Reader[] = [];

beforeEach(async () => {
  machine = await makeMachine();
  server = await machine.serve();
  const client = connect({ address: server.address });
  await client.accounts.create({
    setupCode: server.setupCode,
    accountId: "example-shop",
    displayName: "Example Shop",
    adminEmail: ADA,
    adminPassword: PASSWORD,
  });
  client.close();
});

afterEach(async () => {
  for (const { screen } of readers.splice(0)) await screen.close();
  await machine.remove();
});

/** Somebody sits down in front of a terminal. */
function open(language: Language, columns: number, rows: number, ...flags: string[]): Reader {
  const reader = new Reader(machine, language, columns, rows, ...flags);
  readers.push(reader);
  return reader;
}

const SETTINGS: [Language, number, number][] = [
  ["en", 80, 24],
  ["fr", 80, 24],
  ["en", 120, 40],
  ["fr", 120, 40],
];

describe.each(SETTINGS)("in %s at %ix%i", (language, columns, rows) => {
  const wide = columns >= 110;

  test("settings are switched, edited, undone, and the overview tells of them", async () => {
    const ada = open(language, columns, rows);
    await ada.signIn(ADA, PASSWORD);
    await ada.reads("overview.none-denied");
    ada.screen.press(keyOfTab("settings"));
    await ada.reads("settings.heading.lifetimes");
    ada.screen.press(" ");
    await ada.reads("notice.access-on", { key: keyOfTab("api-tokens") });
    await ada.does(["G", "k", "enter"], (screen) => screen.includes(ada.say("keys.save")));
    ada.screen.type("tickets");
    await ada.does(["enter"], (screen) => screen.includes(`u ${ada.say("keys.undo")}`));
    await ada.does(["u"], (screen) =>
      new RegExp(`> ${ada.say("settings.resources")} +${ada.say("none")}`).test(screen),
    );
    // A value that cannot be is refused where it was typed.
    await ada.does(["G", "enter"], (screen) => screen.includes(ada.say("keys.save")));
    ada.screen.type("nowhere");
    await ada.does(["enter"], "✕");
    ada.screen.press("escape", keyOfTab("overview"));
    await ada.screen.waitFor((screen) =>
      new RegExp(`${ada.say("settings.api-token-access")} +● ${ada.say("on")}`).test(screen),
    );
  });

  test("API tokens are made, found, edited, stopped, exported, and many deleted at once", async () => {
    const ada = open(language, columns, rows);
    await ada.signIn(ADA, PASSWORD);
    ada.screen.press(keyOfTab("api-tokens"));
    await ada.reads("tokens.off.title");
    ada.screen.press("t");
    await ada.reads("tokens.empty");
    for (const name of ["alpha", "beta", "gamma"]) {
      ada.screen.press("n");
      await ada.reads("form.create-token");
      ada.screen.type(name);
      ada.screen.press("ctrl-s");
      await ada.reads("secret.warning");
      const secret = /lka_\w{36}/.exec(ada.screen.screen())?.[0] ?? "";
      await ada.does(["c"], () => ada.screen.copied.includes(secret));
      await ada.does(["enter"], (screen) => screen.includes(`> ● ${name}`) && !screen.includes(secret));
    }
    // The filter, live; then its end.
    ada.screen.press("/");
    ada.screen.type("bet");
    await ada.reads("list.count-max", { shown: 1, total: 3, max: 256 });
    await ada.does(["enter", "escape"], (screen) => screen.includes("alpha") && screen.includes("gamma"));
    await ada.does(["s"], (screen) => screen.includes(`${ada.say("column.description")} ▲`));
    await ada.does(["g"], "> ● alpha");
    // Edit, stop, take back.
    ada.screen.press("e");
    await ada.reads("form.edit-token");
    ada.fill("alpha two");
    await ada.does(["ctrl-s"], "> ● alpha two");
    await ada.does(["u"], (screen) => /> ● alpha /.test(screen) && !screen.includes("alpha two  "));
    ada.screen.press("d");
    await ada.reads("confirm.deactivate-token.title");
    await ada.does(["y"], "> ○ alpha");
    await ada.does(["d"], "> ● alpha");
    // Details, below or beside, and the token’s own events.
    if (!wide) ada.screen.press("enter");
    await ada.reads("tokens.detail.any-user");
    if (!wide) ada.screen.press("escape");
    ada.screen.press("a");
    await ada.screen.waitFor(
      (screen) => screen.includes("api_token.deactivate") && !screen.includes("session.sign_in"),
    );
    await ada.does(["escape"], "> ● alpha");
    // A file of what is listed.
    ada.screen.press("ctrl-s");
    await ada.reads("field.export-format");
    ada.fill("tokens");
    ada.screen.press("ctrl-s");
    await ada.screen.waitFor("tokens.json");
    const rowsWritten = JSON.parse(readFileSync(join(machine.home, "tokens.json"), "utf8"));
    expect(rowsWritten.map(({ description }: { description: string }) => description)).toEqual([
      "alpha",
      "beta",
      "gamma",
    ]);
    // Two at once, which takes their number.
    ada.screen.press(" ", " ", "x");
    await ada.reads("confirm.type", { wanted: "2" });
    ada.screen.press("2", "enter");
    await ada.reads("bulk.all-well");
    await ada.does(["enter"], (screen) => screen.includes("> ● gamma") && !screen.includes("beta"));
    ada.screen.press("x");
    await ada.reads("confirm.delete-token.unused");
    ada.screen.press("y");
    await ada.reads("tokens.empty");
    // What was told can be read again.
    ada.screen.press("M");
    await ada.screen.waitFor(
      (screen) => screen.includes("gamma") && screen.includes(ada.say("messages.title")),
    );
  });

  test("users are added, edited, let in and out, and deleted; the log tells of it and leads to them", async () => {
    const ada = open(language, columns, rows);
    await ada.signIn(ADA, PASSWORD);
    await ada.does([keyOfTab("users")], `> ● ${ADA}`);
    ada.screen.press("n");
    await ada.reads("form.create-user");
    ada.screen.type("bob@example.com\tBob Builder");
    ada.screen.press("ctrl-s");
    await ada.screen.waitFor("> ● Bob Builder");
    ada.screen.press("e");
    await ada.reads("form.edit-user");
    ada.screen.press("tab");
    ada.fill("Bob Mason");
    await ada.does(["ctrl-s"], "> ● Bob Mason");
    ada.screen.press("p");
    await ada.reads("field.new-password");
    ada.screen.type(`another ${PASSWORD}\tanother ${PASSWORD}`);
    ada.screen.press("enter");
    await ada.reads("notice.password-set", {
      email: "bob@example.com",
      sessions: ada.say("count.sessions", { count: 0 }),
    });
    ada.screen.press("d");
    await ada.reads("confirm.suspend-user.title");
    await ada.does(["y"], "> ✕ Bob Mason");
    await ada.does(["d"], "> ● Bob Mason");
    ada.screen.press("a");
    await ada.screen.waitFor(
      (screen) => screen.includes("user.set_password") && screen.includes("user.create"),
    );
    await ada.does(["escape"], "> ● Bob Mason");
    ada.screen.press("x");
    await ada.reads("confirm.delete-user.title");
    await ada.does(["y"], (screen) => !screen.includes("> ● Bob Mason"));
    await ada.does([keyOfTab("audit-log")], "> ");
    await ada.screen.waitFor("user.delete");
    if (!wide) ada.screen.press("enter");
    await ada.reads("audit.detail.changes");
    if (!wide) ada.screen.press("escape");
    await ada.does(["w"], `> ● ${ADA}`);
    await ada.does(["escape"], "user.delete");
    // Everything by name; then out.
    ada.screen.press(":");
    ada.screen.type(ada.say("keys.sign-out"));
    ada.screen.press("enter");
    await ada.reads("sign-in.title");
  });

  test("a server that is killed and comes back is found again, and what two people do is seen by both", async () => {
    const ada = open(language, columns, rows);
    await ada.signIn(ADA, PASSWORD);
    await ada.does([keyOfTab("users")], `> ● ${ADA}`);
    server.child.kill("SIGKILL");
    await ada.screen.waitFor((screen) => screen.includes(`✕ ${ada.say("connection.reconnecting")}`));
    // Still there, and still to be walked through.
    await ada.does(["?"], (screen) => screen.includes(ada.say("help.title")));
    await ada.does(["escape"], `> ● ${ADA}`);
    const port = server.address.slice(server.address.lastIndexOf(":") + 1);
    await machine.start([PROGRAM, "serve", "--port", port, "--http-port", "0"], /listens on/);
    await ada.screen.waitFor((screen) => screen.includes(`● ${ada.say("connection.live")}`));
    const bob = open(language, 100, 30);
    await bob.signIn(ADA, PASSWORD);
    bob.screen.press(keyOfTab("users"), "n");
    await bob.reads("form.create-user");
    bob.screen.type("eve@example.com\tEve Elsewhere");
    bob.screen.press("ctrl-s");
    await bob.screen.waitFor("> ● Eve Elsewhere");
    await ada.screen.waitFor("Eve Elsewhere");
    ada.screen.press("j", "x");
    await ada.reads("confirm.delete-user.title");
    ada.screen.press("y");
    await bob.screen.waitFor((screen) => !screen.includes("● Eve Elsewhere"));
  });
});

test("who may only look, or is no administrator, is told why", async () => {
  const ada = open("en", 80, 24, "--read-only");
  await ada.signIn(ADA, PASSWORD);
  await ada.does([keyOfTab("users")], "read-only");
  ada.screen.press("n");
  await ada.reads("why.read-only");
});
