import { describe, expect, test } from "vitest";
import type { ApiToken } from "../../../tui/client/api-tokens.js";
import { CallFailure } from "../../../tui/client/failure.js";
import { writeCsv } from "../../../tui/state/export-form.js";
import { listEnding } from "../../../tui/state/overview.js";
import {
  makeApiToken,
  makeAuditEvent,
  makeSettings,
  makeUser,
  NOW,
  Person,
} from "../../support/tui-person.js";

const TOKENS = ["a", "b", "c", "d"].map((id) => makeApiToken(id));

/** What becomes of a change to many when every call succeeds but those named. */
function settle(ada: Person, refused: readonly string[] = [], over = true) {
  const effect = ada.effects.findLast((candidate) => candidate.type === "bulk");
  if (effect?.type !== "bulk") return expect.unreachable();
  const failure = new CallFailure({ code: "NOT_FOUND", reason: "RESOURCE_NOT_FOUND", message: "gone" });
  return ada.see({
    type: "bulk-advanced",
    job: effect.job,
    over,
    outcomes: effect.writes.map(({ id, write }) => {
      if (refused.includes(id)) return { id, failure };
      const apiToken = makeApiToken(id, {
        state: write.type.startsWith("deactivate") ? "DEACTIVATED" : "ACTIVE",
      });
      return write.type === "delete-api-token"
        ? { id, event: { type: "api-token-deleted", apiToken } }
        : { id, event: { type: "api-token-changed", by: write.type, apiToken } };
    }),
  });
}

describe("marks", () => {
  test("space marks and goes on, v marks up to here, * marks all or none, Escape takes them away", () => {
    const ada = new Person().enter(TOKENS);
    ada.press("space");
    expect([...ada.model.apiTokens.marked]).toEqual(["a"]);
    expect(ada.model.apiTokens.selectedId).toBe("b");
    ada.press("j", "v");
    expect([...ada.model.apiTokens.marked]).toEqual(["a", "b", "c"]);
    ada.press("*");
    expect(ada.model.apiTokens.marked.size).toBe(4);
    ada.press("*");
    expect(ada.model.apiTokens.marked.size).toBe(0);
    ada.press("*", "escape");
    expect(ada.model.apiTokens.marked.size).toBe(0);
  });

  test("a mark goes with its item, and stays through filtering and sorting", () => {
    const ada = new Person().enter(TOKENS);
    ada.press("space", "space", "/", "d", "enter", "s");
    expect([...ada.model.apiTokens.marked]).toEqual(["a", "b"]);
    ada.see({ type: "api-token-deleted", apiToken: makeApiToken("a") });
    expect([...ada.model.apiTokens.marked]).toEqual(["b"]);
  });
});

describe("a change to many", () => {
  test("is done only when the number was typed, and tells of each that was refused", () => {
    const ada = new Person().enter(TOKENS);
    ada.press("space", "space", "space", "x");
    expect(ada.press("y", "enter").map(({ type }) => type)).not.toContain("bulk");
    ada.press("backspace", "3");
    expect(ada.press("enter")).toMatchObject([
      { type: "bulk", writes: [{ id: "a" }, { id: "b" }, { id: "c", write: { type: "delete-api-token" } }] },
    ]);
    expect(ada.press("escape", "x", "enter").map(({ type }) => type)).not.toContain("bulk");
    settle(ada, ["b"]);
    expect(ada.model.apiTokens.rows.map(({ id }) => id)).toEqual(["b", "d"]);
    expect(ada.model.busy).toBeUndefined();
    expect(ada.model.bulk?.items.map(({ state }) => state)).toEqual(["done", "failed", "done"]);
    expect(ada.model.notice).toMatchObject({ kind: "bad", words: { key: "bulk.done-partly" } });
  });

  test("can be stopped, and closing its window does not stop it", () => {
    const ada = new Person().enter(TOKENS);
    ada.press("*", "d", "y");
    expect(ada.press("s")).toEqual([{ type: "stop-bulk" }]);
    expect(ada.press("escape")).toEqual([]);
    expect(ada.model.dialog).toBeUndefined();
    expect(ada.model.busy).toBe("bulk");
  });

  test("deactivates those that are active, and can be taken back as a whole", () => {
    const ada = new Person().enter([...TOKENS.slice(0, 2), makeApiToken("off", { state: "DEACTIVATED" })]);
    ada.press("*", "d");
    expect(ada.press("y")).toMatchObject([{ writes: [{ id: "a" }, { id: "b" }] }]);
    settle(ada, ["b"]);
    ada.press("enter");
    expect(ada.press("u")).toMatchObject([
      { type: "bulk", writes: [{ id: "a", write: { type: "reactivate-api-token" } }] },
    ]);
  });
});

describe("undo", () => {
  test("takes the last change back for ten seconds, and not after", () => {
    const ada = new Person().enter([makeApiToken("tok_1", { etag: "e1" })]);
    ada.press("d", "y");
    const apiToken = makeApiToken("tok_1", { state: "DEACTIVATED", etag: "e2" });
    ada.see({ type: "api-token-changed", by: "deactivate-api-token", apiToken });
    expect(ada.press("u")).toEqual([{ type: "reactivate-api-token", id: "tok_1", etag: "e2" }]);
    ada.see({ type: "api-token-changed", by: "reactivate-api-token", apiToken });
    ada.now += 10_000;
    ada.see({ type: "timer", name: "undo" });
    expect(ada.press("u").filter(({ type }) => type !== "start-timer")).toEqual([]);
    expect(ada.model.notice?.words.key).toBe("why.nothing-to-undo");
  });

  test("puts back what an edit and a switch changed, and nothing else", () => {
    const before = makeApiToken("tok_1", { description: "old", scopes: ["read"] });
    const ada = new Person().enter([before]);
    const apiToken = { ...before, description: "new", etag: "e2" };
    ada.press("e", "ctrl-u");
    ada.type("new");
    ada.press("ctrl-s");
    ada.see({ type: "api-token-changed", by: "update-api-token", apiToken });
    expect(ada.press("u")).toMatchObject([{ type: "update-api-token", values: { description: "old" } }]);
    ada.see({ type: "api-token-changed", by: "update-api-token", apiToken: before });
    ada.goTo("settings");
    ada.press("j", " ");
    const settings = makeSettings({ oauthAccess: true, etag: "e2" });
    // The watch may tell of the change before its own answer comes.
    ada.see({ type: "settings-read", settings });
    ada.see({ type: "settings-updated", settings });
    expect(ada.press("u")).toEqual([
      { type: "update-settings", changes: { oauthAccess: false }, etag: "e2" },
    ]);
  });
});

describe("what is related", () => {
  test("a token’s events are one key away, and Escape leads back", () => {
    const ada = new Person().enter([makeApiToken("tok_1", { description: "nightly" })]);
    expect(ada.press("a")).toMatchObject([
      {
        type: "read-page",
        list: "audit-log",
        filter: 'actor.credential_id = "tok_1" OR resource_id = "tok_1"',
      },
    ]);
    expect(ada.model.auditLog.scope?.label).toBe("nightly");
    const page = { items: [makeAuditEvent("evt_1")], nextPageToken: undefined };
    ada.see({ type: "page-read", list: "audit-log", first: true, reading: ada.model.auditLog.reading, page });
    ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent("evt_2", { resourceId: "tok_2" }) });
    expect(ada.model.auditLog.rows.map(({ id }) => id)).toEqual(["evt_1"]);
    ada.press("escape");
    expect(ada.model.tab).toBe("api-tokens");
    expect(ada.goTo("audit-log")).toMatchObject([{ list: "audit-log", filter: "" }]);
  });

  test("from an event to the token it is about, to who used it, to their tokens, and all the way back", () => {
    const lastUse = { time: new Date(NOW), email: "bob@example.com", sourceIp: "", count: 1 };
    const ada = new Person().enter([makeApiToken("tok_1", { lastUse })]);
    ada.goTo("audit-log");
    const page = { items: [makeAuditEvent("evt_1")], nextPageToken: undefined };
    ada.see({ type: "page-read", list: "audit-log", first: true, reading: ada.model.auditLog.reading, page });
    expect(ada.press("o")).toMatchObject([{ list: "api-tokens", filter: 'id = "tok_1"' }]);
    const token = makeApiToken("tok_1", { lastUse });
    ada.see({
      type: "page-read",
      list: "api-tokens",
      first: true,
      reading: ada.model.apiTokens.reading,
      page: { items: [token], nextPageToken: undefined },
    });
    expect(ada.press("w")).toMatchObject([{ list: "users", filter: 'email = "bob@example.com"' }]);
    const items = [makeUser("bob")];
    ada.see({
      type: "page-read",
      list: "users",
      first: true,
      reading: ada.model.users.reading,
      page: { items, nextPageToken: undefined },
    });
    expect(ada.model.users.rows.map(({ id }) => id)).toEqual(["bob"]);
    expect(ada.press("t")).toMatchObject([
      {
        list: "api-tokens",
        filter: 'creator_user_id = "bob" OR bound_user_id = "bob" OR last_use.email = "bob@example.com"',
      },
    ]);
    ada.press("escape");
    expect(ada.model.tab).toBe("users");
    ada.press("escape");
    expect(ada.model.tab).toBe("api-tokens");
    expect(ada.model.apiTokens.scope).toBeUndefined();
    expect(ada.model.apiTokens.rows.map(({ id }) => id)).toEqual(["tok_1"]);
  });
});

describe("what somebody else changed", () => {
  test("in a long list only the item is read again", () => {
    const many = Array.from({ length: 300 }, (_, at) => makeApiToken(`tok_${at}`));
    const ada = new Person().enter(many);
    ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent("evt_1", { resourceId: "tok_7" }) });
    expect(ada.see({ type: "timer", name: "reload" })).toEqual([
      { type: "read-item", list: "api-tokens", id: "tok_7" },
    ]);
    ada.see({
      type: "item-read",
      list: "api-tokens",
      item: makeApiToken("tok_7", { description: "renamed" }),
    });
    const named = (token: ApiToken | undefined) => token?.description;
    expect(named(ada.model.apiTokens.items[7])).toBe("renamed");
    ada.fail({ type: "read-item", list: "api-tokens", id: "tok_8" }, "NOT_FOUND", "RESOURCE_NOT_FOUND");
    expect(ada.model.apiTokens.items).toHaveLength(299);
  });
});

describe("export", () => {
  test("writes what is listed, by the names of the contract, and says where", () => {
    const ada = new Person().enter([makeApiToken("tok_1"), makeApiToken("tok_2")]);
    ada.press("space", "ctrl-s", "tab", "right");
    const [effect] = ada.press("ctrl-s");
    if (effect?.type !== "export") return expect.unreachable();
    expect(effect.path).toBe("api-tokens-2026-11-24.csv");
    expect(effect.text.split("\r\n")).toHaveLength(3);
    expect(effect.text).toMatch(/^id,description,secret_hint,state,/);
    ada.see({ type: "export-failed", problem: "exists", message: "" });
    expect(ada.model.dialog).toMatchObject({
      form: { fields: [{ error: { key: "export.failed-exists" } }, {}] },
    });
    ada.press("ctrl-s");
    ada.see({ type: "exported", path: "/tmp/x.csv", count: 1 });
    expect(ada.model.dialog).toBeUndefined();
    expect(ada.model.messages.at(-1)?.words.key).toBe("notice.exported");
  });

  test("no cell of a CSV file is run as a formula, and none breaks its row", () => {
    expect(
      writeCsv([{ a: '=cmd|"x"', b: "1,2\n3", c: -4, d: undefined, e: ["x", "y"], f: new Date(0) }]),
    ).toBe('a,b,c,d,e,f\r\n"\'=cmd|""x""","1,2\n3",-4,,x y,1970-01-01T00:00:00.000Z\r\n');
  });
});

test("what was told can be read again, hints left out", () => {
  const ada = new Person().enter([makeApiToken("tok_1")]);
  ada.see({ type: "api-token-deleted", apiToken: makeApiToken("tok_1") });
  ada.press("x", "M");
  expect(ada.model.dialog?.kind).toBe("messages");
  expect(ada.model.messages.map(({ words }) => words.key)).toEqual(["notice.token-deleted"]);
});

test("who is no administrator is told why a key does nothing", () => {
  const ada = new Person().enter([makeApiToken("tok_1")]);
  ada.model = { ...ada.model, owner: ada.model.owner && { ...ada.model.owner, role: "AGENT" } };
  ada.press("x");
  expect(ada.model.notice?.words.key).toBe("why.role");
});

describe("the overview", () => {
  test("leads to what it shows", () => {
    const soon = makeApiToken("tok_9", { expireTime: new Date(NOW + 86_400_000) });
    const idle = makeApiToken("tok_8", { inactivityDeactivateTime: new Date(NOW + 3600_000) });
    const late = makeApiToken("tok_7", { expireTime: new Date(NOW + 30 * 86_400_000) });
    const ada = new Person().enter([soon, idle, late]);
    ada.goTo("overview");
    expect(listEnding(ada.model).map(({ token, why }) => [token.id, why])).toEqual([
      ["tok_8", "idle"],
      ["tok_9", "expires"],
    ]);
    expect(ada.press("j", "j", "enter")).toMatchObject([{ list: "api-tokens", filter: 'id = "tok_8"' }]);
    expect(ada.model.tab).toBe("api-tokens");
    // The overview goes by the whole list, and the whole list is there again at once.
    expect(listEnding(ada.model)).toHaveLength(2);
    expect(ada.press("escape")).toEqual([]);
    expect(ada.model.tab).toBe("overview");
    expect(ada.model.apiTokens.rows).toHaveLength(3);
    ada.press("g", "enter");
    expect(ada.model.tab).toBe("settings");
  });

  test("is read again when something is refused, and every minute", () => {
    const ada = new Person().enter();
    ada.goTo("overview");
    const refusal = makeAuditEvent("evt_5", { action: "session.sign_in_refused", resourceType: "session" });
    ada.see({ type: "audit-event-seen", auditEvent: refusal });
    expect(ada.see({ type: "timer", name: "reload" })).toContainEqual({ type: "read-overview" });
    expect(ada.see({ type: "timer", name: "minute" })).toContainEqual({ type: "read-overview" });
  });
});
