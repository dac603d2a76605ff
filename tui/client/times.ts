import type { Duration } from "../../proto/gen/google/protobuf/Duration.js";
import type { Timestamp, Timestamp__Output } from "../../proto/gen/google/protobuf/Timestamp.js";

/** Reads a wire time; undefined when it is unset. Fractions of a millisecond are cut off. */
export function decodeTime(time: Timestamp__Output | null): Date | undefined {
  return time === null ? undefined : new Date(time.seconds * 1000 + Math.floor(time.nanos / 1e6));
}

/** Reads a wire time that is always set; the epoch if a server leaves it out all the same. */
export function decodeSetTime(time: Timestamp__Output | null): Date {
  return decodeTime(time) ?? new Date(0);
}

/** Writes a wire time; proto-loader would silently take a Date itself for 1970. */
export function encodeTime(time: Date): Timestamp {
  const seconds = Math.floor(time.getTime() / 1000);
  return { seconds, nanos: (time.getTime() - seconds * 1000) * 1e6 };
}

/** Writes a span of time. */
export function encodeDuration(seconds: number): Duration {
  const whole = Math.trunc(seconds);
  return { seconds: whole, nanos: Math.round((seconds - whole) * 1e9) };
}
