import { describe, expect, test } from "vitest";
import { type Change, type Engine, PositionUnknownError } from "../../../server/engine/engine.js";
import { fresh, type OpenSubject, writes } from "./conformance.js";

/** What every engine owes to those who follow its changes. */
export function feedConformance(open: OpenSubject): void {
  describe("the feed of changes", () => {
    test("has every commit that wrote, in order, and no other", async () => {
      const engine = await fresh(open);
      const first = writes("a=1", "b=1");
      await engine.commit([], first);
      await engine.commit([], []);
      await engine.commit([{ key: "a", expected: undefined }], writes("a=2"));
      await engine.commit([], writes("-a"));
      expect(await take(engine, 0, 2)).toEqual([
        { position: 1, writes: first },
        { position: 2, writes: writes("-a") },
      ]);
      expect(await take(engine, 1, 1)).toEqual([{ position: 2, writes: writes("-a") }]);
    });

    test("goes on as commits come, for several readers at their own pace", async () => {
      const engine = await fresh(open);
      const readers = [take(engine, 0, 300), take(engine, 0, 300), take(engine, 0, 100)];
      for (let round = 0; round < 30; round++) {
        await Promise.all(
          Array.from({ length: 10 }, (_, n) => engine.commit([], writes(`k${round}/${n}=x`))),
        );
      }
      const positions = (await Promise.all(readers)).map((changes) =>
        changes.map(({ position }) => position),
      );
      const rising = Array.from({ length: 300 }, (_, n) => n + 1);
      expect(positions).toEqual([rising, rising, rising.slice(0, 100)]);
    });

    test("shows a change no later than its commit resolves", async () => {
      const engine = await fresh(open);
      const commit = engine.commit([], writes("a=1"));
      await commit;
      expect(engine.position()).toBe(1);
      expect(await take(engine, 0, 1)).toHaveLength(1);
    });

    test("knows neither what it has forgotten nor what is to come", async () => {
      const engine = await fresh(open, { tailLength: 3 });
      for (let n = 1; n <= 5; n++) await engine.commit([], writes(`a=${n}`));
      await expect(take(engine, 1, 1)).rejects.toThrow(PositionUnknownError);
      expect((await take(engine, 2, 3)).map(({ position }) => position)).toEqual([3, 4, 5]);
      await expect(take(engine, 6, 1)).rejects.toThrow(PositionUnknownError);
      await expect(take(engine, -1, 1)).rejects.toThrow(PositionUnknownError);
      await expect(take(engine, Number.NaN, 1)).rejects.toThrow(PositionUnknownError);
    });

    test("a reader that falls behind the tail is told so, and others go on", async () => {
      const engine = await fresh(open, { tailLength: 3 });
      const slow = engine.changes(0)[Symbol.asyncIterator]();
      await engine.commit([], writes("a=1"));
      expect((await slow.next()).value?.position).toBe(1);
      for (let n = 2; n <= 6; n++) await engine.commit([], writes(`a=${n}`));
      await expect(slow.next()).rejects.toThrow(PositionUnknownError);
      expect(await slow.next()).toEqual({ done: true, value: undefined });
      expect(await take(engine, 3, 3)).toHaveLength(3);
    });

    test("a reader that stops while it waits is let go at once", async () => {
      const engine = await fresh(open);
      const reader = engine.changes(0)[Symbol.asyncIterator]();
      const waiting = reader.next();
      await reader.return?.();
      expect(await waiting).toEqual({ done: true, value: undefined });
      await engine.commit([], writes("a=1"));
      expect(await reader.next()).toEqual({ done: true, value: undefined });
    });

    test("ends when the engine closes, after all that was durable", async () => {
      const engine = await fresh(open);
      const all = collect(engine, 0);
      const idle = collect(engine, 0);
      const commits = [engine.commit([], writes("a=1")), engine.commit([], writes("a=2"))];
      await engine.close();
      await Promise.all(commits);
      expect((await all).map(({ position }) => position)).toEqual([1, 2]);
      expect(await idle).toHaveLength(2);
    });
  });
}

/** The next changes after a position; then stops reading. */
export async function take(engine: Engine, after: number, count: number): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const change of engine.changes(after)) {
    changes.push(change);
    if (changes.length === count) break;
  }
  return changes;
}

async function collect(engine: Engine, after: number): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const change of engine.changes(after)) changes.push(change);
  return changes;
}
