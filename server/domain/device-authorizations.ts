import { type Instant, SECOND } from "./instants.js";
import type { DeviceAuthorization } from "./oauth-grants.js";

/** How long a device and its person have, in seconds. */
export const DEVICE_LIFETIME_SECONDS = 600;

/** How many devices a public client may start within that from one network: it has nothing to prove itself with. */
export const DEVICE_STARTS = 30;

/** How long a device waits between polls at first, in seconds (RFC 8628 section 3.2). */
export const DEVICE_INTERVAL_SECONDS = 5;

/** By how much that grows with each poll that came too soon, in seconds (RFC 8628 section 3.5). */
const SLOW_DOWN_SECONDS = 5;

/** A poll may come so much early: a network does not deliver to the millisecond. */
const TOLERANCE_MS = 500;

/** The characters of user codes: no vowels, so no words, and nothing that looks alike (RFC 8628 section 6.1). */
export const USER_CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

/** How many characters a user code has: of 20 each, 34 bits, with few tries for anybody. */
export const USER_CODE_LENGTH = 8;

/** A user code as people read it: `WDJB-MJHT`. */
export function formatUserCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A user code as it was typed, in its plain form (RFC 8628 section 6.1); undefined for what cannot be one. */
export function readUserCode(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const plain = typed.toUpperCase().replaceAll(/[\s\p{Pd}_.]/gu, "");
  const isOne =
    plain.length === USER_CODE_LENGTH && [...plain].every((letter) => USER_CODE_ALPHABET.includes(letter));
  return isOne ? plain : undefined;
}

/** What a poll is answered with. */
export type PollDecision = "redeem" | "pending" | "slow down" | "denied" | "expired" | "redeemed";

/** Decides on a poll (RFC 8628 section 3.5). */
export function decidePoll(device: DeviceAuthorization, now: Instant): PollDecision {
  if (device.state === "REDEEMED") return "redeemed";
  if (device.expireTime <= now) return "expired";
  if (device.state === "DENIED") return "denied";
  if (device.state === "APPROVED") return "redeem";
  const { lastPollTime, intervalSeconds } = device;
  const isTooSoon =
    lastPollTime !== undefined && now - lastPollTime < intervalSeconds * SECOND - TOLERANCE_MS;
  return isTooSoon ? "slow down" : "pending";
}

/** The device after a poll that found nothing decided. */
export function notePoll(
  device: DeviceAuthorization,
  decision: "pending" | "slow down",
  now: Instant,
): DeviceAuthorization {
  const growth = decision === "slow down" ? SLOW_DOWN_SECONDS : 0;
  return { ...device, lastPollTime: now, intervalSeconds: device.intervalSeconds + growth };
}
