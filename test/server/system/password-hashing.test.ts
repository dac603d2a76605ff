import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { PasswordHashing } from "../../../server/system/password-hashing.js";
import type { PasswordTask } from "../../../server/system/password-worker.js";

let passwords = new PasswordHashing();

afterEach(async () => {
  vi.restoreAllMocks();
  await passwords.close();
  passwords = new PasswordHashing();
});

test("a password is recognised by its digest, and no other is", async () => {
  const digest = await passwords.hash("correct horse");
  expect(digest).toMatch(/^\$2b\$10\$.{53}$/);
  expect(await passwords.verify("correct horse", digest)).toBe(true);
  expect(await passwords.verify("correct horsf", digest)).toBe(false);
});

test("without a digest it is false", async () => {
  expect(await passwords.verify("correct horse", undefined)).toBe(false);
});

test("without a digest the same work is done as with one, so that it takes as long", async () => {
  const ask = vi.spyOn(Worker.prototype, "postMessage");
  const digest = await passwords.hash("correct horse");
  await passwords.verify("wrong", digest);
  await passwords.verify("wrong", undefined);
  const [, known, unknown] = ask.mock.calls.map(([task]) => task as PasswordTask);
  const cost = { digest: expect.stringMatching(/^\$2b\$10\$.{53}$/) };
  expect(known).toMatchObject({ kind: "verify", password: "wrong", ...cost });
  expect(unknown).toMatchObject({ kind: "verify", password: "wrong", ...cost });
});

test("the event loop goes on turning meanwhile", async () => {
  let isDone = false;
  const hashing = passwords.hash("correct horse").finally(() => {
    isDone = true;
  });
  let turns = 0;
  while (!isDone) {
    await setImmediate();
    turns += 1;
  }
  await hashing;
  expect(turns).toBeGreaterThan(20);
});

test("when too many wait, the next is told to come back", async () => {
  passwords = new PasswordHashing(2);
  const waiting = [passwords.hash("one"), passwords.hash("two")];
  await expect(passwords.verify("three", undefined)).rejects.toMatchObject({
    reason: "SIGN_IN_THROTTLED",
    details: { retryAfterSeconds: 5 },
  });
  await Promise.all(waiting);
  await expect(passwords.verify("four", undefined)).resolves.toBe(false);
});

test("closing fails those who wait", async () => {
  const waiting = expect(passwords.hash("one")).rejects.toThrow("closed");
  await passwords.close();
  await waiting;
});

test("a digest that is none fails one call, not the thread", async () => {
  expect(await passwords.verify("one", "no digest")).toBe(false);
  await expect(passwords.hash(undefined as unknown as string)).rejects.toThrow();
  expect(await passwords.verify("one", undefined)).toBe(false);
});
