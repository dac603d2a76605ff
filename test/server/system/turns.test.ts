import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turns } from "../../../server/system/turns.js";

/** Turns of which the last one had more than one thing to do. */
async function makeBusy(): Promise<Turns> {
  const turns = new Turns();
  turns.addRequest(() => {});
  turns.addRequest(() => {});
  await setImmediate();
  return turns;
}

/** Two requests in one turn; what is done of them. */
function askTwice(turns: Turns): readonly string[] {
  const done: string[] = [];
  for (const name of ["first", "second"]) {
    turns.addRequest(() => {
      done.push(`look at ${name}`);
      turns.addAnswer(() => done.push(`answer ${name}`));
    });
  }
  return done;
}

test("on a busy server all requests of a turn are looked at, then all answers written, each in order", async () => {
  const turns = await makeBusy();
  const done = askTwice(turns);
  expect(done).toEqual([]);
  await setImmediate();
  expect(done).toEqual(["look at first", "look at second", "answer first", "answer second"]);
});

test("on a quiet server the first of a turn waits for nothing, nor does its answer; others wait", async () => {
  const turns = new Turns();
  const done = askTwice(turns);
  expect(done).toEqual(["look at first", "answer first"]);
  await setImmediate();
  expect(done.slice(2)).toEqual(["look at second", "answer second"]);
});

test("a server is quiet again after a turn with one thing to do", async () => {
  const turns = await makeBusy();
  const done: string[] = [];
  turns.addAnswer(() => done.push("waits"));
  expect(done).toEqual([]);
  await setImmediate();
  turns.addAnswer(() => done.push("goes at once"));
  expect(done).toEqual(["waits", "goes at once"]);
});

test("what comes while a turn ends waits for the end of the next", async () => {
  const turns = await makeBusy();
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
  const turns = await makeBusy();
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
