import { describe, expect, test } from "vitest";
import type { Effect } from "../../../tui/state/effect.js";
import { listMeanings } from "../../../tui/state/places.js";
import {
  makeClientSecret,
  makeOAuthClient,
  makeRotatedClient,
  openClients,
} from "../../support/oauth-things.js";
import { makeAuditEvent, makeSettings, NOW, Person } from "../../support/tui-person.js";

const IMPACT = { accessTokens: 2, grants: 1, users: 1, recentlyUsedAccessTokens: 0, recentUsers: 0 };
const NOTHING = { accessTokens: 0, grants: 0, users: 0, recentlyUsedAccessTokens: 0, recentUsers: 0 };
const CLIENT = makeOAuthClient("ocl_1", { name: "Shop", identifier: "shop" });

/** What is to be done, timers of notices aside. */
const calls = (effects: readonly Effect[]) => effects.filter(({ type }) => type !== "start-timer");

describe("a new OAuth client", () => {
  test("is called after its name until the person says otherwise, and shows its secret once", () => {
    const ada = openClients(new Person(), []);
    ada.press("n");
    ada.type("Éxport (new)");
    ada.press("tab", "tab", "tab");
    ada.see({ type: "paste", text: "https://a.example.com/done\r\nhttp://127.0.0.1/done\n" });
    const [effect] = ada.press("ctrl-s");
    expect(effect).toEqual({
      type: "create-oauth-client",
      values: {
        name: "Éxport (new)",
        identifier: "export-new",
        kind: "CONFIDENTIAL",
        redirectUris: ["https://a.example.com/done", "http://127.0.0.1/done"],
        allowedScopes: [],
        allowedGrantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"],
        description: "",
        company: "",
        logoUrl: "",
      },
    });
    expect(ada.press("ctrl-s")).toEqual([]);
    ada.see({ type: "oauth-client-created", oauthClient: CLIENT, secret: "lkc_secret" });
    expect(ada.model.dialog).toMatchObject({ kind: "secret", secret: "lkc_secret", identifier: "shop" });
    expect(ada.press("c")).toEqual([{ type: "copy", text: "lkc_secret", what: "secret" }]);
    ada.see({ type: "copied", what: "secret", way: "terminal" });
    ada.press("enter");
    expect(JSON.stringify(ada.model)).not.toContain("lkc_secret");
    expect(ada.model.oauthClients.selectedId).toBe("ocl_1");
  });

  test("keeps the identifier somebody chose, and fits the grant types to the kind", () => {
    const ada = openClients(new Person(), []);
    ada.press("n", "tab");
    ada.type("chosen");
    ada.press("shift-tab");
    ada.type("Shop");
    ada.press("tab", "tab", "right");
    expect(ada.press("ctrl-s")).toMatchObject([
      {
        values: {
          identifier: "chosen",
          kind: "PUBLIC",
          allowedGrantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
        },
      },
    ]);
  });

  test("takes grant types one by one, and wants one at least", () => {
    const ada = openClients(new Person(), []);
    ada.press("n");
    ada.type("Shop");
    ada.press("tab", "tab", "tab", "tab", "tab", "space", "right", "space", "right", "space");
    expect(ada.press("ctrl-s")).toEqual([]);
    if (ada.model.dialog?.kind !== "form") return expect.unreachable();
    expect(ada.model.dialog.form.fields[5]?.error?.key).toBe("error.grant-types");
    ada.press("right", "space");
    expect(ada.press("ctrl-s")).toMatchObject([{ values: { allowedGrantTypes: ["DEVICE_CODE"] } }]);
  });

  test("says at the field what the server found wrong", () => {
    const ada = openClients(new Person(), []);
    ada.press("n");
    ada.type("Shop");
    const [effect] = ada.press("ctrl-s");
    if (effect?.type !== "create-oauth-client") return expect.unreachable();
    ada.fail(effect, "ALREADY_EXISTS", "RESOURCE_EXISTS");
    const field = (at: number) =>
      ada.model.dialog?.kind === "form" ? ada.model.dialog.form.fields[at] : undefined;
    expect(field(1)?.error?.key).toBe("error.identifier-exists");
    expect(ada.model.busy).toBeUndefined();
    const [again] = ada.press("ctrl-s");
    if (again?.type !== "create-oauth-client") return expect.unreachable();
    const fieldViolations = [{ field: "oauth_client.redirect_uris[1]", description: "Must be https." }];
    ada.fail(again, "INVALID_ARGUMENT", "FIELD_INVALID", { fieldViolations });
    expect(field(3)?.error?.params).toEqual({ description: "Must be https." });
  });

  test("cannot be made where as many are as may be, nor without the role or the right to change", () => {
    const meanings = (ada: Person) => listMeanings(ada.model).map(({ action }) => action);
    const ada = openClients(new Person(), [CLIENT]);
    expect(meanings(ada)).toContain("create");
    ada.model = { ...ada.model, oauthClients: { ...ada.model.oauthClients, maxSize: 1, totalSize: 1 } };
    expect(meanings(ada)).not.toContain("create");
    const reader = openClients(new Person({ readOnly: true }), [CLIENT]);
    for (const action of ["create", "edit", "toggle", "delete", "revoke-all"] as const)
      if (action !== "edit") expect(meanings(reader)).not.toContain(action);
  });
});

describe("an OAuth client", () => {
  test("is changed by what was changed only, and back again by one key", () => {
    const ada = openClients(new Person(), [CLIENT]);
    ada.press("e");
    ada.type("s");
    expect(ada.press("ctrl-s")).toEqual([
      { type: "update-oauth-client", id: "ocl_1", values: { name: "Shops" }, etag: "e1" },
    ]);
    const oauthClient = { ...CLIENT, name: "Shops", etag: "e2" };
    ada.see({ type: "oauth-client-changed", by: "update-oauth-client", oauthClient });
    expect(ada.press("u")).toMatchObject([
      {
        type: "update-oauth-client",
        etag: "e2",
        values: { name: "Shop", redirectUris: CLIENT.redirectUris },
      },
    ]);
  });

  test("is disabled after it was told what stops, and enabled again at once", () => {
    const ada = openClients(new Person(), [CLIENT]);
    expect(ada.press("d")).toEqual([{ type: "weigh-oauth-client-end", id: "ocl_1", by: "disable" }]);
    ada.see({ type: "oauth-client-end-weighed", id: "ocl_1", by: "disable", impact: IMPACT });
    expect(ada.model.dialog).toMatchObject({ consequence: { key: "confirm.disable-client.consequence" } });
    expect(ada.press("enter")).toEqual([]);
    ada.press("d");
    expect(calls(ada.press("y", "y"))).toEqual([{ type: "disable-oauth-client", id: "ocl_1", etag: "e1" }]);
    const oauthClient = { ...CLIENT, enabled: false, etag: "e2" };
    ada.see({ type: "oauth-client-changed", by: "disable-oauth-client", oauthClient });
    expect(ada.press("d")).toEqual([{ type: "enable-oauth-client", id: "ocl_1", etag: "e2" }]);
  });

  test("is deleted by its identifier where tokens die with it, and by a key where none do", () => {
    const ada = openClients(new Person(), [CLIENT]);
    ada.press("x");
    ada.see({ type: "oauth-client-end-weighed", id: "ocl_1", by: "delete", impact: IMPACT });
    expect(calls(ada.press("y", "enter"))).toEqual([]);
    ada.press("backspace");
    ada.type("shop");
    expect(ada.press("enter")).toEqual([{ type: "delete-oauth-client", id: "ocl_1", etag: "e1" }]);
    ada.see({ type: "oauth-client-deleted", oauthClient: CLIENT, impact: IMPACT });
    expect(ada.model.oauthClients.rows).toEqual([]);

    const bob = openClients(new Person(), [CLIENT]);
    bob.press("x");
    bob.see({ type: "oauth-client-end-weighed", id: "ocl_1", by: "delete", impact: NOTHING });
    expect(bob.press("y")).toEqual([{ type: "delete-oauth-client", id: "ocl_1", etag: "e1" }]);
  });

  test("an answer about another client changes no question", () => {
    const ada = openClients(new Person(), [CLIENT]);
    ada.press("x");
    ada.see({ type: "oauth-client-end-weighed", id: "ocl_2", by: "delete", impact: NOTHING });
    ada.see({ type: "oauth-client-end-weighed", id: "ocl_1", by: "disable", impact: NOTHING });
    expect(ada.model.dialog).toMatchObject({ consequence: undefined, typed: { wanted: "shop" } });
  });

  test("many of them are disabled with one call each", () => {
    const off = makeOAuthClient("ocl_2", { enabled: false });
    const ada = openClients(new Person(), [CLIENT, off, makeOAuthClient("ocl_3")]);
    ada.press("*", "d");
    expect(ada.press("y")).toMatchObject([
      {
        type: "bulk",
        writes: [
          { id: "ocl_1", write: { type: "disable-oauth-client" } },
          { id: "ocl_3", write: { type: "disable-oauth-client" } },
        ],
      },
    ]);
  });

  test("leads to its tokens and to its events, and Escape leads back", () => {
    const ada = openClients(new Person(), [CLIENT]);
    expect(ada.press("t")).toMatchObject([
      { type: "read-page", list: "access-tokens", filter: 'client_id = "ocl_1"' },
    ]);
    expect(ada.model.accessTokens.scope).toMatchObject({ name: "client", id: "ocl_1", label: "Shop" });
    ada.press("escape");
    expect(ada.model.tab).toBe("oauth-clients");
    expect(ada.press("a")).toMatchObject([
      { list: "audit-log", filter: 'actor.client_id = "ocl_1" OR resource_id = "ocl_1"' },
    ]);
  });

  test("is read again when somebody else changes it", () => {
    const ada = openClients(new Person(), [CLIENT]);
    ada.see({
      type: "audit-event-seen",
      auditEvent: makeAuditEvent("evt_9", {
        action: "oauth_client.update",
        resourceType: "oauth_client",
        resourceId: "ocl_1",
      }),
    });
    expect(ada.see({ type: "timer", name: "reload" })).toMatchObject([
      { type: "read-page", list: "oauth-clients" },
    ]);
  });
});

describe("the secrets of a client", () => {
  const rotated = makeRotatedClient("ocl_1", { name: "Shop", identifier: "shop" });

  test("are read anew when they are looked at; a public client has none", () => {
    const ada = openClients(new Person(), [CLIENT]);
    expect(ada.press("p")).toEqual([{ type: "read-item", list: "oauth-clients", id: "ocl_1" }]);
    expect(ada.model.dialog).toMatchObject({ kind: "client-secrets", clientId: "ocl_1" });
    const bob = openClients(new Person(), [{ ...CLIENT, kind: "PUBLIC", secrets: [] }]);
    expect(calls(bob.press("p"))).toEqual([]);
    expect(bob.model.notice?.words.key).toBe("why.public-client");
  });

  test("are rotated with the overlap the person chooses, and the new one is shown once", () => {
    const ada = openClients(new Person(), [CLIENT]);
    ada.press("p", "n", "ctrl-u");
    ada.type("100d");
    expect(ada.press("enter")).toEqual([]);
    ada.press("ctrl-u");
    ada.type("12h");
    expect(ada.press("enter")).toEqual([
      { type: "rotate-client-secret", id: "ocl_1", overlapSeconds: 43_200, etag: "e1" },
    ]);
    ada.see({ type: "client-secret-rotated", oauthClient: rotated, secret: "lkc_new" });
    expect(ada.model.dialog).toMatchObject({ kind: "secret", of: "client-secret", secret: "lkc_new" });
    ada.press("enter", "enter");
    expect(JSON.stringify(ada.model)).not.toContain('lkc_new"');
  });

  test("the old one is ended by the identifier while it is in use, with the addresses that use it", () => {
    const ada = openClients(new Person(), [rotated]);
    ada.press("p");
    expect(ada.press("x")).toEqual([{ type: "weigh-old-secret", id: "ocl_1" }]);
    ada.see({ type: "old-secret-weighed", oauthClient: { ...rotated, etag: "e2" } });
    expect(ada.model.dialog).toMatchObject({
      consequence: { key: "confirm.retire-secret.used" },
      facts: [{ params: { address: "10.0.0.7" } }],
      typed: { wanted: "shop" },
    });
    ada.type("shop");
    expect(ada.press("enter")).toEqual([{ type: "retire-client-secret", id: "ocl_1", etag: "e2" }]);
    const oauthClient = { ...rotated, secrets: rotated.secrets.slice(0, 1), etag: "e3" };
    ada.see({ type: "oauth-client-changed", by: "retire-client-secret", oauthClient });
    expect(ada.model.notice?.words).toMatchObject({
      key: "notice.secret-retired",
      params: { hint: "lkc_oldold…" },
    });
  });

  test("a key ends the old one where nobody has used it since the new one was made", () => {
    const [current = makeClientSecret(), old = makeClientSecret()] = rotated.secrets;
    const unused = { ...old, lastUseTime: new Date(NOW - 3 * 86_400_000), sources: [] };
    const client = { ...rotated, secrets: [current, unused] };
    const ada = openClients(new Person(), [client]);
    ada.press("p", "x");
    ada.see({ type: "old-secret-weighed", oauthClient: client });
    expect(ada.model.dialog).toMatchObject({
      consequence: { key: "confirm.retire-secret.unused" },
      facts: [],
    });
    expect(ada.press("y")).toEqual([{ type: "retire-client-secret", id: "ocl_1", etag: "e1" }]);
  });

  test("there is nothing to end where there is no old one", () => {
    const ada = openClients(new Person(), [CLIENT]);
    ada.press("p");
    expect(listMeanings(ada.model).map(({ action }) => action)).not.toContain("retire-secret");
  });
});

describe("while OAuth access is off", () => {
  test("a key turns it on, and clients can be managed all the same", () => {
    const ada = openClients(new Person(), [CLIENT], false);
    expect(ada.model.oauthClients.headLines).toBe(1);
    expect(listMeanings(ada.model).map(({ action }) => action)).toContain("create");
    expect(ada.press("o")).toEqual([{ type: "update-settings", changes: { oauthAccess: true }, etag: "e1" }]);
    ada.see({ type: "settings-updated", settings: makeSettings({ oauthAccess: true, etag: "e2" }) });
    expect(ada.model.oauthClients.headLines).toBe(0);
    expect(ada.model.notice?.words.key).toBe("notice.setting-saved");
    expect(ada.press("o")).toEqual([]);
  });

  test("the pointer finds the rows below that news", () => {
    const ada = openClients(new Person(), [CLIENT, makeOAuthClient("ocl_2", { name: "Zoo" })], false);
    ada.see({ type: "row-pointed", row: 2 });
    expect(ada.model.oauthClients.selectedId).toBe("ocl_2");
    ada.see({ type: "row-pointed", row: 0 });
    expect(ada.model.oauthClients.selectedId).toBe("ocl_2");
  });

  test("turning it off is asked about first", () => {
    const ada = openClients(new Person(), []);
    ada.goTo("settings");
    ada.press("j", "space");
    expect(ada.model.dialog).toMatchObject({ title: { key: "confirm.oauth-off.title" } });
    expect(ada.press("y")).toEqual([
      { type: "update-settings", changes: { oauthAccess: false }, etag: "e1" },
    ]);
  });

  test("the settings are read where they are not known yet", () => {
    const ada = new Person();
    ada.see({ type: "setup-state-read", setupRequired: false });
    ada.see({ type: "signed-in", owner: new Person().enter().model.owner as never });
    ada.model = { ...ada.model, settings: { ...ada.model.settings, phase: "unread", settings: undefined } };
    expect(ada.goTo("oauth-clients").map(({ type }) => type)).toEqual(["read-page", "read-settings"]);
  });
});
