import { expect, test } from "vitest";
import { KnownRecords } from "../../../server/store/known-records.js";

test("a text is decoded once, until another stands in its place; a long one each time", () => {
  const known = new KnownRecords();
  const first = known.decode("notes/1", '{"count":1}');
  expect(known.decode("notes/1", '{"count":1}')).toBe(first);
  expect(known.decode("notes/2", '{"count":1}')).not.toBe(first);
  expect(known.decode("notes/1", '{"count":2}')).toEqual({ count: 2 });
  const long = JSON.stringify({ text: "x".repeat(5_000) });
  expect(known.decode("notes/3", long)).toEqual(known.decode("notes/3", long));
  expect(known.decode("notes/3", long)).not.toBe(known.decode("notes/3", long));
});

test("what is written anew is known at once where it was read before, and frozen; elsewhere it is not kept", () => {
  const known = new KnownRecords();
  known.decode("notes/1", '{"count":1}');
  const second = { count: 2 };
  known.replace("notes/1", '{"count":2}', second);
  expect(known.decode("notes/1", '{"count":2}')).toBe(second);
  expect(Object.isFrozen(second)).toBe(true);
  expect(known.decode("notes/1", '{"count":1}')).toEqual({ count: 1 });
  const other = { count: 3 };
  known.replace("notes/2", '{"count":3}', other);
  expect(known.decode("notes/2", '{"count":3}')).not.toBe(other);
  known.decode("notes/3", '{"text":""}');
  const long = { text: "x".repeat(5_000) };
  known.replace("notes/3", JSON.stringify(long), long);
  expect(known.decode("notes/3", JSON.stringify(long))).not.toBe(long);
});
