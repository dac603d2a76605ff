import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "../../../server/system/repeat.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("it works at every interval until it is stopped", async () => {
  const work = vi.fn(async () => {});
  const repetition = repeat(work, 100, () => {});
  await vi.advanceTimersByTimeAsync(350);
  expect(work).toHaveBeenCalledTimes(3);
  await repetition.stop();
  await vi.advanceTimersByTimeAsync(350);
  expect(work).toHaveBeenCalledTimes(3);
});

test("a round that takes long is not overtaken, and stopping waits for it", async () => {
  const rounds: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => void rounds.push(resolve)));
  const repetition = repeat(work, 100, () => {});
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(1);
  let hasStopped = false;
  const stopping = repetition.stop().then(() => {
    hasStopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(hasStopped).toBe(false);
  rounds[0]?.();
  await stopping;
  expect(hasStopped).toBe(true);
});

test("a failure is told, and the next round comes all the same", async () => {
  const failures: unknown[] = [];
  const repetition = repeat(
    async () => {
      throw new Error("full disk");
    },
    100,
    (error) => failures.push(error),
  );
  await vi.advanceTimersByTimeAsync(250);
  expect(failures).toEqual([new Error("full disk"), new Error("full disk")]);
  await repetition.stop();
});
