import { describe, expect, test } from "vitest";
import { CallFailure } from "../../../tui/client/failure.js";
import { measure } from "../../../tui/components/fit.js";
import { Screen } from "../../../tui/screens/screen.js";
import type { Event } from "../../../tui/state/event.js";
import type { ListId } from "../../../tui/state/lists.js";
import { makeAccessToken, makeClientSecret, makeOAuthClient } from "../../support/oauth-things.js";
import { makeAccessPolicy, makeStatement } from "../../support/policy-things.js";
import { makeApiToken, makeAuditEvent, makeUser, NOW, Person } from "../../support/tui-person.js";
import { renderScreen } from "../../support/tui-screen.js";

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 12 },
];

/** As long as the contract allows and longer, with everything that has ever broken a column. */
const LONG = `${"日本語の説明 ".repeat(20)}e\u0301\u0301\u0301 👩‍👩‍👧‍👦 \u202eevil\x1b[31m ${"x".repeat(400)}`;

/** An item of each list, ordinary or over-long. */
const MAKERS = {
  "api-tokens": (id: string, long: boolean) =>
    makeApiToken(id, {
      description: long ? LONG : `token ${id}`,
      ...(long && {
        creatorEmail: `${"a".repeat(64)}@${"b".repeat(180)}.example`,
        scopes: Array.from({ length: 100 }, (_, at) => `resource_${at}:read`),
        lastUse: { time: new Date(NOW), email: LONG, sourceIp: LONG, count: Number.MAX_SAFE_INTEGER },
      }),
    }),
  "oauth-clients": (id: string, long: boolean) =>
    makeOAuthClient(id, {
      name: long ? LONG : `client ${id}`,
      ...(long && {
        description: LONG,
        company: LONG,
        logoUrl: LONG,
        creatorEmail: LONG,
        redirectUris: Array.from({ length: 20 }, () => LONG),
        allowedScopes: Array.from({ length: 100 }, (_, at) => `resource_${at}:read`),
        secrets: [makeClientSecret(), makeClientSecret({ expireTime: new Date(NOW), useCount: 1e15 })],
      }),
    }),
  "access-tokens": (id: string, long: boolean) =>
    makeAccessToken(id, {
      clientName: long ? LONG : `client ${id}`,
      ...(long && {
        clientIdentifier: LONG,
        userEmail: LONG,
        scopes: Array.from({ length: 100 }, (_, at) => `resource_${at}:read`),
        lastUse: { time: new Date(NOW), sourceIp: LONG, count: Number.MAX_SAFE_INTEGER },
      }),
    }),
  users: (id: string, long: boolean) =>
    makeUser(id, {
      name: long ? LONG : `user ${id}`,
      ...(long && { email: `${"a".repeat(64)}@example.com` }),
    }),
  "audit-log": (id: string, long: boolean) =>
    makeAuditEvent(id, {
      resourceLabel: long ? LONG : `event ${id}`,
      changes: Array.from({ length: long ? 40 : 1 }, () => ({ field: LONG, before: LONG, after: LONG })),
    }),
  "access-policies": (id: string, long: boolean) =>
    makeAccessPolicy(id, {
      name: long ? "x".repeat(64) : `policy ${id}`,
      ...(long && {
        description: LONG,
        creatorEmail: LONG,
        statements: Array.from({ length: 20 }, () =>
          makeStatement({ description: LONG, paths: [LONG, LONG], responseFields: [LONG] }),
        ),
        latestVersion: Number.MAX_SAFE_INTEGER,
        attachmentCount: Number.MAX_SAFE_INTEGER,
      }),
    }),
} satisfies Record<ListId, (id: string, long: boolean) => { id: string }>;

const LISTS = Object.keys(MAKERS) as ListId[];

/** A person on a list tab of which nothing has come yet. */
function open(list: ListId, language: "en" | "fr", size: { columns: number; rows: number }): Person {
  const ada = new Person({ language }, size).enter([], { oauthAccess: true });
  ada.goTo(list);
  if (list === "api-tokens") ada.press("r");
  return ada;
}

function readingOf(ada: Person, list: ListId): number {
  const { apiTokens, oauthClients, accessTokens, users, auditLog, accessPolicies } = ada.model;
  const lists = {
    "api-tokens": apiTokens,
    "oauth-clients": oauthClients,
    "access-tokens": accessTokens,
    users,
    "audit-log": auditLog,
    "access-policies": accessPolicies,
  };
  return lists[list].reading;
}

function give(ada: Person, list: ListId, items: readonly { id: string }[], nextPageToken?: string): void {
  const page = { items, nextPageToken, totalSize: nextPageToken === undefined ? items.length : 1000 };
  ada.see({ type: "page-read", list, first: true, reading: readingOf(ada, list), page } as unknown as Event);
}

function fail(ada: Person, list: ListId, code: "PERMISSION_DENIED" | "UNAVAILABLE"): void {
  const effect = {
    type: "read-page",
    list,
    reading: readingOf(ada, list),
    pageToken: undefined,
    filter: "",
  } as const;
  ada.see({ type: "call-failed", effect, failure: new CallFailure({ code, message: "no" }) });
}

/** Every state a list can be in, how it comes to it, and words that tell it from all others. */
const STATES: [string, (ada: Person, list: ListId) => void, Record<"en" | "fr", RegExp>][] = [
  ["one", (ada, list) => give(ada, list, [MAKERS[list]("one", false)]), { en: /one/, fr: /one/ }],
  [
    "many",
    (ada, list) => {
      give(
        ada,
        list,
        Array.from({ length: 500 }, (_, at) => MAKERS[list](`i${at}`, false)),
      );
      ada.press("G", "k", "ctrl-u");
    },
    { en: /500 of 500/, fr: /500 sur 500/ },
  ],
  [
    "over-long",
    (ada, list) =>
      give(
        ada,
        list,
        Array.from({ length: 30 }, (_, at) => MAKERS[list](`i${at}`, true)),
      ),
    { en: /…/, fr: /…/ },
  ],
  [
    "over-long details",
    (ada, list) => {
      give(ada, list, [MAKERS[list]("i", true)]);
      ada.press("enter", "pagedown", "enter", "pagedown");
    },
    { en: /[\s\S]/, fr: /[\s\S]/ },
  ],
  [
    "filtered to nothing",
    (ada, list) => {
      give(ada, list, [MAKERS[list]("one", false)]);
      ada.press("/", "z", "z", "z", "enter");
    },
    { en: /Nothing matches/, fr: /Rien ne correspond/ },
  ],
  ["failed", (ada, list) => fail(ada, list, "UNAVAILABLE"), { en: /Press r to try/, fr: /Appuyez sur r/ }],
  [
    "denied",
    (ada, list) => fail(ada, list, "PERMISSION_DENIED"),
    { en: /⊘ You may not/, fr: /⊘ Votre rôle/ },
  ],
];

describe.each(SIZES)("at $columns x $rows", (size) => {
  describe.each(["en", "fr"] as const)("in %s", (language) => {
    describe.each(LISTS)("%s", (list) => {
      test.each(STATES)("%s", (_, prepare, words) => {
        const ada = open(list, language, size);
        prepare(ada, list);
        const lines = renderScreen(Screen, ada.model);
        expect(lines).toHaveLength(size.rows);
        expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(size.columns);
        expect(lines.join("\n")).toMatch(words[language]);
        // Nothing that others wrote moves, colours or turns anything.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(lines.join("")).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      });
    });
  });
});

describe.each(["en", "fr"] as const)("in %s", (language) => {
  test("loading, empty, failed and denied are told apart", () => {
    const seen = LISTS.flatMap((list) => {
      const bodyOf = (ada: Person) => renderScreen(Screen, ada.model).slice(4, 10).join("\n");
      const fresh = () => open(list, language, { columns: 80, rows: 24 });
      const [loading, empty, failed, denied] = [fresh(), fresh(), fresh(), fresh()];
      give(empty, list, []);
      fail(failed, list, "UNAVAILABLE");
      fail(denied, list, "PERMISSION_DENIED");
      const bodies = [loading, empty, failed, denied].map(bodyOf);
      // API tokens that were read before stay while they are read again.
      return [new Set(list === "api-tokens" ? bodies.slice(1) : bodies).size];
    });
    expect(seen).toEqual([3, 4, 4, 4, 4, 4]);
  });

  test("while a long list is read, a line fills and the count says how far", () => {
    const ada = open("users", language, { columns: 100, rows: 24 });
    give(
      ada,
      "users",
      Array.from({ length: 500 }, (_, at) => makeUser(`usr_${at}`)),
      "more",
    );
    const lines = renderScreen(Screen, ada.model);
    expect(lines[2]).toBe("━".repeat(50) + "─".repeat(50));
    expect(lines.join("\n")).toContain(language === "en" ? "loading 500…" : "500");
  });
});
