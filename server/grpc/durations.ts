import type { Duration, Duration__Output } from "../../proto/gen/google/protobuf/Duration.js";
import type { FieldChecks } from "../domain/field-checks.js";

/** Reads a span of whole seconds; undefined when it is unset. Parts of a second are noted under the field. */
export function decodeSeconds(
  checks: FieldChecks,
  field: string,
  duration: Duration__Output | null,
): number | undefined {
  if (duration === null) return undefined;
  checks.require(duration.nanos === 0, field, "Must be whole seconds.");
  return duration.seconds;
}

/** Writes a span of whole seconds. */
export function encodeSeconds(seconds: number): Duration {
  return { seconds, nanos: 0 };
}
