import fc from "fast-check";
import { expect, test } from "vitest";
import { contract } from "../../../proto/load.js";
import { decodeSetTime, decodeTime, encodeTime } from "../../../tui/client/times.js";

test("a moment survives the wire, before the epoch too", () => {
  const { Timestamp } = contract.google.protobuf;
  const moments = fc.date({ min: new Date("1900-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const wire = Timestamp.deserialize(Timestamp.serialize(encodeTime(moment)));
      expect(decodeTime(wire)).toEqual(moment);
      expect(wire.nanos).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("what is unset stays unset", () => {
  expect(decodeTime(null)).toBeUndefined();
  expect(decodeSetTime(null)).toEqual(new Date(0));
});
