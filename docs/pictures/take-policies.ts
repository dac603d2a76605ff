import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "../../test/support/running-server.js";
import { TerminalDriver } from "../../test/support/terminal.js";
import { TUI_PROGRAM } from "../../test/support/tui-process.js";
import type { MessageKey } from "../../tui/messages/en.js";
import { type Language, say } from "../../tui/messages/say.js";
import { keyOfTab } from "../../tui/state/tab-order.js";
import { drawTerminal } from "./draw.js";

// Run by `npx tsx docs/pictures/take-policies.ts` after `npm run build`: a policy in the terminal, in both languages,
// on a real server.

const TEXT = `name: tickets-only
description: Reads tickets, without the e-mail of whoever asked.
statements:
  - effect: allow
    methods: [GET]
    paths: [/api/tickets, "/api/tickets/{id}"]
  - effect: deny
    response_fields: ["**.email"]
tests:
  - name: reads a ticket
    method: GET
    path: /api/tickets/1
    expect: allow
  - name: no reports
    method: GET
    path: /api/reports
    expect: deny
`;

const home = await mkdtemp(join(tmpdir(), "latchkey-pictures-"));

async function takePolicies(language: Language): Promise<void> {
  const server = await startServer({ clock: "system" });
  const admin = await server.signUp({ accountId: "example-shop", displayName: "Example Shop" });
  const given = JSON.stringify({ address: server.address, language });
  const env = { XDG_STATE_HOME: join(home, language), XDG_CONFIG_HOME: home };
  const terminal = TerminalDriver.start(process.execPath, ["-e", TUI_PROGRAM, given], {
    columns: 110,
    rows: 30,
    env,
  });
  const reads = (key: MessageKey, params = {}) => terminal.waitFor(say(language, { key, params }));
  const take = (name: string) => {
    const file = language === "en" ? name : `${name}-${language}`;
    drawTerminal(terminal, fileURLToPath(new URL(`${file}.png`, import.meta.url)));
  };
  await reads("sign-in.title");
  terminal.type(`\t${admin.adminEmail}\t${admin.adminPassword}\r`);
  await terminal.waitFor(`● ${say(language, { key: "connection.live", params: {} })}`);
  terminal.press(keyOfTab("access-policies"));
  await terminal.waitFor(say(language, { key: "policies.empty", params: {} }).slice(0, 20));
  terminal.press("n");
  await reads("form.create-policy");
  for (let row = 0; row < 15; row++) for (const key of ["end", "ctrl-u", "delete"]) terminal.press(key);
  terminal.paste(TEXT);
  await reads("editor.good", { count: 2 });
  take("policy-editor");
  terminal.press("ctrl-s");
  await reads("review.create");
  terminal.press("enter");
  await reads("notice.policy-version", { name: "tickets-only", version: 1 });
  terminal.press("f");
  await reads("confirm.enforce.title", { version: 1 });
  terminal.press("y");
  await reads("notice.policy-enforced", { name: "tickets-only", version: 1 });
  take("policies");
  await terminal.close();
  await server.stop();
}

await takePolicies("en");
await takePolicies("fr");
await rm(home, { recursive: true });
