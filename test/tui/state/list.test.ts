import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beginReading,
  dropItem,
  type ListSpec,
  type ListState,
  makeList,
  putItem,
  receivePage,
} from "../../../tui/state/list.js";
import { arrange, moveSelection, selectedIndex, sortNext } from "../../../tui/state/list-rows.js";
import { makeTextField } from "../../../tui/state/text-field.js";
import { words } from "../../../tui/state/words.js";

type Item = { id: string; rank: number };

const spec: ListSpec<Item> = {
  columns: [{ name: "rank", compare: (a, b) => a.rank - b.rank }],
  searchText: ({ id }) => id,
  detailRows: () => 1,
  label: ({ id }) => words("plain", { text: id }),
  exported: ({ id, rank }) => ({ id, rank }),
  scopes: {},
};
const HEIGHT = 5;

function listOf(...ids: string[]): ListState<Item> {
  const items = ids.map((id, at) => ({ id, rank: ids.length - at }));
  return receivePage(beginReading(makeList<Item>()), spec, { items, nextPageToken: undefined }, true, HEIGHT);
}

describe("a list", () => {
  test("shows its first page at once, and a refresh only when it is whole", () => {
    const first = receivePage(
      beginReading(makeList<Item>()),
      spec,
      { items: [{ id: "a", rank: 1 }], nextPageToken: "2" },
      false,
      HEIGHT,
    );
    expect(first.rows).toHaveLength(1);
    expect(first.phase).toBe("reading");
    const refreshed = receivePage(
      beginReading(listOf("a", "b", "c")),
      spec,
      { items: [{ id: "a", rank: 1 }], nextPageToken: "2" },
      false,
      HEIGHT,
    );
    expect(refreshed.rows).toHaveLength(3);
  });

  test("keeps the selected item through inserts, sorting and filtering", () => {
    const list = moveSelection(listOf("a", "b", "c"), 1, HEIGHT);
    expect(list.selectedId).toBe("b");
    expect(putItem(list, spec, { id: "z", rank: 9 }, HEIGHT).selectedId).toBe("b");
    expect(sortNext(list, spec, HEIGHT).selectedId).toBe("b");
    expect(sortNext(list, spec, HEIGHT).rows.map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(arrange({ ...list, filter: makeTextField("b") }, spec, HEIGHT).selectedId).toBe("b");
  });

  test("selects the neighbour of a row that goes away", () => {
    const list = moveSelection(listOf("a", "b", "c"), 1, HEIGHT);
    expect(dropItem(list, spec, "b", HEIGHT).selectedId).toBe("c");
    expect(dropItem(moveSelection(list, 1, HEIGHT), spec, "c", HEIGHT).selectedId).toBe("b");
    expect(dropItem(listOf("a"), spec, "a", HEIGHT).selectedId).toBeUndefined();
  });

  test("always has the selected row on the screen, and no gap at its end", () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant("move" as const), by: fc.integer({ min: -30, max: 30 }) }),
      fc.record({ kind: fc.constant("put" as const), id: fc.nat(40) }),
      fc.record({ kind: fc.constant("drop" as const), id: fc.nat(40) }),
      fc.record({ kind: fc.constant("sort" as const) }),
    );
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let list = listOf(...Array.from({ length: 20 }, (_, at) => String(at)));
        for (const step of changes) {
          if (step.kind === "move") list = moveSelection(list, step.by, HEIGHT);
          else if (step.kind === "put")
            list = putItem(list, spec, { id: `${step.id}`, rank: step.id }, HEIGHT);
          else if (step.kind === "drop") list = dropItem(list, spec, `${step.id}`, HEIGHT);
          else list = sortNext(list, spec, HEIGHT);
          const at = selectedIndex(list);
          if (list.rows.length === 0) continue;
          expect(at).toBeGreaterThanOrEqual(list.top);
          expect(at).toBeLessThan(list.top + HEIGHT);
          expect(list.top).toBeLessThanOrEqual(Math.max(0, list.rows.length - HEIGHT));
        }
      }),
    );
  });
});
