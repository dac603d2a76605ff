import fc from "fast-check";
import { expect, test } from "vitest";
import { editTextField, insertText, makeTextField } from "../../../tui/state/text-field.js";

const KEYS = [
  "left",
  "right",
  "home",
  "end",
  "backspace",
  "delete",
  "ctrl-u",
  "ctrl-k",
  "ctrl-w",
  "a",
  "é",
  "👩‍👩‍👧",
  " ",
];

function press(text: string, ...keys: string[]) {
  let field = makeTextField(text);
  for (const key of keys) field = editTextField(field, key) ?? field;
  return field;
}

test("edits by grapheme, never by half of one", () => {
  expect(press("a👩‍👩‍👧b", "left", "backspace")).toEqual({ text: "ab", cursor: 1 });
  expect(press("née", "home", "delete", "right", "delete")).toEqual({ text: "é", cursor: 1 });
  expect(press("one two", "ctrl-w")).toEqual({ text: "one ", cursor: 4 });
  expect(press("one", "left", "ctrl-u")).toEqual({ text: "e", cursor: 0 });
  expect(press("one", "left", "ctrl-k")).toEqual({ text: "on", cursor: 2 });
});

test("has no use for keys that are not for text", () => {
  for (const key of ["enter", "escape", "tab", "up", "ctrl-s", "ctrl-c"])
    expect(editTextField(makeTextField("x"), key)).toBeUndefined();
});

test("a paste loses its line breaks and controls", () => {
  expect(insertText(makeTextField("a"), "b\r\nc\x1b[31m").text).toBe("abc[31m");
});

test("the cursor always stands inside the text, between graphemes", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KEYS)), (keys) => {
      const { text, cursor } = press("", ...keys);
      expect(cursor).toBeGreaterThanOrEqual(0);
      expect(cursor).toBeLessThanOrEqual(text.length);
      const splits = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
      expect([...splits, text.length]).toContain(cursor);
    }),
  );
});
