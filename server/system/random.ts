import { randomFillSync } from "node:crypto";
import { BASE62, formatSecret, SECRET_BODY_LENGTH, type SecretKind } from "../domain/credentials.js";
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from "../domain/device-authorizations.js";
import type { Instant } from "../domain/instants.js";

/** Crockford's base32, in lower case: no i, l, o and u, and in the order of ASCII. */
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** So many of the random digits count, as a number of their own: the others hardly ever change within a millisecond. */
const COUNTING_DIGITS = 4;
const COUNT_END = 32 ** COUNTING_DIGITS;

/** So many characters of base62 hold 256 bits. */
const KEY_LENGTH = 43;

// Asking the operating system for a few bytes at a time costs more than all the rest.
const pool = Buffer.alloc(4_096);
let taken = pool.length;

// The last id, in three parts: its instant, the random digits that stay, and those that count. Ids of one millisecond
// count up from the first, so that they sort in the order they were made.
const digits = new Uint8Array(RANDOM_DIGITS - COUNTING_DIGITS);
let count = 0;
let lastInstant: Instant = -1;
/** The digits of all but those that count. */
let head = "";

/**
 * A fresh id that sorts by its instant, and after those made before in the same millisecond. Laid out as a ULID: the
 * prefix, `_`, then 26 characters of Crockford base32 in lower case, of which 10 are the milliseconds (48 bits) and
 * 16 are random (80 bits).
 */
export function newId(prefix: string, now: Instant): string {
  if (now !== lastInstant) begin(now);
  else if (++count === COUNT_END) carry(now);
  const last = `${digitOf(count >>> 15)}${digitOf(count >>> 10)}${digitOf(count >>> 5)}${digitOf(count)}`;
  return `${prefix}_${head}${last}`;
}

function begin(now: Instant): void {
  lastInstant = now;
  for (let place = 0; place < digits.length; place++) digits[place] = randomByte() & 31;
  count = 0;
  for (let place = 0; place < COUNTING_DIGITS; place++) count = count * 32 + (randomByte() & 31);
  head = headDigits(now);
}

function carry(now: Instant): void {
  let place = digits.length - 1;
  while (place >= 0 && digits[place] === 31) digits[place--] = 0;
  if (place >= 0) digits[place] = (digits[place] as number) + 1;
  count = 0;
  head = headDigits(now);
}

function headDigits(now: Instant): string {
  let time = "";
  let rest = now;
  for (let place = 0; place < TIME_DIGITS; place++) {
    time = (BASE32[rest % 32] as string) + time;
    rest = Math.floor(rest / 32);
  }
  return time + Array.from(digits, digitOf).join("");
}

function digitOf(value: number): string {
  return BASE32[value & 31] as string;
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
