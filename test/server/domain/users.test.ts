import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSecret, parseAuthorization } from "../../../server/domain/credentials.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import {
  checkEmail,
  checkPassword,
  checkUserName,
  isActiveAdmin,
  losesPower,
  mayUseCredentials,
  normalizeEmail,
  type Role,
  type User,
} from "../../../server/domain/users.js";
import { basic, failureIn, START } from "../../support/test-environment.js";

const USER: User = {
  id: "usr_1",
  accountId: "acme",
  email: "jane@acme.example",
  name: "Jane",
  role: "ADMIN",
  verified: true,
  suspended: false,
  passwordDigest: "d",
  createTime: START,
  updateTime: START,
  revision: 1,
};

function isEmail(text: string): boolean {
  const checks = new FieldChecks();
  checkEmail(checks, "email", text);
  return failureIn(() => checks.finish()) === undefined;
}

describe("an e-mail address", () => {
  test.each([
    "a@b",
    "jane@example.com",
    " Jane.O'Neil+x@sub.example.co ",
    `${"a".repeat(64)}@${"b".repeat(189)}`,
    "a/b@example.com",
  ])("%s is one", (text) => {
    expect(isEmail(text)).toBe(true);
  });

  test.each([
    "",
    "jane",
    "@example.com",
    "jane@",
    "a@b@c",
    "a b@example.com",
    "a\n@example.com",
    "josé@example.com",
    "a:b@example.com",
    "a@-b.example",
    "a@b-",
    "a@b_c",
    "jane/token@example.com",
    `${"a".repeat(65)}@b`,
    `a@${"b".repeat(190)}`,
  ])("%j is none", (text) => {
    expect(isEmail(text)).toBe(false);
  });

  test("can be presented in a credential, and is found again", () => {
    const secret = formatSecret("API_TOKEN", "x".repeat(30));
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.stringMatching(/^[!-~]{1,12}@[a-z]{1,5}$/)), (email) => {
        if (!isEmail(email)) return;
        const credential = parseAuthorization(basic(email, secret));
        expect(credential).toEqual({ kind: "API_TOKEN", email, secret });
        expect(normalizeEmail(email.toUpperCase())).toBe(normalizeEmail(` ${email} `));
      }),
      { numRuns: 1_000 },
    );
  });
});

test("a password has 10 to 72 bytes and no NUL", () => {
  const isPassword = (text: string) => {
    const checks = new FieldChecks();
    checkPassword(checks, "password", text);
    return failureIn(() => checks.finish()) === undefined;
  };
  const good = ["x".repeat(10), "x".repeat(72), "é".repeat(36), "          "];
  const bad = ["", "x".repeat(9), "x".repeat(73), "é".repeat(37), "0123456789\u0000"];
  expect(good.map(isPassword)).toEqual(good.map(() => true));
  expect(bad.map(isPassword)).toEqual(bad.map(() => false));
});

test("a name may be left out", () => {
  const name = (given: string) => checkUserName(new FieldChecks(), "name", given, "jane@example.com");
  expect([name(""), name(" Jane ")]).toEqual(["jane@example.com", "Jane"]);
});

test("credentials are for who is verified and not suspended", () => {
  expect(mayUseCredentials(USER)).toBe(true);
  expect(mayUseCredentials({ ...USER, verified: false })).toBe(false);
  expect(mayUseCredentials({ ...USER, suspended: true })).toBe(false);
});

test("an administrator counts while they can sign in", () => {
  const { passwordDigest: _, ...bare } = USER;
  expect(isActiveAdmin(USER)).toBe(true);
  expect(isActiveAdmin(bare)).toBe(false);
  expect(isActiveAdmin({ ...USER, suspended: true })).toBe(false);
  expect(isActiveAdmin({ ...USER, role: "AGENT" })).toBe(false);
});

test.each([
  ["ADMIN", "AGENT", true],
  ["ADMIN", "END_USER", true],
  ["AGENT", "END_USER", true],
  ["AGENT", "AGENT", false],
  ["AGENT", "ADMIN", false],
  ["END_USER", "ADMIN", false],
] satisfies [Role, Role, boolean][])("from %s to %s is a loss of power: %s", (from, to, answer) => {
  const before: User = { ...USER, role: from };
  expect(losesPower(before, { ...before, role: to })).toBe(answer);
  expect(losesPower(before, { ...before, role: to, suspended: true })).toBe(true);
  expect(losesPower({ ...before, suspended: true }, { ...before, role: to })).toBe(answer);
});
