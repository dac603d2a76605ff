import { expect, test } from "vitest";
import { isWellFormedSecret } from "../../../server/domain/credentials.js";
import { deriveSecret } from "../../../server/system/derive.js";
import { newKey, newUserCode } from "../../../server/system/random.js";

test("a derived secret follows from kind, key and text, and changes with each", () => {
  const key = newKey();
  const one = deriveSecret("REFRESH_TOKEN", key, "text");
  expect(isWellFormedSecret("REFRESH_TOKEN", one)).toBe(true);
  expect(deriveSecret("REFRESH_TOKEN", key, "text")).toBe(one);
  const others = [
    deriveSecret("ACCESS_TOKEN", key, "text"),
    deriveSecret("REFRESH_TOKEN", newKey(), "text"),
    deriveSecret("REFRESH_TOKEN", key, "texu"),
  ];
  const bodies = [one, ...others].map((secret) => secret.slice(4, 34));
  expect(new Set(bodies).size).toBe(4);
});

test("it is the same ever after: what was handed out must not change with a new version", () => {
  expect(deriveSecret("REFRESH_TOKEN", "k".repeat(43), "lkr_example")).toBe(
    "lkr_dEy5GZ1bfvH8E6j1oFuBjWmqENOc474dkTjm",
  );
});

test("keys have 256 bits, user codes 8 letters that cannot be a word", () => {
  expect(newKey()).toMatch(/^[0-9A-Za-z]{43}$/);
  const codes = Array.from({ length: 500 }, newUserCode);
  for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
  expect(new Set(codes.join("")).size).toBe(20);
});
