import { expect, test } from "vitest";
import { isCodeChallenge, isVerifierOf } from "../../../server/domain/pkce.js";
import { digest } from "../../../server/system/digest.js";

// RFC 7636 appendix B.
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

test("a verifier is told by the example of RFC 7636", () => {
  expect(isVerifierOf(CHALLENGE, VERIFIER, digest)).toBe(true);
  expect(isVerifierOf(CHALLENGE, `${VERIFIER}x`, digest)).toBe(false);
  // What `plain` would compare.
  expect(isVerifierOf(CHALLENGE, CHALLENGE, digest)).toBe(false);
});

test("a verifier has 43 to 128 unreserved characters (RFC 7636 section 4.1)", () => {
  const isOne = (text: string) => isVerifierOf(digest(text), text, digest);
  expect(isOne("a".repeat(43))).toBe(true);
  expect(isOne("A-._~9".repeat(20).slice(0, 128))).toBe(true);
  for (const text of ["", "a".repeat(42), "a".repeat(129), `${"a".repeat(43)}+`, `${"a".repeat(43)}\n`]) {
    expect(isOne(text)).toBe(false);
  }
});

test("a challenge is 32 bytes of base64url without padding", () => {
  expect(isCodeChallenge(CHALLENGE)).toBe(true);
  for (const text of [
    "",
    CHALLENGE.slice(1),
    `${CHALLENGE}=`,
    `${CHALLENGE}x`,
    CHALLENGE.replace("-", "+"),
  ]) {
    expect(isCodeChallenge(text)).toBe(false);
  }
});
