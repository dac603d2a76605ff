import { describe, expect, test } from "vitest";
import { CallFailure } from "../../../tui/client/failure.js";
import { measure } from "../../../tui/components/fit.js";
import { Screen } from "../../../tui/screens/screen.js";
import { makeApiToken, makeAuditEvent, makeUser, NOW, Person } from "../../support/tui-person.js";
import { type KnownScreen, renderScreen, SIZES, testScreens } from "../../support/tui-screen.js";

const TOKENS = [
  makeApiToken("tok_1", {
    description: "nightly export",
    lastUse: { time: new Date(NOW - 180_000), email: "bob@example.com", sourceIp: "10.0.0.1", count: 1234 },
  }),
  makeApiToken("tok_2", {
    description: "日本語のトークン",
    state: "DEACTIVATED",
    deactivationCause: "INACTIVITY",
  }),
  makeApiToken("tok_3", {
    description: "evil\x1b[2Jname",
    state: "EXPIRED",
    expireTime: new Date(NOW - 1000),
  }),
];

/** Every screen there is, by what a person does to come to it, and words to be found on it in both languages. */
const SCREENS: KnownScreen[] = [
  ["looking for the server", () => {}, "Looking for the server", "Recherche du serveur"],
  [
    "a server that is not trusted",
    (ada) => {
      const message =
        "No connection established. Last error: Error: self-signed certificate. Resolution note: ";
      const effect = { type: "read-setup-state" } as const;
      ada.see({ type: "call-failed", effect, failure: new CallFailure({ code: "UNAVAILABLE", message }) });
    },
    "Start with --ca FILE",
    "Lancez avec",
  ],
  [
    "welcome",
    (ada) => ada.see({ type: "setup-state-read", setupRequired: true }),
    "Welcome to Latchkey",
    "Bienvenue dans Latchkey",
  ],
  [
    "first account",
    (ada) => {
      ada.see({ type: "setup-state-read", setupRequired: true });
      ada.press("enter");
    },
    "Account id",
    "Identifiant du compte",
  ],
  [
    "sign in",
    (ada) => ada.see({ type: "setup-state-read", setupRequired: false }),
    "Password",
    "Mot de passe",
  ],
  [
    "overview",
    (ada) => {
      const soon = makeApiToken("tok_9", {
        description: "ends soon",
        expireTime: new Date(NOW + 86_400_000),
      });
      ada.enter([...TOKENS, soon]).goTo("overview");
      const usage = Array.from({ length: 168 }, (_, at) => ({
        startTime: new Date(NOW - (167 - at) * 3_600_000),
        apiTokenUses: at,
        accessTokenUses: at % 3,
        sessionUses: 0,
        refusals: at % 50 === 0 ? 1 : 0,
      }));
      const denial = makeAuditEvent("evt_9", { action: "session.sign_in_refused", resourceLabel: "eve" });
      ada.see({ type: "overview-read", usage, denials: [denial], users: 3 });
      ada.press("j");
    },
    "ends soon",
    "Refusé récemment",
  ],
  [
    "an empty overview",
    (ada) => ada.enter().goTo("overview"),
    "Nothing was refused.",
    "Rien n’a été refusé.",
  ],
  ["settings", (ada) => ada.enter().goTo("settings"), "Access token", "Token d’accès"],
  ["API tokens", (ada) => ada.enter(TOKENS), "nightly export", "nightly export"],
  ["no API tokens", (ada) => ada.enter(), "No API tokens yet", "Aucun token API"],
  [
    "a token’s details",
    (ada) => ada.enter(TOKENS).press("enter", "enter"),
    "any verified user",
    "tout utilisateur vérifié",
  ],
  ["a new token", (ada) => ada.enter().press("n"), "New API token", "Nouveau token API"],
  ["a question", (ada) => ada.enter(TOKENS).press("d"), "> Cancel <", "> Annuler <"],
  [
    "a secret",
    (ada) =>
      ada
        .enter()
        .see({ type: "api-token-created", apiToken: makeApiToken("t"), secret: "lka_".padEnd(40, "x") }),
    "lka_".padEnd(40, "x"),
    "lka_".padEnd(40, "x"),
  ],
  [
    "users",
    (ada) => {
      ada.enter().goTo("users");
      const page = {
        items: [makeUser("usr_1", { suspended: true })],
        nextPageToken: undefined,
        totalSize: 1,
      };
      ada.see({ type: "page-read", list: "users", first: true, reading: ada.model.users.reading, page });
    },
    "usr_1@example.com",
    "usr_1@example.com",
  ],
  [
    "audit log",
    (ada) => {
      ada.enter().goTo("audit-log");
      const page = { items: [makeAuditEvent("evt_1")], nextPageToken: undefined };
      ada.see({
        type: "page-read",
        list: "audit-log",
        reading: ada.model.auditLog.reading,
        first: true,
        page,
      });
      ada.press("enter");
    },
    "description",
    "description",
  ],
  ["help", (ada) => ada.enter(TOKENS).press("?"), "deactivate", "désactiver"],
  ["commands", (ada) => ada.enter(TOKENS).press(":"), "Audit log", "Journal des audits"],
  [
    "a lost server",
    (ada) => ada.enter(TOKENS).see({ type: "watch-broken", failure: { code: "UNAVAILABLE" } as never }),
    "Server unreachable since",
    "Serveur injoignable depuis",
  ],
];

testScreens(SCREENS, [...SIZES, { columns: 300, rows: 60 }]);

describe("a screen", () => {
  test("shows what others wrote without obeying it", () => {
    const ada = new Person().enter(TOKENS);
    expect(renderScreen(Screen, ada.model).join("\n")).toContain("evil␛[2Jname");
  });

  test("tells states apart without colour, and marks the selected row", () => {
    const lines = renderScreen(Screen, new Person().enter(TOKENS).model);
    expect(lines.find((line) => line.includes("nightly"))).toMatch(/^> ● /);
    expect(lines.find((line) => line.includes("日本語"))).toMatch(/^ {2}○ /);
    expect(lines.find((line) => line.includes("evil"))).toMatch(/^ {2}✕ /);
  });

  test("keeps columns in line under wide letters", () => {
    const lines = renderScreen(Screen, new Person().enter(TOKENS).model);
    const columns = lines
      .filter((line) => line.includes("lka_"))
      .map((line) => measure(line.slice(0, line.indexOf("lka_"))));
    expect(new Set(columns).size).toBe(1);
  });

  test("never shows more rows than there is room for", () => {
    const many = Array.from({ length: 2000 }, (_, at) => makeApiToken(`tok_${at}`));
    const ada = new Person().enter(many);
    ada.press("G");
    const lines = renderScreen(Screen, ada.model);
    expect(lines).toHaveLength(24);
    expect(lines.join("\n")).toContain("> ● tok_1999");
    expect(lines.join("\n")).toContain("2,000 of 2,000, at most 256");
  });

  test("names are as they were written, and what is told begins as a sentence", () => {
    const ada = new Person().enter([makeApiToken("tok_1", { description: "nightly" })]);
    ada.press("a");
    expect(renderScreen(Screen, ada.model)[0]).toContain("Audit log › nightly");
    ada.press("escape", "space", "d", "y");
    const event = {
      type: "api-token-changed",
      by: "deactivate-api-token",
      apiToken: makeApiToken("tok_1"),
    } as const;
    ada.see({ type: "bulk-advanced", job: 1, outcomes: [{ id: "tok_1", event }], over: true });
    expect(renderScreen(Screen, ada.model).join("\n")).toContain("✓ Deactivate 1 API token: done.");
  });

  test("too small says so", () => {
    const ada = new Person({}, { columns: 39, rows: 12 }).enter();
    expect(renderScreen(Screen, ada.model).join("\n")).toContain("Too small: 39x12");
  });
});
