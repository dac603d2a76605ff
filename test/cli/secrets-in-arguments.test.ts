import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsSecret } from "../../cli/secrets-in-arguments.js";

const base62 = fc.stringMatching(/^[0-9A-Za-z]{36}$/);
const secret = fc
  .tuple(fc.constantFrom("lka_", "lks_", "lki_", "lkz_"), base62)
  .map((parts) => parts.join(""));
const around = fc.constantFrom("", "--token=", "Bearer ", "x", '{"secret":"', "\n", "é");

test("finds a secret wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 })),
      secret,
      around,
      around,
      (others, found, before, after) => {
        expect(holdsSecret([...others, `${before}${found}${after}`])).toBe(true);
      },
    ),
  );
});

test("finds a secret in the base64 of a Basic header", () => {
  fc.assert(
    fc.property(secret, fc.emailAddress(), (found, email) => {
      const basic = Buffer.from(`${email}/token:${found}`).toString("base64");
      expect(holdsSecret(["authenticate", `Basic ${basic}`])).toBe(true);
    }),
  );
});

test.each([
  ["tok_01m85wkc7nc97eba9bzx8s1mzs"],
  ["lka_BXoGMS…"],
  ["lka_tooshort"],
  ["0b5c1b0e-3d7e-4f6c-9a53-8d1b54d1f7a2"],
  ["/srv/very/long/path/that/has/only/base64/characters/in/it/and/goes/on/and/on/credentials"],
])("lets %s pass", (argument) => {
  expect(holdsSecret([argument])).toBe(false);
});
