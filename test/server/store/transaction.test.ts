import { describe, expect, test } from "vitest";
import { Failure } from "../../../server/domain/failure.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { Store } from "../../../server/store/store.js";
import type { Index, Table } from "../../../server/store/table.js";
import { readEverything } from "../../support/consistency.js";
import { ENGINES, openTestEngine, openTestStore, reasonOf } from "../../support/test-environment.js";

interface Note {
  readonly id: string;
  readonly names: readonly string[];
  readonly count: number;
}

const notesByName: Index<Note> = { name: "notes.by-name", keys: ({ names }) => names.map((name) => [name]) };
const notes: Table<Note> = { name: "notes", key: ({ id }) => [id], indexes: [notesByName] };

const note = (id: string, names: readonly string[] = [], count = 0): Note => ({ id, names, count });

describe.each(ENGINES)("a transaction (%s)", (name) => {
  test("keeps the indexes: what is found moves with its record, and goes with it", async () => {
    const store = await openTestStore(name);
    const find = (wanted: string) => store.read((reader) => reader.find(notesByName, wanted));
    await store.write((transaction) => transaction.put(notes, note("1", ["a", "b/c", "é"])));
    expect((await find("b/c"))?.id).toBe("1");
    expect((await find("é"))?.id).toBe("1");
    await store.write((transaction) => transaction.put(notes, note("1", ["a", "d"])));
    expect(await find("b/c")).toBeUndefined();
    expect((await find("d"))?.id).toBe("1");
    await store.write((transaction) => transaction.delete(notes, note("1", ["a", "d"])));
    expect(await find("a")).toBeUndefined();
    expect(await store.read((reader) => reader.get(notes, "1"))).toBeUndefined();
  });

  test("refuses a second record under one key of an index, and commits nothing of itself", async () => {
    const store = await openTestStore(name);
    await store.write((transaction) => transaction.put(notes, note("1", ["a"])));
    const second = store.write(async (transaction) => {
      await transaction.put(notes, note("2", ["b"]));
      await transaction.put(notes, note("3", ["a"]));
    });
    expect(await reasonOf(second)).toBe("RESOURCE_EXISTS");
    expect(await store.read((reader) => reader.find(notesByName, "b"))).toBeUndefined();
  });

  test("adds a record without a look at its key, but not over another's name", async () => {
    const store = await openTestStore(name);
    await store.write((transaction) => transaction.add(notes, note("1", ["a"])));
    expect((await store.read((reader) => reader.find(notesByName, "a")))?.id).toBe("1");
    const second = store.write((transaction) => transaction.add(notes, note("2", ["a"])));
    expect(await reasonOf(second)).toBe("RESOURCE_EXISTS");
  });

  test("enters a record by what is its own when it is made, leaves that alone, and takes it out at the end", async () => {
    const byDigest: Index<Note> = { name: "marks.by-digest", keys: ({ names }) => [names], isOwn: true };
    const marks: Table<Note> = { name: "marks", key: ({ id }) => [id], indexes: [byDigest] };
    const store = await openTestStore(name);
    const find = () => store.read((reader) => reader.find(byDigest, "a"));
    await store.write((transaction) => transaction.put(marks, note("1", ["a"])));
    await store.write((transaction) => transaction.put(marks, note("1", ["a"], 2)));
    expect(await find()).toEqual(note("1", ["a"], 2));
    await store.write((transaction) => {
      transaction.delete(marks, note("1", ["a"], 2));
      return transaction.add(marks, note("2", ["a"]));
    });
    expect(await find()).toEqual(note("2", ["a"]));
    await store.write((transaction) => transaction.delete(marks, note("2", ["a"])));
    expect(await find()).toBeUndefined();
  });

  test("gives out records that nobody can change but by writing them", async () => {
    const store = await openTestStore(name);
    await store.write((transaction) => transaction.put(notes, note("1", ["a"])));
    const read = (await store.read((reader) => reader.get(notes, "1"))) as Note;
    expect(() => (read.names as string[]).push("b")).toThrow(TypeError);
    expect(await store.read((reader) => reader.get(notes, "1"))).toEqual(note("1", ["a"]));
  });

  test("hands a name on within one commit", async () => {
    const store = await openTestStore(name);
    await store.write((transaction) => transaction.put(notes, note("1", ["a"])));
    await store.write(async (transaction) => {
      await transaction.put(notes, note("1", []));
      await transaction.put(notes, note("2", ["a"]));
    });
    expect((await store.read((reader) => reader.find(notesByName, "a")))?.id).toBe("2");
  });

  test("reads what it wrote", async () => {
    const store = await openTestStore(name);
    const seen = await store.write(async (transaction) => {
      await transaction.put(notes, note("1", ["a"], 7));
      const byName = await transaction.find(notesByName, "a");
      transaction.delete(notes, note("1", ["a"], 7));
      return [byName?.count, await transaction.get(notes, "1"), await transaction.find(notesByName, "a")];
    });
    expect(seen).toEqual([7, undefined, undefined]);
  });

  test("a thousand concurrent increments of one record are a thousand", async () => {
    const store = await openTestStore(name);
    await store.write((transaction) => transaction.put(notes, note("1")));
    await Promise.all(
      Array.from({ length: 1_000 }, () =>
        store.write(async (transaction) => {
          const before = await transaction.get(notes, "1");
          await transaction.put(notes, note("1", [], (before?.count ?? 0) + 1));
        }),
      ),
    );
    expect((await store.read((reader) => reader.get(notes, "1")))?.count).toBe(1_000);
  });

  test("what throws commits nothing and lets the next one pass", async () => {
    const store = await openTestStore(name);
    const failing = store.write(async (transaction) => {
      await transaction.put(notes, note("1"));
      throw new Error("No.");
    });
    await expect(failing).rejects.toThrow("No.");
    expect(await store.read((reader) => reader.get(notes, "1"))).toBeUndefined();
    await store.write((transaction) => transaction.put(notes, note("2")));
  });

  test("a key that is too long is that of nothing", async () => {
    const store = await openTestStore(name);
    const id = "x".repeat(600);
    const find = async (reader: Parameters<Parameters<Store["read"]>[0]>[0]) => [
      await reader.get(notes, id),
      await reader.find(notesByName, "é".repeat(300)),
      (await reader.list(notes, [], { after: [id], limit: 1 })).length,
      (await reader.list(notes, [], { after: [id], limit: 1, reverse: true })).length,
    ];
    expect(await store.read(find)).toEqual([undefined, undefined, 0, 0]);
    expect(await store.write(find)).toEqual([undefined, undefined, 0, 0]);
  });
});

describe("over one engine, two stores", () => {
  test("get into each other's way and try again, and none loses anything", async () => {
    const engine = openMemoryEngine();
    const stores = [new Store(engine), new Store(engine), new Store(engine)];
    await stores[0]?.write((transaction) => transaction.put(notes, note("1")));
    let attempts = 0;
    const add = (store: Store) =>
      store.write(async (transaction) => {
        attempts += 1;
        const before = await transaction.get(notes, "1");
        await Promise.resolve();
        await transaction.put(notes, note("1", [], (before?.count ?? 0) + 1));
      });
    const outcomes: (string | undefined)[] = [];
    for (let round = 0; round < 50; round++) {
      outcomes.push(...(await Promise.all(stores.map((store) => reasonOf(add(store))))));
    }
    const done = outcomes.filter((reason) => reason === undefined).length;
    expect(attempts).toBeGreaterThan(150);
    expect((await stores[0]?.read((reader) => reader.get(notes, "1")))?.count).toBe(done);
    expect(done).toBe(150);
  });

  test("who never gets through is told CONFLICT, after a bounded number of tries", async () => {
    const engine = openMemoryEngine();
    const store = new Store(engine);
    let attempts = 0;
    const outcome = reasonOf(
      store.write(async (transaction) => {
        attempts += 1;
        await transaction.get(notes, "1");
        const value = JSON.stringify(note("1", [], attempts));
        await engine.commit([], [{ key: "notes/1", value }]);
        await transaction.put(notes, note("2"));
      }),
    );
    expect(await outcome).toBe("CONFLICT");
    expect(attempts).toBe(8);
  });

  test("a name taken meanwhile is refused by the second try", async () => {
    const engine = openMemoryEngine();
    const [one, other] = [new Store(engine), new Store(engine)];
    let isFirst = true;
    const outcome = one.write(async (transaction) => {
      await transaction.put(notes, note("1", ["a"]));
      if (isFirst) await other.write((rival) => rival.put(notes, note("2", ["a"])));
      isFirst = false;
    });
    await expect(outcome).rejects.toThrow(Failure);
    expect((await readEverything(engine)).map(({ key }) => key)).toEqual(["notes.by-name/a", "notes/2"]);
  });
});

test("half a surrogate pair in a text does not keep a record from being stored", async () => {
  const store = new Store(await openTestEngine("level"));
  await store.write((transaction) => transaction.put(notes, note("1", ["\ud83d", "\ude00"])));
  expect((await store.read((reader) => reader.find(notesByName, "\ud83d")))?.names).toEqual([
    "\ud83d",
    "\ude00",
  ]);
});
