import { describe, expect, test } from "vitest";
import { en, type MessageKey } from "../../../tui/messages/en.js";
import { formatNumber, formatRelative } from "../../../tui/messages/format.js";
import { fr } from "../../../tui/messages/fr.js";
import { say } from "../../../tui/messages/say.js";
import { words } from "../../../tui/state/words.js";

const KEYS = Object.keys(en) as MessageKey[];

/** What is the same in both languages and meant to be. */
const SAME = new Set<string>([
  "plain",
  "users.label",
  "tokens.detail.id",
  "users.detail.id",
  "tokens.detail.scopes",
  "field.scopes",
  "field.description",
  "column.description",
  "column.hint",
  "column.email",
  "duration.minute",
  "column.action",
  "role.AGENT",
  "actor.SESSION",
  "actor.API_TOKEN",
  "actor.UNKNOWN",
  "count.sessions",
  "secret.use-example",
  "secret.bearer-example",
  "tabs.api-tokens.short",
  "tabs.oauth-clients.short",
  "keys.secrets",
  "column.identifier",
  "column.client",
  "column.scopes",
  "clients.label",
  "client-kind.PUBLIC",
  "grant-type.AUTHORIZATION_CODE",
  "grant-type.REFRESH_TOKEN",
  "grant-type.CLIENT_CREDENTIALS",
  "field.logo",
  "secrets.title",
  "secrets.source",
  "access.label",
  "access-origin.REFRESH_TOKEN",
  "field.token-client",
  "field.refresh",
  "field.user-code",
  "place.confirm",
  "export.json",
  "field.export-format",
  "key.tab",
  "keys.versions",
  "policies.version",
  "policies.detail.tests",
  "policies.grpc",
  "layer.scopes",
  "explanation.by",
  "layer.client",
  "field.with-email",
]);

const forms = (message: string | { one: string; other: string }) =>
  typeof message === "string" ? [message] : [message.one, message.other];

describe("messages", () => {
  test("are the same in both languages", () => expect(Object.keys(fr).sort()).toEqual([...KEYS].sort()));

  test("are translated", () => {
    const same = KEYS.filter((key) => JSON.stringify(en[key]) === JSON.stringify(fr[key]));
    expect(same.filter((key) => !SAME.has(key))).toEqual([]);
  });

  test("take the same parameters in both languages", () => {
    const params = (message: string | { one: string; other: string }) =>
      [...new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
    for (const key of KEYS) expect(params(fr[key]), key).toEqual(params(en[key]));
  });

  test("keep French typography: typographic apostrophes, no-break spaces before double signs", () => {
    for (const key of KEYS) {
      for (const form of forms(fr[key])) {
        if (!key.endsWith("-example")) expect(form, key).not.toMatch(/'/);
        expect(form, key).not.toMatch(/ [:;!?»]|« /);
        expect(form, key).not.toMatch(/\bjetons?\b/i);
      }
    }
  });
});

describe("say", () => {
  test("puts parameters in, numbers and words in the language", () => {
    expect(say("en", words("why.limit", { max: 2048 }))).toContain("2,048");
    expect(say("fr", words("why.limit", { max: 2048 }))).toContain("2\u202f048");
    const label = words("tokens.unnamed", { hint: "lka_x…" });
    expect(say("fr", words("notice.token-deleted", { label }))).toContain("(sans description)");
  });

  test("picks the plural of the language", () => {
    expect(say("en", words("count.sessions", { count: 0 }))).toBe("0 sessions");
    expect(say("fr", words("count.sessions", { count: 0 }))).toBe("0 session");
    expect(say("fr", words("count.sessions", { count: 2 }))).toBe("2 sessions");
  });
});

test("moments are told from now, in the largest whole unit", () => {
  const now = Date.UTC(2026, 0, 10);
  const at = (seconds: number) => formatRelative("en", new Date(now + seconds * 1000), now);
  expect(at(-80)).toBe("1 min ago");
  expect(at(-3 * 86_400)).toBe("3 days ago");
  expect(at(7200)).toMatch(/^in 2 h/);
  expect(formatRelative("fr", new Date(now - 120_000), now)).toContain("il y a 2");
  // Months and years in full: `m.` could be minutes.
  expect(formatRelative("fr", new Date(now - 61 * 86_400_000), now)).toBe("il y a 2 mois");
  expect(formatRelative("fr", new Date(now + 800 * 86_400_000), now)).toBe("dans 2 ans");
  expect(formatNumber("en", 12_345)).toBe("12,345");
});

test("why a key does nothing can be read on a narrow screen", () => {
  const ROOM = 76;
  const why = KEYS.filter((key) => key.startsWith("why."));
  expect(why.length).toBeGreaterThan(10);
  for (const key of why)
    for (const catalogue of [en, fr]) expect(`${catalogue[key]}`.length, key).toBeLessThanOrEqual(ROOM);
});
