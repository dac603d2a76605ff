import { randomFillSync } from "node:crypto";
import { BASE62, formatSecret, SECRET_BODY_LENGTH, type SecretKind } from "../domain/credentials.js";
import type { Instant } from "../domain/instants.js";

/** Crockford's base32, in lower case: no i, l, o and u, and in the order of ASCII. */
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** The largest multiple of 62 a byte can hold: bytes from there on would favour the first digits. */
const FAIR_BYTES = 248;

// Asking the operating system for a few bytes at a time costs more than all the rest.
const pool = Buffer.alloc(4_096);
let taken = pool.length;

// The random digits of the last id and its instant: ids of one millisecond count up from the first, so that they
// sort in the order they were made.
const digits = new Uint8Array(RANDOM_DIGITS);
let lastInstant: Instant = -1;

/**
 * A fresh id that sorts by its instant, and after those made before in the same millisecond. Laid out as a ULID: the
 * prefix, `_`, then 26 characters of Crockford base32 in lower case, of which 10 are the milliseconds (48 bits) and
 * 16 are random (80 bits).
 */
export function newId(prefix: string, now: Instant): string {
  if (now !== lastInstant || !countUp()) drawDigits();
  lastInstant = now;
  let time = "";
  let rest = now;
  for (let place = 0; place < TIME_DIGITS; place++) {
    time = (BASE32[rest % 32] as string) + time;
    rest = Math.floor(rest / 32);
  }
  let random = "";
  for (const digit of digits) random += BASE32[digit];
  return `${prefix}_${time}${random}`;
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
  let body = "";
  while (body.length < SECRET_BODY_LENGTH) {
    const byte = randomByte();
    if (byte < FAIR_BYTES) body += BASE62[byte % 62];
  }
  return formatSecret(kind, body);
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
