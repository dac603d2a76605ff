import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  actorOf,
  auditEventId,
  auditEventSequence,
  changesBetween,
} from "../../../server/domain/audit-events.js";

test("an event's id sorts by its number, and leads back to it", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e12 }), fc.nat({ max: 1e12 }), (one, other) => {
      expect(auditEventSequence(auditEventId(one))).toBe(one);
      expect(auditEventId(one) < auditEventId(other)).toBe(one < other);
    }),
  );
  for (const id of [
    "",
    "evt_",
    "evt_1",
    "evt_000000000000000x",
    "tok_0000000000000001",
    "evt_00000000000000001",
  ]) {
    expect(auditEventSequence(id)).toBeUndefined();
  }
});

test("what differs is told as text, field by field", () => {
  const fields = {
    name: (thing: Thing) => thing.name,
    list: (thing: Thing) => thing.list,
    end_time: (thing: Thing) => thing.end,
    count: (thing: Thing) => thing.count,
  };
  interface Thing {
    readonly name: string;
    readonly list: readonly string[];
    readonly end?: number;
    readonly count: number;
  }
  const before: Thing = { name: "a", list: ["x", "y"], count: 1 };
  expect(changesBetween(before, { ...before, end: 0, list: [], count: 0 }, fields)).toEqual([
    { field: "list", before: "x, y", after: "" },
    { field: "end_time", before: "", after: "1970-01-01T00:00:00.000Z" },
    { field: "count", before: "1", after: "0" },
  ]);
  expect(changesBetween(before, { ...before }, fields)).toEqual([]);
  expect(changesBetween(undefined, before, fields).map(({ field }) => field)).toEqual([
    "name",
    "list",
    "count",
  ]);
});

test("who has no credential is named by kind alone", () => {
  for (const kind of ["ANONYMOUS", "OPERATOR", "SYSTEM"] as const) {
    expect(actorOf({ kind })).toEqual({ kind, userId: "", email: "", credentialId: "" });
  }
});
