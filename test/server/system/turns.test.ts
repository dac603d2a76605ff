import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turns } from "../../../server/system/turns.js";

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

test("one that throws hinders no other, and is heard of", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const heard: unknown[] = [];
  const listeners = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.once("uncaughtException", (error) => heard.push(error));
  const fault = new Error("a fault");
  turns.addRequest(() => {
    throw fault;
  });
  turns.addRequest(() => done.push("the other"));
  await setImmediate();
  await setImmediate();
  for (const listener of listeners) process.on("uncaughtException", listener);
  expect(done).toEqual(["the other"]);
  expect(heard).toEqual([fault]);
});
