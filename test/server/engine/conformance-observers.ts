import { describe, expect, test } from "vitest";
import type { Write } from "../../../server/engine/engine.js";
import { fresh, type OpenSubject, read, writes } from "./conformance.js";

/** What every engine owes to those who keep in memory what they have read. */
export function observerConformance(open: OpenSubject): void {
  describe("observers", () => {
    test("are told in the turn of the commit, of what is written and of nothing else", async () => {
      const engine = await fresh(open);
      const told: (readonly Write[])[] = [];
      const end = engine.observe((written) => told.push(written));
      const commit = engine.commit([], writes("a=1", "b=1"));
      expect(told).toEqual([writes("a=1", "b=1")]);
      await commit;
      await engine.commit([{ key: "a", expected: "2" }], writes("a=3"));
      await engine.commit([], []);
      expect(told).toHaveLength(1);
      end();
      await engine.commit([], writes("-a"));
      expect(told).toHaveLength(1);
    });

    test("what they forget then is never what a later snapshot shows", async () => {
      const engine = await fresh(open);
      let kept: string | undefined;
      engine.observe(() => {
        kept = undefined;
      });
      for (let n = 0; n < 50; n++) {
        void engine.commit([], writes(`a=${n}`));
        kept ??= await read(engine, "a");
        expect(kept).toBe(String(n));
      }
    });
  });
}
