import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { HAS_NGINX, HelpDesk, JANE, TICKET } from "../support/help-desk.js";
import { type Machine, makeMachine, PROGRAM } from "../support/latchkey-process.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";
import { TerminalDriver } from "../support/terminal.js";

/** What a person reads on the way, in their language. */
const WORDS = {
  en: {
    lang: "C.UTF-8",
    signIn: "Sign in",
    live: "● live",
    none: "No access policies yet",
    well: "All is well",
    saved: (version: number) => `Saved version ${version} of tickets-only`,
    nothing: "it decides about nobody",
    pick: "Attach to what?",
    token: "API token Nightly export",
    enforce: (version: number) => `Enforce version ${version}?`,
    enforced: (version: number) => `Enforced version ${version} of tickets-only`,
    trying: "Dry run of tickets-only, version 4",
    wouldDeny: "would have denied 1 request",
    which: "for which token?",
    scopes: "Scopes asked",
    denied: "✕ Denied: policy",
  },
  fr: {
    lang: "fr_FR.UTF-8",
    signIn: "Connexion",
    live: "● en direct",
    none: "Aucune règle d’accès",
    well: "Tout va bien",
    saved: (version: number) => `Version ${version} de tickets-only enregistrée`,
    nothing: "ne décide pour personne",
    pick: "Attacher à quoi",
    token: "Token API Nightly export",
    enforce: (version: number) => `Appliquer la version ${version}`,
    enforced: (version: number) => `Version ${version} de tickets-only appliquée`,
    trying: "Essai de tickets-only, version 4",
    wouldDeny: "aurait refusé 1 requête",
    which: "pour quel token",
    scopes: "Scopes demandés",
    denied: "✕ Refusé\u00a0: règle",
  },
} as const;

let machine: Machine;
let server: TestServer;
let admin: SignedUp;
let desk: HelpDesk;
let terminal: TerminalDriver | undefined;

beforeEach(async () => {
  machine = await makeMachine();
  server = await startServer({ clock: "system" });
  admin = await server.signUp();
  const settings = { apiTokenAccess: true, resources: ["tickets"] };
  const updateMask = { paths: ["api_token_access", "resources"] };
  await server.calls.settings.UpdateSettings({ settings, updateMask }, admin.metadata);
  desk = await HelpDesk.open(server, admin);
});
afterEach(async () => {
  await terminal?.close();
  await desk.close();
  await server.stop();
  await machine.remove();
});

test.for([
  ["en", 80, 24, "the Node middleware"],
  ["fr", 120, 40, "nginx"],
] as const)(
  "in %s at %ix%i, of a help desk behind %s: who may see what is written, tried, enforced and explained by keys",
  async ([language, columns, rows, front], { skip }) => {
    skip(front === "nginx" && !HAS_NGINX, "nginx is not installed");
    const url = await (front === "nginx" ? desk.behindNginx() : desk.behindMiddleware());
    const words = WORDS[language];
    const apiToken = { description: "Nightly export" };
    const parent = await server.calls.apiTokens.CreateApiToken({ apiToken }, admin.metadata);
    const metadataOf = (secret: string) => basic(admin.adminEmail, secret);
    const authorizationOf = (secret: string) => String(metadataOf(secret).get("authorization")[0]);
    const ask = (path: string, secret = parent.secret) => desk.ask(`${url}${path}`, authorizationOf(secret));
    const screen = await signIn(language, columns, rows);

    // Tickets, and no reports: what the example of a new policy says.
    screen.press("8");
    await screen.waitFor(words.none);
    screen.press("n");
    await screen.waitFor(words.well);
    screen.press("ctrl-s");
    await screen.waitFor("+ name: tickets-only");
    screen.press("enter");
    await screen.waitFor(words.saved(1));
    screen.press("A");
    await screen.waitFor(words.nothing);
    screen.press("n");
    await screen.waitFor((now) => now.includes(words.pick) && now.includes(words.token));
    screen.type("nightly\r");
    await screen.waitFor((now) => now.includes(`> ${words.token}`) && !now.includes(words.pick));
    screen.press("escape");
    expect((await ask("/api/reports")).status).toBe(200);
    await enforce(screen, words, 1);
    expect((await ask("/api/tickets/1")).body).toEqual({ ticket: TICKET });
    expect((await ask("/api/reports")).status).toBe(403);

    // Without the requester's e-mail: in a single object, in a list, and nested.
    await change(screen, words, 2, [9, "  - effect: deny\n    response_fields: ['**.email']\n"]);
    await enforce(screen, words, 2);
    const { email: _, ...jane } = JANE;
    const ticket = { ...TICKET, requester: jane, comments: [{ body: "Help", author: jane }] };
    expect((await ask("/api/tickets/1")).body).toEqual({ ticket });
    expect((await ask("/api/tickets")).body).toEqual({ tickets: [ticket, { ...ticket, id: 2 }], count: 2 });

    // A token that a token made is under the same policy, and shows it.
    const making = "  - effect: allow\n    grpc_methods: [latchkey.v1.ApiTokenService/CreateApiToken]\n";
    await change(screen, words, 3, [12, making]);
    await enforce(screen, words, 3);
    const child = await server.calls.apiTokens.CreateApiToken(
      { apiToken: { description: "Made by a token" } },
      metadataOf(parent.secret),
    );
    expect((await ask("/api/tickets", child.secret)).status).toBe(200);
    expect((await ask("/api/reports", child.secret)).status).toBe(403);
    screen.press("3");
    await screen.waitFor("Made by a token");
    screen.type("/made\r");
    await screen.waitFor((now) => !now.includes("Nightly export"));
    screen.press("P");
    await screen.waitFor("[x] tickets-only");
    screen.press("escape");
    screen.press("8");

    // From other addresses only; and back, with one key.
    const elsewhere = "    ip_ranges: [203.0.113.0/24]\n";
    await change(screen, words, 4, [4, elsewhere], [13, "    source_ip: 203.0.113.9\n"]);
    await enforce(screen, words, 4);
    expect((await ask("/api/tickets")).status).toBe(403);
    screen.press("u");
    await screen.waitFor(words.enforced(3));
    expect((await ask("/api/tickets")).status).toBe(200);

    // The same again: tried first, then enforced.
    screen.press("d");
    await screen.waitFor(words.trying);
    expect((await ask("/api/tickets")).status).toBe(200);
    if (front !== "nginx") {
      // A verifier that reports no uses decides by itself; the server counts what it is asked.
      const authorization = authorizationOf(parent.secret);
      const question = { authorization, method: "GET", path: "/api/tickets", sourceIp: "127.0.0.1" };
      await server.calls.authentication.Authenticate(question, admin.metadata);
    }
    screen.press("t");
    await eventually(() => {
      screen.press("r");
      expect(screen.screen()).toContain(words.wouldDeny);
      expect(screen.screen()).toContain("1×  GET /api/tickets");
    });
    screen.press("f");
    await screen.waitFor(words.enforce(4));
    screen.press("y");
    await screen.waitFor(words.enforced(4));
    expect((await ask("/api/tickets")).status).toBe(403);

    // And why that is so.
    screen.press("W");
    await screen.waitFor((now) => now.includes(words.which) && now.includes("Nightly export"));
    screen.type("nightly\r");
    await screen.waitFor(words.scopes);
    screen.press("tab");
    screen.type("api/tickets");
    screen.press("ctrl-s");
    await screen.waitFor((now) => now.includes(words.denied) && now.includes("(tickets-only, version 4)"));
    screen.press("escape");
    screen.press("q");
    expect((await screen.exited).exitCode).toBe(0);
  },
);

type Words = (typeof WORDS)[keyof typeof WORDS];

/** Enforces the newest version of the selected policy. */
async function enforce(screen: TerminalDriver, words: Words, version: number): Promise<void> {
  screen.press("f");
  await screen.waitFor(words.enforce(version));
  screen.press("y");
  await screen.waitFor(words.enforced(version));
}

/** Puts lines into the text of the selected policy, each so many lines further down, and saves that. */
async function change(
  screen: TerminalDriver,
  words: Words,
  version: number,
  ...edits: readonly [down: number, lines: string][]
): Promise<void> {
  screen.press("e");
  await screen.waitFor((now) => now.includes("statements:") && now.includes(words.well));
  for (const [down, lines] of edits) {
    for (let row = 0; row < down; row++) screen.press("down");
    screen.paste(lines);
    await screen.waitFor(lines.split("\n")[0]?.trim() ?? "");
  }
  screen.press("ctrl-s");
  const changed = edits.map(([, lines]) => `+ ${lines.split("\n")[0]}`);
  await screen.waitFor((now) => changed.every((line) => now.includes(line)) && now.includes(words.well));
  screen.press("enter");
  await screen.waitFor(words.saved(version));
}

async function signIn(language: keyof typeof WORDS, columns: number, rows: number): Promise<TerminalDriver> {
  const env = { ...machine.env, LANG: WORDS[language].lang };
  const argv = [PROGRAM, "tui", "--server", server.address];
  terminal = TerminalDriver.start(process.execPath, argv, { columns, rows, env });
  await terminal.waitFor(WORDS[language].signIn);
  terminal.press("tab");
  terminal.type(`${admin.adminEmail}\t${admin.adminPassword}\r`);
  await terminal.waitFor(WORDS[language].live);
  return terminal;
}
