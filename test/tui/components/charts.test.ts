import fc from "fast-check";
import { expect, test } from "vitest";
import { bar, openBar } from "../../../tui/components/charts.js";
import { measure } from "../../../tui/components/fit.js";

test("a bar is as long as it is full, to the eighth of a column", () => {
  expect(bar(1, 2, 4)).toEqual({ full: "██", empty: "░░" });
  expect(bar(5, 16, 4)).toEqual({ full: "█▎", empty: "░░" });
  expect(openBar(1, 2, 5)).toBe("━━──›");
});

test("a bar takes its columns; only nothing looks empty, only all of it looks full", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.integer({ min: 2, max: 30 }), (part, whole, width) => {
      const { full, empty } = bar(part, whole, width);
      expect(measure(full + empty)).toBe(width);
      expect(measure(openBar(part, whole, width))).toBe(width);
      if (whole === 0) return;
      expect(full === "").toBe(part === 0);
      expect(full === "█".repeat(width)).toBe(part >= whole);
    }),
  );
});
