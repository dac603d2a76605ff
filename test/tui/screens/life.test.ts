import { afterEach, describe, expect, test, vi } from "vitest";
import { Screen } from "../../../tui/screens/screen.js";
import { SpokenScreen } from "../../../tui/screens/spoken.js";
import { makeAccessToken, openAccessTokens } from "../../support/oauth-things.js";
import { makeApiToken, NOW, Person } from "../../support/tui-person.js";
import { renderScreen } from "../../support/tui-screen.js";

const DAY = 86_400_000;
const TOKENS = [
  makeApiToken("tok_1", { createTime: new Date(NOW - 30 * DAY), expireTime: new Date(NOW + 30 * DAY) }),
  makeApiToken("tok_2", { createTime: new Date(NOW - 200 * DAY) }),
  makeApiToken("tok_3", {
    state: "EXPIRED",
    createTime: new Date(NOW - 30 * DAY),
    expireTime: new Date(NOW - DAY),
  }),
];

afterEach(() => vi.unstubAllEnvs());

const show = (ada: Person) => renderScreen(Screen, ada.model).join("\n");

describe.each([true, false])("without colours: %s", (noColour) => {
  test("each row says by its shape how much of a life is over, and whether it has an end", () => {
    if (noColour) vi.stubEnv("NO_COLOR", "1");
    const rows = show(new Person({}, { columns: 80, rows: 24 }).enter(TOKENS)).split("\n");
    const rowOf = (id: string) => rows.find((row) => row.includes(`token ${id}`) || row.includes(id)) ?? "";
    expect(rowOf("tok_1")).toContain("██░░");
    expect(rowOf("tok_2")).toContain("━━─›");
    expect(rowOf("tok_3")).toContain("████");
  });
});

test("bars go before words where there is little room", () => {
  const narrow = show(new Person({}, { columns: 64, rows: 24 }).enter(TOKENS));
  expect(narrow).not.toContain("██░░");
  expect(narrow).toContain("Expires");
});

test("the details draw a longer one, with its share in the person’s language", () => {
  expect(show(new Person({}, { columns: 120, rows: 40 }).enter(TOKENS))).toContain("████████░░░░░░░░ 50%");
  const french = new Person({ language: "fr" }, { columns: 120, rows: 40 }).enter(TOKENS);
  expect(show(french)).toContain("████████░░░░░░░░ 50\u00a0%");
  expect(show(french.press("j") && french)).toContain("› sans fin");
});

test("access tokens have theirs", () => {
  const token = makeAccessToken("atk_1", {
    createTime: new Date(NOW - 1_800_000),
    expireTime: new Date(NOW + 1_800_000),
  });
  const ada = openAccessTokens(new Person({}, { columns: 110, rows: 40 }), [token]);
  expect(show(ada)).toContain("50%");
  expect(show(openAccessTokens(new Person({}, { columns: 160, rows: 40 }), [token]))).toContain("██░░");
});

test("who listens hears words in place of the picture", () => {
  const ada = new Person().enter(TOKENS);
  const spoken = () => renderScreen(SpokenScreen, ada.model).join(" ");
  expect(spoken()).toContain("50% of its life is over");
  ada.press("j");
  expect(spoken()).toContain("without an end");
  expect(spoken()).not.toMatch(/[━─▁-▏░›] *$/m);
});
