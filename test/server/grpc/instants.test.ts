import fc from "fast-check";
import { expect, test } from "vitest";
import type { Timestamp } from "../../../proto/gen/google/protobuf/Timestamp.js";
import { contract } from "../../../proto/load.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { LAST_INSTANT } from "../../../server/domain/instants.js";
import { decodeInstant, encodeInstant, encodeOptionalInstant } from "../../../server/grpc/instants.js";

const FIRST_INSTANT = Date.parse("0001-01-01T00:00:00Z");

/** What arrives on the other side of the wire. */
function send(createTime: Timestamp | null) {
  const { serialize, deserialize } = contract.latchkey.v1.Account;
  return deserialize(serialize({ createTime })).createTime;
}

test("every moment of a Timestamp's range arrives as it was sent", () => {
  const checks = new FieldChecks();
  fc.assert(
    fc.property(fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT }), (instant) => {
      expect(decodeInstant(checks, "f", send(encodeInstant(instant)))).toBe(instant);
    }),
    { examples: [[0], [-1], [1], [FIRST_INSTANT], [LAST_INSTANT], [999], [-999]] },
  );
  checks.finish();
});

test("an unset moment arrives unset", () => {
  expect(decodeInstant(new FieldChecks(), "f", send(encodeOptionalInstant(undefined)))).toBeUndefined();
  expect(encodeOptionalInstant(0)).toEqual({ seconds: 0, nanos: 0 });
});

test("what is finer than a millisecond is cut", () => {
  expect(decodeInstant(new FieldChecks(), "f", { seconds: 1, nanos: 1_999_999 })).toBe(1_001);
});

test.each([
  { seconds: 253_402_300_800, nanos: 0 },
  { seconds: -62_135_596_801, nanos: 0 },
  { seconds: 0, nanos: -1 },
  { seconds: 0, nanos: 1_000_000_000 },
  { seconds: Number.NaN, nanos: 0 },
  { seconds: Number.POSITIVE_INFINITY, nanos: 0 },
  { seconds: 2 ** 63, nanos: 0 },
])("%j is refused under its field", (timestamp) => {
  const checks = new FieldChecks();
  expect(decodeInstant(checks, "api_token.expire_time", timestamp)).toBeUndefined();
  expect(() => checks.finish()).toThrow(/^api_token\.expire_time: Must be a time/);
});
