import fc from "fast-check";
import { expect, test } from "vitest";
import { KEYMAP } from "../../../tui/keymap.js";
import {
  editTextArea,
  makeTextArea,
  moveTo,
  pasteInTextArea,
  type TextArea,
  textOf,
} from "../../../tui/state/text-area.js";

const press = (area: TextArea, ...keys: string[]) =>
  keys.reduce((next, key) => editTextArea(next, key) ?? next, area);

test("a text is typed, broken into lines and joined again", () => {
  const typed = press(makeTextArea(), "a", "b", "enter", "c", "left", "d");
  expect(typed).toEqual({ lines: ["ab", "dc"], row: 1, column: 1 });
  expect(textOf(typed)).toBe("ab\ndc\n");
  expect(press(typed, "home", "backspace")).toEqual({ lines: ["abdc"], row: 0, column: 2 });
  expect(press(moveTo(typed, 1, 99), "delete")).toEqual({ lines: ["abdc"], row: 0, column: 2 });
  expect(press(moveTo(typed, 1, 99), "right")).toMatchObject({ row: 1, column: 0 });
  expect(press(typed, "home", "left")).toMatchObject({ row: 0, column: 2 });
});

test("a new line is indented as the one before, and below a dash one step further", () => {
  const list = makeTextArea("statements:\n  - effect: allow\n    methods:\n      - GET");
  expect(press(moveTo(list, 2, 99), "enter").lines[2]).toBe("    ");
  expect(press(moveTo(list, 3, 99), "enter").lines[3]).toBe("    ");
  expect(press(moveTo(list, 4, 99), "enter").lines[4]).toBe("      ");
  expect(press(makeTextArea("a"), "tab").lines).toEqual(["  a"]);
  expect(press(makeTextArea("  a"), "shift-tab").lines).toEqual(["a"]);
});

test("lines that are pasted stay lines, and what is no text is left out", () => {
  const area = pasteInTextArea(moveTo(makeTextArea("ad"), 1, 2), "b\r\n\tx\u0007\nc");
  expect(area).toEqual({ lines: ["ab", "  x", "cd"], row: 2, column: 1 });
});

test("the cursor keeps to the text, whatever is pressed", () => {
  const keys = [...new Set(KEYMAP.flatMap(({ keys: own }) => own)), "a", "é", " ", "enter", "backspace"];
  fc.assert(
    fc.property(fc.string(), fc.array(fc.constantFrom(...keys)), (text, pressed) => {
      const area = press(pasteInTextArea(makeTextArea(), text), ...pressed);
      expect(area.row).toBeLessThan(area.lines.length);
      expect(area.row).toBeGreaterThanOrEqual(0);
      expect(area.column).toBeGreaterThanOrEqual(0);
      expect(area.column).toBeLessThanOrEqual((area.lines[area.row] ?? "").length);
      expect(area.lines.join("")).not.toMatch(/[\n\r]/);
    }),
  );
});
