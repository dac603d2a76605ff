import type { Instant } from "../domain/instants.js";

/** The present moment, by the clock of the machine. */
export function now(): Instant {
  return Date.now();
}
