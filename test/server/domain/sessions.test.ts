import { expect, test } from "vitest";
import {
  isSessionLive,
  SESSION_LIFETIME_MS,
  type Session,
  slideSession,
} from "../../../server/domain/sessions.js";
import type { User } from "../../../server/domain/users.js";
import { START } from "../../support/test-environment.js";

const SESSION: Session = {
  id: "ses_1",
  accountId: "acme",
  userId: "usr_1",
  digest: "d",
  scopes: [],
  createTime: START,
  expireTime: START + SESSION_LIFETIME_MS,
};
const USER = { suspended: false } as User;

test("a session lives for 12 hours, to the millisecond, while its user is not suspended", () => {
  expect(SESSION_LIFETIME_MS).toBe(43_200_000);
  expect(isSessionLive(SESSION, USER, SESSION.expireTime - 1)).toBe(true);
  expect(isSessionLive(SESSION, USER, SESSION.expireTime)).toBe(false);
  expect(isSessionLive(SESSION, { ...USER, suspended: true }, START)).toBe(false);
});

test("a use moves the end by more than a minute or not at all, and never back", () => {
  expect(slideSession(SESSION, START + 60_000)).toBeUndefined();
  expect(slideSession(SESSION, START - 100_000)).toBeUndefined();
  expect(slideSession(SESSION, START + 60_001)).toEqual({
    ...SESSION,
    expireTime: START + 60_001 + SESSION_LIFETIME_MS,
  });
});
