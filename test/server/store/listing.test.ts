import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { listTable } from "../../../server/store/listing.js";
import { openStore, type Store } from "../../../server/store/store.js";
import type { Table } from "../../../server/store/table.js";
import { ENGINES, openTestStore, SEED } from "../../support/test-environment.js";

interface Line {
  readonly account: string;
  readonly id: string;
}

const lines: Table<Line> = { name: "lines", key: ({ account, id }) => [account, id], indexes: [] };

async function fill(store: Store, account: string, ids: readonly string[]): Promise<void> {
  await store.write(async (transaction) => {
    for (const id of ids) await transaction.put(lines, { account, id });
  });
}

async function listAll(
  store: Store,
  pageSize: number,
  reverse: boolean,
  passes: (line: Line) => boolean,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (;;) {
    const from = after;
    const page = await store.read((reader) =>
      listTable(reader, lines, { below: ["a"], after: from, reverse, pageSize, passes }),
    );
    expect(page.items.length).toBeLessThanOrEqual(pageSize);
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextPageToken === "") return ids;
    after = page.nextPageToken;
    await between();
  }
}

const ids = fc.uniqueArray(fc.string({ unit: "binary", minLength: 1, maxLength: 5 }), { maxLength: 60 });

test("the pages put together are the whole list, in the order of the keys, either way", async () => {
  await fc.assert(
    fc.asyncProperty(ids, fc.integer({ min: 1, max: 20 }), fc.boolean(), async (given, pageSize, reverse) => {
      const store = await openStore(openMemoryEngine());
      await fill(store, "a", given);
      await fill(store, "b", ["other"]);
      const listed = await listAll(store, pageSize, reverse, () => true);
      const whole = await store.read((reader) => reader.list(lines, ["a"], { limit: 1_000, reverse }));
      expect(listed).toEqual(whole.map(({ id }) => id));
      expect(listed.toSorted()).toEqual(given.toSorted());
      await store.close();
    }),
    { seed: SEED, numRuns: 60 },
  );
});

describe.each(ENGINES)("while others come and go (%s)", (name) => {
  test("nothing that stayed is missed or told twice", async () => {
    const store = await openTestStore(name);
    const pad = (n: number) => String(n).padStart(5, "0");
    const staying = Array.from({ length: 700 }, (_, n) => pad(n * 10));
    await fill(store, "a", staying);
    let round = 0;
    const disturb = async () => {
      round += 1;
      const passing = Array.from({ length: 40 }, (_, n) => pad(((n * 173 + round * 31) % 7_000) | 1));
      await fill(store, "a", passing);
      await store.write(async (transaction) => {
        for (const id of passing.slice(20)) transaction.delete(lines, { account: "a", id });
      });
    };
    for (const reverse of [false, true]) {
      const listed = await listAll(store, 37, reverse, () => true, disturb);
      expect(new Set(listed).size).toBe(listed.length);
      const stayed = listed.filter((id) => id.endsWith("0"));
      expect(reverse ? stayed.toReversed() : stayed).toEqual(staying);
    }
  });

  test("a filter that few pass is worked off in bounded pages, and finds them all", async () => {
    const store = await openTestStore(name);
    const many = Array.from({ length: 11_000 }, (_, n) => String(n).padStart(5, "0"));
    await fill(store, "a", many);
    let pages = 0;
    const found = await listAll(
      store,
      50,
      false,
      ({ id }) => id.endsWith("777"),
      async () => {
        pages += 1;
      },
    );
    expect(found).toEqual(many.filter((id) => id.endsWith("777")));
    expect(pages).toBe(2);
  });
});
