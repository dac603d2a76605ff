import { describe, expect, test } from "vitest";
import { Screen } from "../../tui/screens/screen.js";
import { makeAccessToken, openAccessTokens } from "../support/oauth-things.js";
import { makeApiToken, makeAuditEvent, NOW, Person } from "../support/tui-person.js";
import { renderScreen } from "../support/tui-screen.js";

const DAY = 86_400_000;

describe("a long list", () => {
  test("is searched for its selection a few times a key, not once for every binding", () => {
    const COUNT = 5000;
    let reads = 0;
    const tokens = Array.from({ length: COUNT }, (_, at) => {
      const token = makeAccessToken(`atk_${at}`);
      const get = () => {
        reads += 1;
        return `atk_${at}`;
      };
      return Object.defineProperty(token, "id", { enumerable: true, get });
    });
    const ada = openAccessTokens(new Person({}, { columns: 120, rows: 40 }), tokens);
    ada.press("G");
    reads = 0;
    ada.press("k");
    expect(renderScreen(Screen, ada.model).join("\n")).toContain("5,000 of 5,000");
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(6 * COUNT);
  });
});

describe("a filter", () => {
  const tokens = ["nightly export Zürich", "nightly export Paris", "status page Łódź"].map(
    (description, at) => makeApiToken(`tok_${at}`, { description }),
  );
  test.each([
    ["zurich", ["tok_0"]],
    ["ZÜRICH", ["tok_0"]],
    ["paris night", ["tok_1"]],
    ["  export   nightly ", ["tok_0", "tok_1"]],
    ["nightly lodz", []],
    ["łódź", ["tok_2"]],
  ])("%s finds %j: without accents, its words in any order", (typed, found) => {
    const ada = new Person().enter(tokens);
    ada.press("/");
    ada.type(typed);
    expect(ada.model.apiTokens.filter.text).toBe(typed);
    expect(ada.model.apiTokens.rows.map(({ id }) => id)).toEqual(found);
  });
});

describe("what a key was told", () => {
  test("is over with the next key; good news and its undoing stay their time", () => {
    const ada = new Person().enter([makeApiToken("tok_1")]);
    ada.press("u");
    expect(ada.model.notice?.words.key).toBe("why.nothing-to-undo");
    ada.press("j");
    expect(ada.model.notice).toBeUndefined();
    ada.press("d", "y");
    const apiToken = makeApiToken("tok_1", { state: "DEACTIVATED" });
    ada.see({ type: "api-token-changed", by: "deactivate-api-token", apiToken });
    ada.press("j");
    expect(ada.model.notice?.kind).toBe("good");
  });
});

describe("access tokens of one client or one user", () => {
  test.each([
    ["c", "Client", "lko_"],
    ["p", "User", "Client"],
  ])("%s leaves out the column %s, which would say the same in every row", (key, gone, shown) => {
    const tokens = [makeAccessToken("atk_1")];
    const ada = openAccessTokens(new Person({}, { columns: 80, rows: 24 }), tokens);
    const heads = () => renderScreen(Screen, ada.model).slice(3, 5).join("\n");
    expect(heads()).toContain(gone);
    ada.press(key);
    const { reading } = ada.model.accessTokens;
    const page = { items: tokens, nextPageToken: undefined, totalSize: 1 };
    ada.see({ type: "page-read", list: "access-tokens", first: true, reading, page });
    expect(heads()).not.toContain(gone);
    expect(heads()).toContain(shown);
  });
});

test("on the overview what ends soon has the room that refusals leave, and the other way round", () => {
  const ends = Array.from({ length: 30 }, (_, at) =>
    makeApiToken(`tok_${at}`, { description: `ends ${at}`, expireTime: new Date(NOW + DAY + at) }),
  );
  const denials = Array.from({ length: 30 }, (_, at) =>
    makeAuditEvent(`evt_${at}`, { action: `refused.${at}` }),
  );
  const count = (tokens: typeof ends, refused: typeof denials) => {
    const ada = new Person({}, { columns: 80, rows: 24 }).enter(tokens);
    ada.see({ type: "overview-read", usage: [], denials: refused, users: 1 });
    ada.goTo("overview");
    const text = renderScreen(Screen, ada.model).join("\n");
    return [text.split("! ends").length - 1, text.split("✕ ").length - 1];
  };
  expect(count(ends, [])).toEqual([3, 0]);
  expect(count(ends, denials)).toEqual([2, 2]);
  expect(count([], denials)).toEqual([0, 3]);
  const low = new Person({}, { columns: 40, rows: 12 }).enter(ends);
  low.goTo("overview");
  low.press("j", "j", "j");
  expect(renderScreen(Screen, low.model).join("\n")).toContain("> ! ends 0");
});
