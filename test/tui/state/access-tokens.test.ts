import { describe, expect, test } from "vitest";
import type { Effect } from "../../../tui/state/effect.js";
import { listMeanings } from "../../../tui/state/places.js";
import {
  makeAccessToken,
  makeDevice,
  makeOAuthClient,
  openAccessTokens,
  openClients,
  readAccessTokens,
} from "../../support/oauth-things.js";
import { makeAuditEvent, makeOwner, makeUser, Person } from "../../support/tui-person.js";

const TOKENS = ["atk_1", "atk_2", "atk_3"].map((id) => makeAccessToken(id));
const actions = (ada: Person) => listMeanings(ada.model).map(({ action }) => action);

/** What is to be done, timers of notices aside. */
const calls = (effects: readonly Effect[]) => effects.filter(({ type }) => type !== "start-timer");

describe("access tokens", () => {
  test("are narrowed to a client or to a user, and Escape shows all again", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    expect(ada.press("c")).toMatchObject([{ type: "read-page", filter: 'client_id = "ocl_1"' }]);
    readAccessTokens(ada, TOKENS);
    expect(ada.press("p")).toMatchObject([{ type: "read-page", filter: 'user_id = "usr_2"' }]);
    readAccessTokens(ada, []);
    ada.press("escape");
    expect(ada.model.accessTokens.scope).toBeUndefined();
    expect(ada.model.accessTokens.rows).toHaveLength(3);
  });

  test("of a client that acts for itself lead to no user", () => {
    const ada = openAccessTokens(new Person(), [makeAccessToken("atk_1", { userId: "", userEmail: "" })]);
    expect(actions(ada)).not.toContain("narrow-to-user");
    expect(actions(ada)).toContain("narrow-to-client");
  });

  test("of a user are a key away from the user", () => {
    const ada = new Person().enter([], { oauthAccess: true });
    ada.goTo("users");
    const page = { items: [makeUser("usr_7")], nextPageToken: undefined, totalSize: 1 };
    ada.see({ type: "page-read", list: "users", first: true, reading: ada.model.users.reading, page });
    expect(ada.press("T")).toMatchObject([{ list: "access-tokens", filter: 'user_id = "usr_7"' }]);
  });

  test("are revoked one by one, after a question", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.press("x");
    expect(ada.model.dialog).toMatchObject({ consequence: { key: "confirm.revoke.used" } });
    expect(ada.press("enter")).toEqual([]);
    ada.press("x");
    expect(calls(ada.press("y", "y"))).toEqual([{ type: "revoke-access-token", id: "atk_1" }]);
    ada.see({ type: "access-token-revoked", id: "atk_1", accessToken: TOKENS[0] });
    expect(ada.model.accessTokens.rows.map(({ id }) => id)).toEqual(["atk_2", "atk_3"]);
    expect(ada.model.notice?.words.key).toBe("notice.token-revoked");
  });

  test("that are marked are revoked together, each with its result", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.press("*", "x");
    ada.type("3");
    const [effect] = ada.press("enter");
    if (effect?.type !== "bulk") return expect.unreachable();
    expect(effect.writes.map(({ id }) => id)).toEqual(["atk_1", "atk_2", "atk_3"]);
    const outcomes = TOKENS.map((accessToken) => {
      const { id } = accessToken;
      return { id, event: { type: "access-token-revoked", id, accessToken } as const };
    });
    ada.see({ type: "bulk-advanced", job: effect.job, outcomes, over: true });
    expect(ada.model.accessTokens.rows).toEqual([]);
    expect(ada.model.busy).toBeUndefined();
  });

  test("of a client are revoked all together, by its identifier and with the number told before", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.press("X");
    expect(ada.press("enter")).toEqual([
      { type: "weigh-access-tokens-end", owner: { clientId: "ocl_1", userId: "" } },
    ]);
    const owner = { clientId: "ocl_1", userId: "" };
    ada.see({ type: "access-tokens-end-weighed", owner, ended: { accessTokens: 3, grants: 1 } });
    expect(ada.model.dialog).toMatchObject({ consequence: { key: "confirm.revoke-all.consequence" } });
    ada.type("mobile");
    expect(ada.press("enter")).toEqual([{ type: "revoke-access-tokens", owner, label: "Mobile app" }]);
    const ended = { accessTokens: 3, grants: 1 };
    const effects = ada.see({ type: "access-tokens-revoked", owner, label: "Mobile app", ended });
    expect(effects).toContainEqual(expect.objectContaining({ type: "read-page", list: "access-tokens" }));
    expect(ada.model.notice?.words.key).toBe("notice.all-revoked");
  });

  test("of a user, or of a client for a user, are revoked by the user's e-mail", () => {
    for (const [rights, owner] of [
      [1, { clientId: "", userId: "usr_2" }],
      [2, { clientId: "ocl_1", userId: "usr_2" }],
    ] as const) {
      const ada = openAccessTokens(new Person(), TOKENS);
      ada.press("X", ...Array.from({ length: rights }, () => "right"), "enter");
      ada.type("bob@example.com");
      expect(ada.press("enter")).toMatchObject([{ type: "revoke-access-tokens", owner }]);
    }
  });

  test("of a client take its identifier to be revoked, wherever that is asked", () => {
    const clients = [makeOAuthClient("ocl_1", { identifier: "mobile", name: "Mobile app" })];
    for (const ada of [openClients(new Person(), clients), openAccessTokens(new Person(), TOKENS)]) {
      ada.press("c", "t", "X");
      expect(ada.model.accessTokens.scope).toMatchObject({ name: "client", id: "ocl_1" });
      expect(ada.model.dialog).toMatchObject({ typed: { wanted: "mobile" } });
    }
  });

  test("of a client are revoked from its own tab as well", () => {
    const ada = openClients(new Person(), [makeOAuthClient("ocl_1", { identifier: "shop" })]);
    expect(ada.press("X")).toMatchObject([{ type: "weigh-access-tokens-end", owner: { clientId: "ocl_1" } }]);
    expect(ada.model.dialog).toMatchObject({ typed: { wanted: "shop" } });
  });

  test("are made without a flow for the client in view, with both secrets shown once", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.press("n");
    ada.type("bob@example.com");
    ada.press("tab");
    ada.type("tickets:read, read");
    ada.press("tab");
    ada.type("1h");
    ada.press("tab", "space");
    expect(ada.press("ctrl-s")).toEqual([
      {
        type: "create-access-token",
        values: {
          client: "mobile",
          user: "bob@example.com",
          scopes: ["tickets:read", "read"],
          lifetimeSeconds: 3600,
          withRefreshToken: true,
        },
      },
    ]);
    const made = { accessToken: makeAccessToken("atk_9"), secret: "lko_one", refreshToken: "lkr_two" };
    ada.see({ type: "access-token-created", ...made });
    expect(ada.press("C")).toEqual([{ type: "copy", text: "lkr_two", what: "secret" }]);
    ada.see({ type: "copied", what: "secret", way: "terminal" });
    ada.press("enter");
    expect(JSON.stringify(ada.model)).not.toMatch(/lko_one|lkr_two/);
  });

  test("cannot be made without a client, without a scope, or while OAuth access is off", () => {
    const ada = openAccessTokens(new Person(), []);
    ada.press("n");
    expect(ada.press("ctrl-s")).toEqual([]);
    if (ada.model.dialog?.kind !== "form") return expect.unreachable();
    expect(ada.model.dialog.form.fields.map(({ error }) => error?.key)).toEqual([
      "error.required",
      undefined,
      "error.scopes",
      undefined,
      undefined,
    ]);
    expect(actions(openAccessTokens(new Person(), TOKENS, false))).not.toContain("create");
  });

  test("of their own may be revoked by everybody, made and revoked in numbers by administrators only", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.model = { ...ada.model, owner: makeOwner({ role: "AGENT" }) };
    expect(actions(ada)).toContain("delete");
    expect(actions(ada)).not.toContain("create");
    expect(actions(ada)).not.toContain("revoke-all");
    const reader = openAccessTokens(new Person({ readOnly: true }), TOKENS);
    expect(actions(reader)).not.toContain("delete");
  });

  test("are read again when a client, a consent or a user changes", () => {
    for (const resourceType of ["access_token", "oauth_client", "oauth_grant", "user"]) {
      const ada = openAccessTokens(new Person(), TOKENS);
      ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent("evt_1", { resourceType }) });
      const effects = ada.see({ type: "timer", name: "reload" });
      expect(effects, resourceType).toMatchObject([{ type: "read-page", list: "access-tokens" }]);
    }
  });
});

describe("a value somebody found", () => {
  test("is sent and forgotten, and what it is can be shown or revoked", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.press("f");
    ada.see({ type: "paste", text: " lko_leaked\n" });
    expect(ada.press("enter")).toEqual([{ type: "find-token", value: "lko_leaked" }]);
    expect(JSON.stringify(ada.model)).not.toContain("lko_leaked");
    const found = { kind: "ACCESS_TOKEN", active: true, accessToken: makeAccessToken("atk_2") } as const;
    ada.see({ type: "token-found", found });
    expect(ada.model.dialog).toMatchObject({ kind: "found", found: { active: true } });
    expect(ada.press("x")).toEqual([{ type: "revoke-access-token", id: "atk_2" }]);
    ada.see({ type: "access-token-revoked", id: "atk_2", accessToken: undefined });
    expect(ada.model.dialog).toBeUndefined();
  });

  test("leads to the tab of what it is, and there to it alone", () => {
    for (const [found, tab, filter] of [
      [{ kind: "ACCESS_TOKEN", accessToken: makeAccessToken("atk_2") }, "access-tokens", 'id = "atk_2"'],
      [{ kind: "OAUTH_GRANT", grantId: "ogr_2" }, "access-tokens", 'grant_id = "ogr_2"'],
      [{ kind: "API_TOKEN", apiTokenId: "tok_2" }, "api-tokens", 'id = "tok_2"'],
      [{ kind: "CLIENT_SECRET", oauthClientId: "ocl_2" }, "oauth-clients", 'id = "ocl_2"'],
      [{ kind: "SESSION", userId: "usr_2" }, "users", 'id = "usr_2"'],
    ] as const) {
      const ada = openAccessTokens(new Person(), TOKENS);
      ada.press("f", "v", "enter");
      ada.see({ type: "token-found", found: { ...found, active: false } });
      expect(ada.press("enter")).toMatchObject([{ type: "read-page", list: tab, filter }]);
      expect(ada.model.tab).toBe(tab);
      expect(ada.model.dialog).toBeUndefined();
    }
  });

  test("that is nobody's is said so in the form, and an answer to a closed form opens nothing", () => {
    const ada = openAccessTokens(new Person(), TOKENS);
    ada.press("f", "v");
    const [effect] = ada.press("enter");
    if (effect?.type !== "find-token") return expect.unreachable();
    ada.fail(effect, "NOT_FOUND", "RESOURCE_NOT_FOUND");
    if (ada.model.dialog?.kind !== "form") return expect.unreachable();
    expect(ada.model.dialog.form.fields[0]?.error?.key).toBe("error.token-unknown");
    expect(ada.model.dialog.form.busy).toBe(false);
    ada.press("escape");
    const found = { kind: "API_TOKEN", apiTokenId: "tok_1", active: true } as const;
    ada.see({ type: "token-found", found });
    expect(ada.model.dialog).toBeUndefined();
  });
});

describe("a device", () => {
  test("is approved or denied by its code from any tab, also by somebody who is no administrator", () => {
    for (const [key, approved] of [
      ["y", true],
      ["n", false],
    ] as const) {
      const ada = new Person().enter();
      ada.model = { ...ada.model, owner: makeOwner({ role: "END_USER" }) };
      ada.press("D");
      ada.type("wdjb-mjht");
      expect(ada.press("enter")).toEqual([{ type: "find-device", userCode: "wdjb-mjht" }]);
      ada.see({ type: "device-found", userCode: "wdjb-mjht", device: makeDevice() });
      expect(ada.press("enter")).toEqual([]);
      expect(calls(ada.press(key, key))).toEqual([
        { type: "answer-device", userCode: "wdjb-mjht", approved },
      ]);
      ada.see({ type: "device-answered", approved, client: makeDevice().client });
      expect(ada.model.dialog).toBeUndefined();
      expect(ada.model.notice?.words.key).toBe(approved ? "notice.device-approved" : "notice.device-denied");
    }
  });

  test("is found by name in the palette, and Escape leaves it waiting", () => {
    const ada = new Person().enter();
    ada.press(":");
    ada.type("approve");
    ada.press("enter");
    expect(ada.model.dialog).toMatchObject({ kind: "form", form: { name: "find-device" } });
    ada.press("x", "enter");
    ada.see({ type: "device-found", userCode: "x", device: makeDevice() });
    expect(ada.press("escape")).toEqual([]);
    expect(ada.model.dialog).toBeUndefined();
  });

  test("nobody waits behind a wrong code: the form says so", () => {
    const ada = new Person().enter();
    ada.press("D", "x");
    const [effect] = ada.press("enter");
    if (effect?.type !== "find-device") return expect.unreachable();
    ada.fail(effect, "NOT_FOUND", "RESOURCE_NOT_FOUND");
    if (ada.model.dialog?.kind !== "form") return expect.unreachable();
    expect(ada.model.dialog.form.fields[0]?.error?.key).toBe("error.code-unknown");
  });

  test("cannot be answered with a session that only looks", () => {
    const ada = new Person({ readOnly: true }).enter();
    ada.press("D");
    expect(ada.model.dialog).toBeUndefined();
    expect(ada.model.notice?.words.key).toBe("why.read-only");
  });
});
