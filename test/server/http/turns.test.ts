import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turns } from "../../../server/http/turns.js";

test("at the end of a turn all requests are looked at, then all answers written, each in order", async () => {
  const turns = new Turns();
  const done: string[] = [];
  for (const name of ["first", "second"]) {
    turns.addRequest(() => {
      done.push(`look at ${name}`);
      turns.addAnswer(() => done.push(`answer ${name}`));
    });
  }
  expect(done).toEqual([]);
  await setImmediate();
  expect(done).toEqual(["look at first", "look at second", "answer first", "answer second"]);
});

test("what comes while a turn ends waits for the end of the next", async () => {
  const turns = new Turns();
  const done: string[] = [];
  turns.addRequest(() => {
    turns.addRequest(() => done.push("asked meanwhile"));
    turns.addAnswer(() => {
      done.push("answer");
      turns.addAnswer(() => done.push("answered meanwhile"));
    });
  });
  await setImmediate();
  expect(done).toEqual(["answer"]);
  await setImmediate();
  expect(done).toEqual(["answer", "asked meanwhile", "answered meanwhile"]);
});
