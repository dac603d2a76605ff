import { describe, expect, test } from "vitest";
import { listMeanings } from "../../../tui/state/places.js";
import {
  makeApiToken,
  makeAuditEvent,
  makeSettings,
  makeUser,
  NOW,
  Person,
} from "../../support/tui-person.js";

describe("the first run", () => {
  test("goes from a name to an account, without the code when it was handed in", () => {
    const ada = new Person({ setupCode: "CODE" });
    expect(ada.see({ type: "started" })).toEqual([{ type: "read-setup-state" }]);
    ada.see({ type: "setup-state-read", setupRequired: true });
    ada.press("enter");
    ada.type("Example Shop");
    ada.press("enter", "enter");
    ada.type("ada@example.com");
    ada.press("enter");
    ada.type("correct horse");
    ada.press("enter");
    ada.type("correct horse");
    expect(ada.press("enter")).toEqual([
      {
        type: "create-account",
        account: {
          setupCode: "CODE",
          accountId: "example-shop",
          displayName: "Example Shop",
          adminEmail: "ada@example.com",
          adminPassword: "correct horse",
        },
      },
    ]);
    expect(ada.press("enter")).toEqual([]);
  });

  test("says at the field what is wrong, and stays there", () => {
    const ada = new Person({ setupCode: "CODE" });
    ada.see({ type: "setup-state-read", setupRequired: true });
    ada.press("enter");
    ada.type("!!");
    ada.press("ctrl-s");
    expect(ada.model.setup.step).toBe("account");
    expect(ada.model.setup.forms.account.fields[1]?.error?.key).toBe("error.account-id");
  });

  test("comes back to the step the server complained about", () => {
    const ada = new Person();
    ada.see({ type: "setup-state-read", setupRequired: true });
    ada.press("enter");
    ada.type("Example Shop");
    ada.press("ctrl-s");
    ada.type("ada@example.com");
    ada.press("tab");
    ada.type("correct horse");
    ada.press("tab");
    ada.type("correct horse");
    ada.press("ctrl-s");
    expect(ada.model.setup.step).toBe("code");
    ada.type("CODE");
    const [effect] = ada.press("enter");
    if (effect?.type !== "create-account") return expect.unreachable();
    ada.fail(effect, "ALREADY_EXISTS", "RESOURCE_EXISTS");
    expect(ada.model.setup.step).toBe("account");
    expect(ada.model.busy).toBeUndefined();
  });
});

describe("signing in", () => {
  test("counts the seconds of a throttled person, and sends nothing meanwhile", () => {
    const ada = new Person({ accountId: "example-shop", email: "ada@example.com" });
    ada.see({ type: "setup-state-read", setupRequired: false });
    ada.type("wrong");
    const [effect] = ada.press("enter");
    if (effect?.type !== "sign-in") return expect.unreachable();
    expect(effect).toMatchObject({ accountId: "example-shop", password: "wrong", readOnly: false });
    ada.fail(effect, "RESOURCE_EXHAUSTED", "SIGN_IN_THROTTLED", { retryDelaySeconds: 3 });
    ada.type("again");
    expect(ada.press("enter")).toEqual([]);
    ada.now += 3001;
    expect(ada.press("enter")).toMatchObject([{ type: "sign-in", password: "again" }]);
  });

  test("on a server that cannot store anything says so, and lets the person try again at once", () => {
    const ada = new Person({ accountId: "example-shop", email: "ada@example.com" });
    ada.see({ type: "setup-state-read", setupRequired: false });
    ada.type("correct horse");
    const [effect] = ada.press("enter");
    if (effect?.type !== "sign-in") return expect.unreachable();
    ada.fail(effect, "UNAVAILABLE", "STORAGE_UNAVAILABLE", { retryDelaySeconds: 5 });
    expect(ada.model.signIn.form.failure?.key).toBe("failure.STORAGE_UNAVAILABLE");
    ada.type("correct horse");
    expect(ada.press("enter")).toMatchObject([{ type: "sign-in" }]);
  });

  test("forgets the password on the way in and on the way out", () => {
    const ada = new Person({ email: "ada@example.com" });
    ada.see({ type: "setup-state-read", setupRequired: false });
    ada.type("correct horse");
    ada.press("enter");
    ada.enter();
    expect(JSON.stringify(ada.model)).not.toContain("correct horse");
    expect(ada.press("O")).toEqual([{ type: "sign-out" }]);
    expect(ada.see({ type: "signed-out" })).toContainEqual({ type: "stop-watching" });
    expect(ada.model.owner).toBeUndefined();
  });

  test("is asked for again when the session has ended", () => {
    const ada = new Person().enter([makeApiToken("tok_1")]);
    ada.fail({ type: "read-settings" }, "UNAUTHENTICATED", "CREDENTIAL_INVALID");
    expect(ada.model.stage).toBe("sign-in");
    expect(ada.model.notice?.words.key).toBe("failure.CREDENTIAL_INVALID");
    expect(ada.model.apiTokens.items).toEqual([]);
  });
});

describe("API tokens", () => {
  test("are made with what was filled in, and shown once", () => {
    const ada = new Person().enter();
    ada.press("n");
    ada.type("nightly");
    ada.press("tab");
    ada.type("30d");
    const [effect] = ada.press("ctrl-s");
    expect(effect).toEqual({
      type: "create-api-token",
      values: { description: "nightly", expireTime: new Date(NOW + 30 * 86_400_000) },
    });
    expect(ada.press("ctrl-s")).toEqual([]);
    ada.see({ type: "api-token-created", apiToken: makeApiToken("tok_9"), secret: "lka_SECRET" });
    expect(ada.model.dialog).toMatchObject({ kind: "secret", secret: "lka_SECRET" });
    expect(ada.press("c")).toEqual([{ type: "copy", text: "lka_SECRET", what: "secret" }]);
    ada.see({ type: "copied", what: "secret", way: "terminal" });
    ada.press("enter");
    expect(ada.model.dialog).toBeUndefined();
    expect(JSON.stringify(ada.model)).not.toContain("lka_SECRET");
    expect(ada.model.apiTokens.selectedId).toBe("tok_9");
  });

  test("closing an uncopied secret takes a second Enter", () => {
    const ada = new Person().enter();
    ada.see({ type: "api-token-created", apiToken: makeApiToken("tok_9"), secret: "lka_SECRET" });
    ada.press("escape");
    expect(ada.model.dialog).toMatchObject({ kind: "secret", leaving: true });
    ada.press("enter");
    expect(ada.model.dialog).toBeUndefined();
  });

  test("are deleted only by saying so, and once", () => {
    const ada = new Person().enter([makeApiToken("tok_1", { description: "nightly" })]);
    expect(ada.press("x")).toEqual([{ type: "weigh-api-token-deletion", id: "tok_1" }]);
    expect(ada.press("enter")).toEqual([]);
    expect(ada.model.dialog).toBeUndefined();
    ada.press("x");
    ada.see({ type: "api-token-deletion-weighed", apiToken: makeApiToken("tok_1", { etag: "e2" }) });
    expect(ada.press("y")).toEqual([{ type: "delete-api-token", id: "tok_1", etag: "e2" }]);
    expect(ada.press("y", "y").map(({ type }) => type)).not.toContain("delete-api-token");
    ada.see({ type: "api-token-deleted", apiToken: makeApiToken("tok_1") });
    expect(ada.model.apiTokens.rows).toEqual([]);
    expect(ada.model.notice?.words.key).toBe("notice.token-deleted");
  });

  test("are reactivated at once, deactivated after a question", () => {
    const ada = new Person().enter([makeApiToken("tok_1"), makeApiToken("tok_2", { state: "DEACTIVATED" })]);
    expect(ada.press("d")).toEqual([]);
    expect(ada.press("tab", "enter")).toMatchObject([{ type: "deactivate-api-token", id: "tok_1" }]);
    ada.see({ type: "api-token-changed", by: "deactivate-api-token", apiToken: makeApiToken("tok_1") });
    expect(ada.press("j", "d")).toMatchObject([{ type: "reactivate-api-token", id: "tok_2" }]);
  });

  test("an edit sends only what changed, and nothing when nothing did", () => {
    const token = makeApiToken("tok_1", { description: "old", scopes: ["read"] });
    const ada = new Person().enter([token]);
    ada.press("e");
    expect(ada.press("ctrl-s")).toEqual([]);
    ada.press("e", "ctrl-u");
    ada.type("new");
    const [effect] = ada.press("ctrl-s");
    expect(effect).toEqual({
      type: "update-api-token",
      id: "tok_1",
      values: { description: "new" },
      etag: "e1",
    });
    if (effect?.type !== "update-api-token") return expect.unreachable();
    const again = ada.fail(effect, "ABORTED", "ETAG_MISMATCH");
    expect(again).toMatchObject([{ type: "read-page", list: "api-tokens" }]);
    expect(ada.press("ctrl-s")).toMatchObject([{ type: "update-api-token", etag: "" }]);
  });

  test("complaints of the server stand at their fields, whatever their path", () => {
    const ada = new Person().enter();
    ada.press("n", "tab", "tab", "tab");
    ada.type("bogus!");
    const [effect] = ada.press("ctrl-s");
    if (effect?.type !== "create-api-token") return expect.unreachable();
    ada.fail(effect, "INVALID_ARGUMENT", "FIELD_INVALID", {
      fieldViolations: [{ field: "api_token.scopes[0]", description: "no such scope" }],
    });
    expect(ada.model.dialog).toMatchObject({ form: { focus: 3, failure: undefined, busy: false } });
  });

  test("while access is off there is one thing to do", () => {
    const ada = new Person().enter([], { apiTokenAccess: false });
    ada.press("r");
    const { reading } = ada.model.apiTokens;
    ada.fail(
      { type: "read-page", list: "api-tokens", reading, pageToken: undefined, filter: "" },
      "FAILED_PRECONDITION",
      "API_TOKEN_ACCESS_OFF",
    );
    expect(ada.model.apiTokens.accessOff).toBe(true);
    expect(listMeanings(ada.model)[0]?.action).toBe("turn-on");
    expect(ada.press("t")).toMatchObject([{ type: "update-settings", changes: { apiTokenAccess: true } }]);
    expect(ada.see({ type: "settings-updated", settings: makeSettings() })).toContainEqual(
      expect.objectContaining({ type: "read-page", list: "api-tokens" }),
    );
  });

  test("a filter takes every letter, Enter keeps it and Escape clears it", () => {
    const ada = new Person().enter([makeApiToken("tok_q"), makeApiToken("tok_d")]);
    ada.press("/", "q", "d");
    expect(ada.model.apiTokens.filter.text).toBe("qd");
    expect(ada.model.apiTokens.rows).toEqual([]);
    ada.press("backspace", "enter");
    expect(ada.model.apiTokens.rows.map(({ id }) => id)).toEqual(["tok_q"]);
    ada.press("escape");
    expect(ada.model.apiTokens.rows).toHaveLength(2);
  });
});

describe("settings", () => {
  test("turning API-token access off asks first; turning it on does not", () => {
    const ada = new Person().enter();
    ada.goTo("settings");
    expect(ada.press("space")).toEqual([]);
    expect(ada.press("y")).toMatchObject([
      { type: "update-settings", changes: { apiTokenAccess: false }, etag: "e1" },
    ]);
    ada.see({ type: "settings-updated", settings: makeSettings({ apiTokenAccess: false, etag: "e2" }) });
    expect(ada.press("enter")).toMatchObject([
      { type: "update-settings", changes: { apiTokenAccess: true } },
    ]);
  });

  test("a value is edited in its place, and complained about in its place", () => {
    const ada = new Person().enter();
    ada.goTo("settings");
    ada.press("j", "j", "j", "enter", "ctrl-u");
    ada.type("soon");
    expect(ada.press("enter")).toEqual([]);
    expect(ada.model.settings.entry?.error?.key).toBe("error.value");
    ada.press("ctrl-u");
    ada.type("7");
    const [effect] = ada.press("enter");
    expect(effect).toMatchObject({ changes: { inactivityPolicy: { deactivateAfterDays: 7 } } });
    if (effect?.type !== "update-settings") return expect.unreachable();
    ada.fail(effect, "INVALID_ARGUMENT", "FIELD_INVALID", {
      fieldViolations: [{ field: "settings.inactivity_policy.deactivate_after_days", description: "no" }],
    });
    expect(ada.model.settings.entry?.error?.key).toBe("failure.field");
    ada.press("escape");
    expect(ada.model.settings.entry).toBeUndefined();
  });

  test("changed elsewhere, they are read again and said so", () => {
    const ada = new Person().enter();
    ada.goTo("settings");
    ada.press("j");
    const [effect] = ada.press("space");
    if (effect?.type !== "update-settings") return expect.unreachable();
    expect(ada.fail(effect, "ABORTED", "ETAG_MISMATCH")).toContainEqual({ type: "read-settings" });
    expect(ada.model.notice?.words.key).toBe("failure.ETAG_MISMATCH");
  });
});

describe("users", () => {
  const users = { items: [makeUser("usr_1"), makeUser("usr_2")], nextPageToken: undefined, totalSize: 2 };

  test("are deleted with their consequences in sight", () => {
    const ada = new Person().enter();
    expect(ada.goTo("users")).toMatchObject([{ type: "read-page", list: "users" }]);
    ada.see({ type: "page-read", list: "users", first: true, reading: ada.model.users.reading, page: users });
    expect(ada.press("j", "x")).toEqual([{ type: "weigh-user-deletion", id: "usr_2" }]);
    ada.see({
      type: "user-deletion-weighed",
      id: "usr_2",
      deletion: { endedSessions: 2, unusableApiTokens: 1, endedAccessTokens: 3 },
    });
    expect(ada.model.dialog).toMatchObject({ consequence: { key: "confirm.delete-user.consequence" } });
    expect(ada.press("y")).toMatchObject([{ type: "delete-user", id: "usr_2" }]);
  });

  test("one's own password needs the present one", () => {
    const ada = new Person().enter();
    ada.goTo("users");
    ada.see({ type: "page-read", list: "users", first: true, reading: ada.model.users.reading, page: users });
    ada.press("p");
    ada.type("old password");
    ada.press("tab");
    ada.type("new password");
    ada.press("tab");
    ada.type("new password");
    expect(ada.press("enter")).toEqual([
      {
        type: "set-password",
        userId: "usr_1",
        own: true,
        currentPassword: "old password",
        newPassword: "new password",
      },
    ]);
  });
});

describe("what happens elsewhere", () => {
  test("makes the tab read itself again, once a burst is over, with the selection kept", () => {
    const ada = new Person().enter([makeApiToken("tok_1"), makeApiToken("tok_2")]);
    ada.press("j");
    const event = makeAuditEvent("evt_2");
    expect(ada.see({ type: "audit-event-seen", auditEvent: event })).toEqual([
      { type: "start-timer", name: "reload", delayMilliseconds: 300 },
    ]);
    expect(ada.see({ type: "timer", name: "reload" })).toMatchObject([
      { type: "read-page", list: "api-tokens" },
    ]);
    const apiTokens = [makeApiToken("tok_0"), makeApiToken("tok_1"), makeApiToken("tok_2")];
    const page = { items: apiTokens, nextPageToken: undefined, totalSize: 3, maxSize: 256 };
    ada.see({
      type: "page-read",
      list: "api-tokens",
      first: true,
      reading: ada.model.apiTokens.reading,
      page,
    });
    expect(ada.model.apiTokens.selectedId).toBe("tok_2");
  });

  test("a lost server is tried again with growing patience, from where the watch broke", () => {
    const ada = new Person().enter([makeApiToken("tok_1")]);
    ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent("evt_7") });
    const failure = { code: "UNAVAILABLE" } as never;
    const delays = [1, 2, 3, 4, 5, 6].map(() => {
      const effects = ada.see({ type: "watch-broken", failure });
      return effects.find((effect) => effect.type === "start-timer" && effect.name === "reconnect");
    });
    expect(delays.map((effect) => effect?.type === "start-timer" && effect.delayMilliseconds)).toEqual([
      1000, 2000, 4000, 8000, 10_000, 10_000,
    ]);
    expect(ada.see({ type: "timer", name: "reconnect" })).toEqual([{ type: "watch", afterId: "evt_7" }]);
    expect(ada.model.apiTokens.rows).toHaveLength(1);
    expect(ada.see({ type: "watch-opened" })).toMatchObject([{ type: "read-page", list: "api-tokens" }]);
    expect(ada.model.connection).toEqual({ state: "live" });
  });

  test("the newest audit event appears on top, and stays selected only for who was on top", () => {
    const ada = new Person().enter();
    ada.goTo("audit-log");
    const auditEvents = [makeAuditEvent("evt_2"), makeAuditEvent("evt_1")];
    const page = { items: auditEvents, nextPageToken: undefined };
    ada.see({ type: "page-read", list: "audit-log", reading: ada.model.auditLog.reading, first: true, page });
    ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent("evt_3") });
    expect(ada.model.auditLog.selectedId).toBe("evt_3");
    ada.press("j");
    ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent("evt_4") });
    expect(ada.model.auditLog.selectedId).toBe("evt_2");
    expect(ada.model.auditLog.rows.map(({ id }) => id)).toEqual(["evt_4", "evt_3", "evt_2", "evt_1"]);
  });
});

describe("everywhere", () => {
  test("a paste goes to text only", () => {
    const ada = new Person().enter([makeApiToken("tok_1")]);
    expect(ada.see({ type: "paste", text: "xy" })).toEqual([]);
    expect(ada.model.dialog).toBeUndefined();
    ada.press("n");
    ada.see({ type: "paste", text: "from\nelsewhere" });
    expect(ada.model.dialog).toMatchObject({
      form: { fields: [{ input: { text: "fromelsewhere" } }, {}, {}, {}, {}] },
    });
  });

  test("a session that may only look changes nothing and says why", () => {
    const ada = new Person({ readOnly: true }).enter([makeApiToken("tok_1")]);
    ada.press("x");
    expect(ada.model.dialog).toBeUndefined();
    expect(ada.model.notice?.words.key).toBe("why.read-only");
    expect(listMeanings(ada.model).map(({ action }) => action)).not.toContain("delete");
  });

  test("the palette runs what is named, in the person's language", () => {
    const ada = new Person({ language: "fr" }).enter();
    ada.press(":");
    ada.type("journal");
    expect(ada.press("enter")).toMatchObject([{ type: "read-page", list: "audit-log" }]);
    expect(ada.model.tab).toBe("audit-log");
    ada.press(":");
    ada.type("zzz");
    ada.press("enter");
    expect(ada.model.dialog).toMatchObject({ kind: "palette", failed: true });
    ada.press("escape");
    expect(ada.model.dialog).toBeUndefined();
  });

  test("tabs keep their place", () => {
    const ada = new Person().enter([makeApiToken("tok_1"), makeApiToken("tok_2")]);
    ada.press("j", "tab", "shift-tab");
    expect(ada.model.tab).toBe("api-tokens");
    expect(ada.model.apiTokens.selectedId).toBe("tok_2");
    expect(ada.press("q")).toEqual([{ type: "quit", exitCode: 0 }]);
  });
});
