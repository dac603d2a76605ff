import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { Outbox } from "../../../server/http/outbox.js";

test("what is added in a turn is written at its end, in order; what is added then, at the end of the next", async () => {
  const outbox = new Outbox();
  const written: string[] = [];
  outbox.add(() => {
    written.push("first");
    outbox.add(() => written.push("third"));
  });
  outbox.add(() => written.push("second"));
  expect(written).toEqual([]);
  await setImmediate();
  expect(written).toEqual(["first", "second"]);
  await setImmediate();
  expect(written).toEqual(["first", "second", "third"]);
});
