import { crc32 } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BASE62,
  formatSecret,
  hintOf,
  isWellFormedSecret,
  parseAuthorization,
  SECRET_BODY_LENGTH,
  SECRET_PREFIXES,
  type SecretKind,
  showHint,
} from "../../../server/domain/credentials.js";
import { basic } from "../../support/test-environment.js";

const KINDS = Object.keys(SECRET_PREFIXES) as SecretKind[];
const body = fc.string({
  unit: fc.constantFrom(...BASE62),
  minLength: SECRET_BODY_LENGTH,
  maxLength: SECRET_BODY_LENGTH,
});
const kind = fc.constantFrom(...KINDS);

describe("a secret", () => {
  test("is of 40 characters: a prefix of its kind, 30 random ones, and their CRC-32 in base62", () => {
    fc.assert(
      fc.property(kind, body, (of, random) => {
        const secret = formatSecret(of, random);
        expect(secret).toMatch(/^lk[a-z]_[0-9A-Za-z]{36}$/);
        expect(secret.slice(0, 34)).toBe(SECRET_PREFIXES[of] + random);
        const tail = [...secret.slice(34)].reduce((sum, digit) => sum * 62 + BASE62.indexOf(digit), 0);
        expect(tail).toBe(crc32(secret.slice(0, 34)));
        expect(KINDS.filter((other) => isWellFormedSecret(other, secret))).toEqual([of]);
      }),
    );
  });

  test("with any one character changed is none", () => {
    const other = fc.oneof(
      fc.constantFrom(...BASE62),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        kind,
        body,
        fc.nat({ max: 39 }),
        other,
        fc.nat({ max: 300 }),
        (of, random, at, char, shift) => {
          const secret = formatSecret(of, random);
          // Also a character whose low byte is the same, which a checksum over bytes would not tell apart.
          const far = String.fromCharCode(secret.charCodeAt(at) + 256 * (shift + 1));
          for (const changed of [char, far]) {
            const text = secret.slice(0, at) + changed + secret.slice(at + 1);
            if (text !== secret) expect(isWellFormedSecret(of, text)).toBe(false);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("with two neighbours swapped, one missing or one more is none", () => {
    fc.assert(
      fc.property(kind, body, fc.nat({ max: 38 }), (of, random, at) => {
        const secret = formatSecret(of, random);
        const [one, two] = [secret.charAt(at), secret.charAt(at + 1)];
        const swapped = secret.slice(0, at) + two + one + secret.slice(at + 2);
        if (one !== two) expect(isWellFormedSecret(of, swapped)).toBe(false);
        expect(isWellFormedSecret(of, secret.slice(0, at) + secret.slice(at + 1))).toBe(false);
        expect(isWellFormedSecret(of, `${secret}0`)).toBe(false);
      }),
    );
  });

  test("keeps 30 of its 40 characters to itself in its hint", () => {
    const secret = formatSecret("API_TOKEN", "x".repeat(30));
    expect(hintOf(secret)).toBe("lka_xxxxxx");
    expect(showHint(hintOf(secret))).toBe("lka_xxxxxx…");
    expect(showHint("lka_xxxxxx…")).toBe("lka_xxxxxx…");
    expect(showHint("")).toBe("");
  });
});

describe("an authorization header", () => {
  const token = formatSecret("API_TOKEN", "0123456789".repeat(3));
  const session = formatSecret("SESSION", "0123456789".repeat(3));
  const encoded = (text: string) => Buffer.from(text).toString("base64");

  test.each([
    ["the usual", basic("jane@example.com", token)],
    ["in lower case", basic("jane@example.com", token).replace("Basic", "basic")],
    ["with several spaces", basic("jane@example.com", token).replace(" ", "    ")],
    ["without padding", basic("jane@example.com", token).replaceAll("=", "")],
  ])("of a token: %s", (_, header) => {
    expect(parseAuthorization(header)).toEqual({
      kind: "API_TOKEN",
      email: "jane@example.com",
      secret: token,
    });
  });

  test("of a token may name anybody, in UTF-8", () => {
    for (const email of ["", "josé@example.com", "\u{1f600}", "a/token", "a b"]) {
      expect(parseAuthorization(basic(email, token))).toMatchObject({ email });
    }
  });

  test("of a session", () => {
    expect(parseAuthorization(`Bearer ${session}`)).toEqual({ kind: "SESSION", secret: session });
    expect(parseAuthorization(`BEARER  ${session}`)).toEqual({ kind: "SESSION", secret: session });
  });

  test.each([
    ["nothing", ""],
    ["a scheme alone", "Basic"],
    ["a scheme and a space", "Bearer "],
    ["no scheme", session],
    ["another scheme", `Digest ${session}`],
    ["a tab", `Bearer\t${session}`],
    ["a line feed behind", `Bearer ${session}\n`],
    ["a space before", ` Bearer ${session}`],
    ["two values", `Bearer ${session}, Bearer ${session}`],
    ["the wrong kind as bearer", `Bearer ${token}`],
    ["a session as basic", basic("jane@example.com", session)],
    ["a password sign-in", `Basic ${encoded(`jane@example.com:${token}`)}`],
    ["no colon", `Basic ${encoded(`jane@example.com/token${token}`)}`],
    ["an e-mail with a colon", `Basic ${encoded(`a:b@example.com/token:${token}`)}`],
    ["no base64", "Basic ~~~~"],
    ["base64url", `Basic ${Buffer.from(`ÿÿÿ/token:${token}`, "latin1").toString("base64url")}`],
    ["no UTF-8", `Basic ${Buffer.from(`\xff/token:${token}`, "latin1").toString("base64")}`],
    ["a typo", `Bearer ${session.slice(0, -1)}x`],
    ["8,193 characters", `Bearer ${"x".repeat(8_186)}`],
    ["a megabyte", `Basic ${"A".repeat(1_000_000)}`],
    ["a megabyte of spaces", `Basic${" ".repeat(1_000_000)}x`],
  ])("with %s presents nothing", (_, header) => {
    expect(parseAuthorization(header)).toBeUndefined();
  });

  test("never throws, whatever is in it", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    const near = fc
      .tuple(fc.constantFrom("Basic ", "Bearer ", "basic", ""), fc.base64String({ maxLength: 120 }), text)
      .map(([scheme, base64, rest]) => scheme + base64 + rest);
    const inside = text.map((content) => `Basic ${encoded(content)}`);
    fc.assert(
      fc.property(fc.oneof(text, near, inside), (header) => {
        const credential = parseAuthorization(header);
        if (credential !== undefined) expect(credential.secret).toHaveLength(40);
      }),
      { numRuns: 3_000 },
    );
  });
});
