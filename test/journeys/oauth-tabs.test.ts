import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authorizeBySession } from "../../tui/client/authorization.js";
import { type Client, connect } from "../../tui/client/connect.js";
import type { Language } from "../../tui/messages/say.js";
import { keyOfTab } from "../../tui/state/tab-order.js";
import { type Machine, makeMachine } from "../support/latchkey-process.js";
import { Reader } from "../support/terminal-reader.js";

const ADA = "ada@example.com";
const PASSWORD = "correct horse battery";

let machine: Machine;
let client: Client;
let endpoint: string;
const readers: Reader[] = [];

beforeEach(async () => {
  machine = await makeMachine();
  const server = await machine.serve();
  endpoint = `${server.httpAddress}/example-shop/oauth`;
  let session: string | undefined;
  client = connect({ address: server.address, authorization: () => session && authorizeBySession(session) });
  const account = { accountId: "example-shop", displayName: "Example Shop", adminEmail: ADA };
  const { setupCode } = server;
  session = (await client.accounts.create({ ...account, adminPassword: PASSWORD, setupCode })).sessionToken;
});
afterEach(async () => {
  client.close();
  for (const { screen } of readers.splice(0)) await screen.close();
  await machine.remove();
});

async function open(language: Language, columns: number, rows: number): Promise<Reader> {
  const reader = new Reader(machine, language, columns, rows);
  readers.push(reader);
  await reader.signIn(ADA, PASSWORD);
  return reader;
}

/** Three clients that ask by device codes, OAuth access on. */
async function makeClients(ada: Reader): Promise<void> {
  for (const name of ["Alpha", "Beta", "Gamma"])
    await client.oauthClients.create({ name, kind: "PUBLIC", allowedGrantTypes: ["DEVICE_CODE"] });
  ada.screen.press(keyOfTab("oauth-clients"));
  await ada.reads("clients.off");
  ada.screen.press("o");
  await ada.screen.waitFor((screen) => screen.includes("> ● Alpha") && !screen.includes(" o "));
}

const SETTINGS: [Language, number, number][] = [
  ["en", 80, 24],
  ["fr", 80, 24],
  ["en", 120, 40],
  ["fr", 120, 40],
];

describe.each(SETTINGS)("in %s at %ix%i", (language, columns, rows) => {
  const wide = columns >= 110;

  test("OAuth clients are found, edited, disabled, undone, exported, and many deleted at once", async () => {
    const ada = await open(language, columns, rows);
    await makeClients(ada);
    // The filter, live; then its end; then sorted the other way round.
    ada.screen.press("/");
    ada.screen.type("bet");
    await ada.reads("list.count-max", { shown: 1, total: 3, max: 2000 });
    await ada.does(["enter", "escape"], (screen) => screen.includes("Alpha") && screen.includes("Gamma"));
    await ada.does(["S", "g"], "> ● Gamma");
    await ada.does(["S", "g"], "> ● Alpha");
    // Edit, and take back.
    ada.screen.press("e");
    await ada.reads("form.edit-client", { identifier: "alpha" });
    ada.fill("Alpha two");
    await ada.does(["ctrl-s"], "> ● Alpha two");
    await ada.does(["u"], (screen) => screen.includes("> ● Alpha") && !screen.includes("Alpha two  "));
    // Disable, enable.
    ada.screen.press("d");
    await ada.reads("confirm.disable-client.title");
    await ada.does(["y"], "> ○ Alpha");
    await ada.does(["d"], "> ● Alpha");
    // Details, its secrets, of which a public client has none, and its events.
    if (!wide) ada.screen.press("enter");
    await ada.reads("clients.detail.redirects");
    if (!wide) ada.screen.press("escape");
    ada.screen.press("p");
    await ada.reads("why.public-client");
    ada.screen.press("a");
    await ada.screen.waitFor(
      (screen) => screen.includes("oauth_client.disable") && !screen.includes("session.sign_in"),
    );
    await ada.does(["escape"], "> ● Alpha");
    // A file of what is listed.
    ada.screen.press("ctrl-s");
    await ada.reads("field.export-format");
    ada.fill("clients");
    await ada.does(["ctrl-s"], "clients.json");
    const written = JSON.parse(readFileSync(join(machine.home, "clients.json"), "utf8"));
    expect(written).toMatchObject([{ identifier: "alpha" }, { identifier: "beta" }, { identifier: "gamma" }]);
    // Two are disabled at once, then deleted, which takes their number.
    ada.screen.press(" ", " ", "d");
    await ada.reads("confirm.cancel");
    ada.screen.press("y");
    await ada.reads("bulk.all-well");
    await ada.does(["enter"], (screen) => screen.includes("○ Alpha") && screen.includes("○ Beta"));
    ada.screen.press("x");
    await ada.reads("confirm.type", { wanted: "2" });
    ada.screen.press("2", "enter");
    await ada.reads("bulk.all-well");
    await ada.does(["enter"], (screen) => screen.includes("> ● Gamma") && !screen.includes("Alpha"));
    ada.screen.press("x");
    await ada.reads("confirm.delete-client.nothing");
    ada.screen.press("y");
    await ada.reads("clients.empty");
  });

  test("access tokens are made, followed, exported, revoked one by one and all together; devices answered", async () => {
    const ada = await open(language, columns, rows);
    await makeClients(ada);
    ada.screen.press(keyOfTab("access-tokens"));
    await ada.reads("access.empty");
    for (const identifier of ["alpha", "beta", "beta", "gamma"]) await makeToken(ada, identifier);
    // Of one client, of one user, and back.
    ada.screen.press("/");
    ada.screen.type("beta");
    await ada.does(["enter"], (screen) => /> ● Beta/.test(screen) && !screen.includes("Gamma"));
    await ada.does(["escape", "c"], (screen) => screen.includes("› Beta") && screen.includes("> ● lko_"));
    await ada.does(["escape"], (screen) => screen.includes("Gamma") && screen.includes("Alpha"));
    await ada.does(["p"], `› ${ADA}`);
    await ada.does(["escape"], (screen) => !screen.includes(`› ${ADA}`));
    // The client, the user and the events behind it, and back.
    await ada.does(["C"], "> ● Beta");
    await ada.does(["escape", "w"], `> ● ${ADA}`);
    await ada.does(["escape", "a"], "access_token.create");
    await ada.does(["escape"], "> ● Beta");
    if (!wide) ada.screen.press("enter");
    await ada.reads("access.detail.origin");
    if (!wide) ada.screen.press("escape");
    ada.screen.press("ctrl-s");
    await ada.reads("field.export-format");
    ada.fill("access");
    await ada.does(["ctrl-s"], "access.json");
    expect(JSON.parse(readFileSync(join(machine.home, "access.json"), "utf8"))).toHaveLength(4);
    // One; then all of its client by its identifier; then what is marked.
    ada.screen.press("x");
    await ada.screen.waitFor((screen) => screen.includes("(y)"));
    ada.screen.press("y");
    await ada.reads("list.count", { shown: 3, total: 3 });
    ada.screen.press("/");
    ada.screen.type("beta");
    await ada.does(["enter"], "> ● Beta");
    ada.screen.press("X");
    await ada.reads("revoke.of-client");
    ada.screen.press("enter");
    await ada.reads("confirm.type", { wanted: "beta" });
    ada.screen.type("beta\r");
    await ada.reads("list.no-match", { filter: "beta" });
    await ada.does(["escape"], (screen) => !screen.includes("Beta") && screen.includes("Alpha"));
    ada.screen.press("*", "x");
    await ada.reads("confirm.type", { wanted: "2" });
    ada.screen.type("2\r");
    await ada.reads("bulk.all-well");
    ada.screen.press("enter");
    await ada.reads("access.empty");
    // A device that is sent away.
    const asked = await fetch(`${endpoint}/device_authorization`, {
      method: "POST",
      body: new URLSearchParams({ client_id: "alpha", scope: "read" }),
    });
    const { user_code } = (await asked.json()) as { user_code: string };
    ada.screen.press("D");
    await ada.reads("form.find-device");
    ada.screen.type(`${user_code}\r`);
    await ada.screen.waitFor((screen) => screen.includes("Alpha") && screen.includes(ADA));
    ada.screen.press("n");
    await ada.reads("notice.device-denied", { name: "Alpha" });
  });

  test("what two people do with clients and their tokens is seen by both", async () => {
    const ada = await open(language, columns, rows);
    await makeClients(ada);
    const bob = await open(language, 100, 30);
    await bob.does([keyOfTab("oauth-clients")], "> ● Alpha");
    ada.screen.press("d");
    await ada.reads("confirm.disable-client.title");
    ada.screen.press("y");
    await bob.screen.waitFor("> ○ Alpha");
    await bob.does(["d"], "> ● Alpha");
    await ada.screen.waitFor("> ● Alpha");
    ada.screen.press(keyOfTab("access-tokens"));
    await ada.reads("access.empty");
    bob.screen.press(keyOfTab("access-tokens"));
    await bob.reads("access.empty");
    await makeToken(ada, "alpha");
    await bob.does(["r"], "> ● Alpha");
    bob.screen.press("x");
    await bob.screen.waitFor((screen) => screen.includes("(y)"));
    bob.screen.press("y");
    await ada.reads("access.empty");
    bob.screen.press(keyOfTab("settings"));
    await bob.reads("settings.heading.lifetimes");
    bob.screen.press("g", "j", " ");
    await bob.screen.waitFor((screen) => screen.includes("(y)"));
    bob.screen.press("y");
    await ada.reads("access.off");
  });
});

/** A token made without a flow, for Ada, by the form. */
async function makeToken(ada: Reader, identifier: string): Promise<void> {
  ada.screen.press("n");
  await ada.reads("form.create-access-token");
  // The client in view is filled in already, and the cursor is past it.
  if (!ada.screen.screen().includes(`> ${ada.say("field.token-client")}`)) ada.screen.press("up");
  await ada.screen.waitFor(`> ${ada.say("field.token-client")}`);
  ada.fill(identifier);
  ada.screen.press("tab");
  ada.fill(ADA);
  ada.screen.press("tab");
  ada.fill("read");
  ada.screen.press("ctrl-s");
  const shown = await ada.screen.waitFor(/lko_\w{36}/);
  const secret = /lko_\w{36}/.exec(shown)?.[0] ?? "";
  await ada.does(["c"], () => ada.screen.copied.includes(secret));
  await ada.does(["enter"], (screen) => !screen.includes(secret) && screen.includes("> ● "));
}
