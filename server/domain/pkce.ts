/** Whether a text can be the S256 challenge of a verifier: 32 bytes in base64url without padding (RFC 7636 section 4.2). */
export function isCodeChallenge(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/**
 * Whether a verifier is the one a challenge was made from: BASE64URL(SHA256(ASCII(verifier))) = challenge (RFC 7636
 * section 4.6), which is what `digest` makes of a text. Digests may be compared plainly: the challenge is no secret.
 */
export function isVerifierOf(challenge: string, verifier: string, digest: (text: string) => string): boolean {
  // RFC 7636 section 4.1: 43 to 128 unreserved characters.
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier) && digest(verifier) === challenge;
}
