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
