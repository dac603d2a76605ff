import { expect, test } from "vitest";
import { checkSettings, newSettings, type Settings } from "../../../server/domain/settings.js";
import { failureIn, START } from "../../support/test-environment.js";

const SETTINGS = newSettings("acme", START);

test("a new account's are within their own bounds, with both ways of access off", () => {
  checkSettings(SETTINGS);
  expect([SETTINGS.apiTokenAccess, SETTINGS.oauthAccess, SETTINGS.maxApiTokens]).toEqual([false, false, 256]);
});

test.each([
  ["authorizationCodeLifetimeSeconds", 30, 600],
  ["accessTokenLifetimeSeconds", 300, 172_800],
  ["refreshTokenLifetimeSeconds", 604_800, 7_776_000],
] satisfies [keyof Settings, number, number][])("%s goes from %d to %d", (field, min, max) => {
  const reasonWith = (value: number) =>
    failureIn(() => checkSettings({ ...SETTINGS, [field]: value }))?.reason;
  expect([min, max].map(reasonWith)).toEqual([undefined, undefined]);
  for (const value of [min - 1, max + 1, min + 0.5, Number.NaN])
    expect(reasonWith(value)).toBe("FIELD_INVALID");
});

test("everything that is wrong is told at once", () => {
  const wrong = { ...SETTINGS, accessTokenLifetimeSeconds: 1, resources: ["X"], ipAllowList: ["x"] };
  const fields = failureIn(() => checkSettings(wrong))?.details.violations?.map(({ field }) => field);
  expect(fields).toEqual([
    "settings.access_token_lifetime_seconds",
    "settings.resources[0]",
    "settings.ip_allow_list[0]",
  ]);
});

test("resources are named like resources, a hundred at most, and not like Latchkey's own", () => {
  const isGood = (resources: string[]) =>
    failureIn(() => checkSettings({ ...SETTINGS, resources })) === undefined;
  for (const name of ["a", "tickets", "a_1", "x".repeat(40)]) expect(isGood([name])).toBe(true);
  for (const name of ["", "A", "1a", "_a", "a-b", "a:b", "x".repeat(41), "api_tokens", "accounts"]) {
    expect(isGood([name])).toBe(false);
  }
  const many = Array.from({ length: 101 }, (_, index) => `r${index}`);
  expect([isGood(many.slice(1)), isGood(many)]).toEqual([true, false]);
});
