import { describe, expect, test } from "vitest";
import { Screen } from "../../tui/screens/screen.js";
import { makeRotatedClient, openClients } from "../support/oauth-things.js";
import { makeApiToken, makeUser, Person } from "../support/tui-person.js";
import { renderScreen } from "../support/tui-screen.js";

const show = (ada: Person) => renderScreen(Screen, ada.model).join("\n");

describe.each(["en", "fr"] as const)("in %s", (language) => {
  test("news that begins with a name or an address leaves it as it is written", () => {
    const ada = new Person({ language }).enter();
    ada.goTo("users");
    ada.see({ type: "user-created", user: makeUser("usr_1", { name: "", email: "zoe@example.com" }) });
    expect(show(ada)).toContain("zoe@example.com");
    expect(show(ada)).not.toContain("Zoe@example.com");
    ada.press("M");
    expect(show(ada)).not.toContain("Zoe@example.com");
  });

  test("why a setting was refused is said in full below it", () => {
    const ada = new Person({ language }, { columns: 80, rows: 24 }).enter([], { ipAllowList: [] });
    ada.goTo("settings");
    ada.press("G", "enter");
    ada.type("nowhere");
    const [effect] = ada.press("enter");
    if (effect?.type !== "update-settings") return expect.unreachable();
    const description = "nowhere is neither an IP address nor a range of them, such as 10.0.0.0/8.";
    const fieldViolations = [{ field: "settings.ip_allow_list[0]", description }];
    ada.fail(effect, "INVALID_ARGUMENT", "FIELD_INVALID", { fieldViolations });
    const lines = show(ada);
    expect(lines.replace(/\s+/g, " ")).toContain(description);
    expect(lines).toContain("✕");
  });

  test("on a narrow screen the overview keeps its numbers, and the help its words", () => {
    const ada = new Person({ language }, { columns: 40, rows: 14 }).enter([makeApiToken("tok_1")]);
    ada.goTo("overview");
    expect(show(ada)).toMatch(/API tokens +1 of 256|Tokens API +1 sur 256/);
    ada.goTo("api-tokens");
    ada.press("?");
    expect(show(ada)).toContain(language === "en" ? "deactivate" : "désactiver");
  });
});

test("on a very wide screen long texts of narrow columns get room", () => {
  const creatorEmail = "somebody.with.a.long.name@subsidiary.example";
  const ada = new Person({}, { columns: 300, rows: 40 }).enter([
    makeApiToken("tok_1", { creatorEmail }),
    makeApiToken("tok_2", { creatorEmail }),
  ]);
  const row = show(ada)
    .split("\n")
    .find((line) => line.includes("● tok_2"));
  expect(row).toContain(creatorEmail);
});

test("of the names of tabs no more are shortened than must be, the longest first", () => {
  const tabsAt = (columns: number) => {
    const ada = new Person({ language: "fr" }, { columns, rows: 24 }).enter();
    return renderScreen(Screen, ada.model)[1] ?? "";
  };
  expect(tabsAt(200)).toContain("Journal des audits");
  const some = tabsAt(120);
  expect(some).not.toContain("Journal des audits");
  expect(some).toContain("Journal");
  expect(some).toContain("Paramètres");
  expect(some.trimEnd().length).toBeGreaterThan(100);
});

test("how long an old secret is still used is said in full beside the list", () => {
  const rotated = makeRotatedClient("ocl_1");
  const ada = openClients(new Person({ language: "fr" }, { columns: 120, rows: 40 }), [rotated]);
  const lines = renderScreen(Screen, ada.model).map((line) => line.split("│")[1] ?? "");
  expect(lines.join(" ").replace(/\s+/g, " ")).toMatch(/utilisé : il y a 3 min, fin : dans 6 j/);
});

test.each([
  ["en", "new client", "OAuth clients: new  4 n", "oauth-clients", "create-oauth-client"],
  ["fr", "nouveau util", "Utilisateurs", "users", "create-user"],
  ["en", "whose", "Access tokens: whose is it?  5 f", "access-tokens", "find-token"],
] as const)("in %s the palette does %s from any tab", (language, typed, named, tab, form) => {
  const ada = new Person({ language }).enter([], { oauthAccess: true });
  ada.press(":");
  ada.type(typed);
  expect(show(ada)).toContain(named);
  ada.press("enter");
  expect(ada.model.tab).toBe(tab);
  expect(ada.model.dialog).toMatchObject({ kind: "form", form: { name: form } });
});

test("who may not create something is not offered it from afar either", () => {
  const ada = new Person({ readOnly: true }).enter([], { oauthAccess: true });
  ada.press(":");
  ada.type("users: new");
  expect(show(ada)).not.toContain("Users: new");
});

test("a filter typed while a list is still being read is a filter, and no commands", () => {
  const ada = new Person().enter([]);
  ada.goTo("users");
  ada.press("/");
  ada.type("xd");
  expect(ada.model.dialog).toBeUndefined();
  expect(ada.model.users.filter.text).toBe("xd");
  const items = [makeUser("usr_1", { name: "Xdenka" }), makeUser("usr_2", { name: "Bob" })];
  const page = { items, nextPageToken: undefined, totalSize: 2 };
  ada.see({ type: "page-read", list: "users", first: true, reading: ada.model.users.reading, page });
  expect(ada.model.users.rows.map(({ id }) => id)).toEqual(["usr_1"]);
});
