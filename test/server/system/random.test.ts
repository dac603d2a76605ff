import { expect, test } from "vitest";
import { isWellFormedSecret } from "../../../server/domain/credentials.js";
import { newId, newSecret } from "../../../server/system/random.js";

test("an id is the prefix and 26 characters of Crockford base32", () => {
  expect(newId("tok", 0)).toMatch(/^tok_0000000000[0-9a-hjkmnp-tv-z]{16}$/);
  expect(newId("usr", 2 ** 48 - 1)).toMatch(/^usr_7zzzzzzzzz[0-9a-hjkmnp-tv-z]{16}$/);
});

test("ids sort by their instant, and within one in the order they were made", () => {
  const ids = [5, 5, 5, 6, 31, 32, 1_700_000_000_000, 1_700_000_000_000].map((now) => newId("tok", now));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("ten thousand ids of one instant are all different and in order", () => {
  const ids = Array.from({ length: 10_000 }, () => newId("tok", 1));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("ids of one instant go on rising when their last four digits have all been used", () => {
  let before = newId("tok", 2);
  for (let made = 0; made < 32 ** 4 + 1; made++) {
    const next = newId("tok", 2);
    if (next <= before) throw new Error(`${next} comes after ${before}.`);
    before = next;
  }
});

test("ids of different instants share no random digits", () => {
  const tails = new Set(Array.from({ length: 1_000 }, (_, now) => newId("tok", now).slice(-16)));
  expect(tails.size).toBe(1_000);
});

test.each(["API_TOKEN", "SESSION", "SETUP_CODE"] as const)(
  "a secret of the kind %s is well formed",
  (kind) => {
    expect(isWellFormedSecret(kind, newSecret(kind))).toBe(true);
  },
);

test("every digit of base62 comes about equally often in secrets", () => {
  const counts = new Map<string, number>();
  const secrets = 4_000;
  for (let made = 0; made < secrets; made++) {
    for (const digit of newSecret("SESSION").slice(4, 34)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  }
  const expected = (secrets * 30) / 62;
  // Six standard deviations: a fair draw fails this once in ten million runs; a byte modulo 62 always does.
  const tolerance = 6 * Math.sqrt(expected);
  expect(counts.size).toBe(62);
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(tolerance);
});
