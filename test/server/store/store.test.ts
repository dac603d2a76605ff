import { describe, expect, test } from "vitest";
import { StorageUnavailableError } from "../../../server/engine/engine.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { openStore, Store } from "../../../server/store/store.js";
import type { Table } from "../../../server/store/table.js";
import { ENGINES, failureOf, openTestStore, reasonOf } from "../../support/test-environment.js";

interface Line {
  readonly id: number;
}

const lines: Table<Line> = { name: "lines", key: ({ id }) => [String(id).padStart(6, "0")], indexes: [] };
const others: Table<Line> = { name: "lines-of-others", key: ({ id }) => [String(id)], indexes: [] };

describe.each(ENGINES)("the feed of changes (%s)", (name) => {
  test("tells of every durable change of the table, in order, without a gap, to each reader", async () => {
    const store = await openTestStore(name);
    const start = store.position();
    const read = async () => {
      const ids: number[] = [];
      let last = start;
      for await (const { position, record } of store.changes(lines, start)) {
        expect(position).toBeGreaterThanOrEqual(last);
        expect(position).toBeLessThanOrEqual(store.position());
        last = position;
        ids.push(record?.id ?? -1);
        if (ids.length === 601) return ids;
      }
      return ids;
    };
    const readers = [read(), read()];
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 600 }, (_, id) =>
        store.write(async (transaction) => {
          await transaction.put(lines, { id });
          await transaction.put(others, { id });
          order.push(id);
        }),
      ),
    );
    await store.write((transaction) => transaction.delete(lines, { id: 7 }));
    for (const ids of await Promise.all([...readers, read()])) expect(ids).toEqual([...order, -1]);
  });

  test("ends when the store closes", async () => {
    const store = await openTestStore(name);
    const feed = store.changes(lines, store.position());
    const next = feed.next();
    await store.close();
    expect((await next).done).toBe(true);
  });
});

test("who is too far behind is told so, rather than left with a gap", async () => {
  const store = await openStore(openMemoryEngine({ tailLength: 3 }));
  const start = store.position();
  for (let id = 0; id < 5; id++) await store.write((transaction) => transaction.put(lines, { id }));
  expect(await reasonOf(store.changes(lines, start).next())).toBe("STREAM_TOO_SLOW");
});

test("a full disk is told as such, and the next write tries again", async () => {
  let isFull = true;
  const engine = openMemoryEngine({
    beforeCommit: () => {
      if (isFull) throw new StorageUnavailableError("No space left.");
    },
  });
  const store = new Store(engine);
  const write = () => store.write((transaction) => transaction.put(lines, { id: 1 }));
  expect(await failureOf(write())).toMatchObject({
    reason: "STORAGE_UNAVAILABLE",
    details: { retryAfterSeconds: 5 },
  });
  isFull = false;
  await write();
});

test.each(ENGINES)("a closed store says that the server is shutting down (%s)", async (name) => {
  const store = await openTestStore(name);
  await store.close();
  expect(await reasonOf(store.read((reader) => reader.get(lines, "1")))).toBe("SHUTTING_DOWN");
  expect(await reasonOf(store.write((transaction) => transaction.put(lines, { id: 1 })))).toBe(
    "SHUTTING_DOWN",
  );
});

test.each(ENGINES)("closing waits for what is under way (%s)", async (name) => {
  const store = await openTestStore(name);
  const outcomes = Array.from({ length: 50 }, (_, id) =>
    reasonOf(store.write((transaction) => transaction.put(lines, { id }))),
  );
  await store.close();
  expect((await Promise.all(outcomes)).every((reason) => reason === undefined)).toBe(true);
});
