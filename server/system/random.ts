import { randomFillSync } from "node:crypto";
import { BASE62, formatSecret, SECRET_BODY_LENGTH, type SecretKind } from "../domain/credentials.js";
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from "../domain/device-authorizations.js";
import type { Instant } from "../domain/instants.js";

/** Crockford's base32, in lower case: no i, l, o and u, and in the order of ASCII. */
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** So many characters of base62 hold 256 bits. */
const KEY_LENGTH = 43;

// Asking the operating system for a few bytes at a time costs more than all the rest.
const pool = Buffer.alloc(4_096);
let taken = pool.length;

// The random digits of the last id and its instant: ids of one millisecond count up from the first, so that they
// sort in the order they were made.
const digits = new Uint8Array(RANDOM_DIGITS);
let lastInstant: Instant = -1;
let lastTime = "";

/**
 * A fresh id that sorts by its instant, and after those made before in the same millisecond. Laid out as a ULID: the
 * prefix, `_`, then 26 characters of Crockford base32 in lower case, of which 10 are the milliseconds (48 bits) and
 * 16 are random (80 bits).
 */
export function newId(prefix: string, now: Instant): string {
  if (now !== lastInstant || !countUp()) drawDigits();
  if (now !== lastInstant) lastTime = timeDigits(now);
  lastInstant = now;
  let random = "";
  for (const digit of digits) random += BASE32[digit];
  return `${prefix}_${lastTime}${random}`;
}

function timeDigits(now: Instant): string {
  let time = "";
  let rest = now;
  for (let place = 0; place < TIME_DIGITS; place++) {
    time = (BASE32[rest % 32] as string) + time;
    rest = Math.floor(rest / 32);
  }
  return time;
}

function drawDigits(): void {
  for (let place = 0; place < RANDOM_DIGITS; place++) digits[place] = randomByte() & 31;
}

/** Whether there was a next number. */
function countUp(): boolean {
  for (let place = RANDOM_DIGITS - 1; place >= 0; place--) {
    const digit = digits[place] as number;
    digits[place] = (digit + 1) & 31;
    if (digit < 31) return true;
  }
  return false;
}

/** A fresh secret of this kind, its checksum included. */
export function newSecret(kind: SecretKind): string {
  return formatSecret(kind, randomText(BASE62, SECRET_BODY_LENGTH));
}

/** A fresh key of 256 bits, for deriveSecret. */
export function newKey(): string {
  return randomText(BASE62, KEY_LENGTH);
}

/** A fresh user code in its plain form. */
export function newUserCode(): string {
  return randomText(USER_CODE_ALPHABET, USER_CODE_LENGTH);
}

function randomText(alphabet: string, length: number): string {
  // Bytes beyond the largest multiple of the alphabet's length would favour its first characters.
  const fairBytes = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    const byte = randomByte();
    if (byte < fairBytes) text += alphabet[byte % alphabet.length];
  }
  return text;
}

function randomByte(): number {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const byte = pool[taken] as number;
  // What made a secret must not stay in memory.
  pool[taken] = 0;
  taken += 1;
  return byte;
}
