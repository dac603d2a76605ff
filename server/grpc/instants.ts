import type { Timestamp, Timestamp__Output } from "../../proto/gen/google/protobuf/Timestamp.js";
import type { FieldChecks } from "../domain/field-checks.js";
import { type Instant, LAST_INSTANT } from "../domain/instants.js";

/** The first moment a protobuf Timestamp can carry: 0001-01-01T00:00:00Z. */
const FIRST_INSTANT: Instant = -62_135_596_800_000;

/** Reads a moment; undefined when it is unset. What lies beyond a Timestamp's range is noted under the field. */
export function decodeInstant(
  checks: FieldChecks,
  field: string,
  timestamp: Timestamp__Output | null,
): Instant | undefined {
  if (timestamp === null) return undefined;
  const { seconds, nanos } = timestamp;
  const instant = seconds * 1_000 + Math.floor(nanos / 1_000_000);
  const isWhole = Number.isInteger(seconds) && Number.isInteger(nanos) && nanos >= 0 && nanos < 1_000_000_000;
  if (isWhole && instant >= FIRST_INSTANT && instant <= LAST_INSTANT) return instant;
  checks.refuse(
    field,
    "Must be a time from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z, nanos below a second.",
  );
  return undefined;
}

/** Writes a moment. */
export function encodeInstant(instant: Instant): Timestamp {
  const seconds = Math.floor(instant / 1_000);
  return { seconds, nanos: (instant - seconds * 1_000) * 1_000_000 };
}

/** Writes a moment that may be unset. */
export function encodeOptionalInstant(instant: Instant | undefined): Timestamp | null {
  return instant === undefined ? null : encodeInstant(instant);
}
