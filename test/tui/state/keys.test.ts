import { expect, test } from "vitest";
import { isText, readKeys } from "../../../tui/state/keys.js";

test("keys that arrive together are taken apart", () => {
  expect(readKeys("jjj", {})).toEqual(["j", "j", "j"]);
  expect(readKeys("/ab\r", {})).toEqual(["/", "a", "b", "enter"]);
  expect(readKeys("a\x7f\t", {})).toEqual(["a", "backspace", "tab"]);
  expect(readKeys("ab\x13", {})).toEqual(["a", "b", "ctrl-s"]);
  expect(readKeys("é👩‍👩‍👧", {})).toEqual(["é", "👩‍👩‍👧"]);
});

test("named keys have names", () => {
  expect(readKeys("", { upArrow: true })).toEqual(["up"]);
  expect(readKeys("", { tab: true, shift: true })).toEqual(["shift-tab"]);
  expect(readKeys("\r", { return: true })).toEqual(["enter"]);
  expect(readKeys("d", { ctrl: true })).toEqual(["ctrl-d"]);
});

test("Escape and a letter are not Alt and the letter", () => {
  expect(readKeys("q", { meta: true })).toEqual(["escape", "q"]);
});

test("controls without a name do nothing", () => {
  expect(readKeys("\x00\x1c", {})).toEqual([]);
});

test("text is what is no named key", () => {
  expect(["a", "é", " ", "-"].every(isText)).toBe(true);
  expect(["enter", "shift-tab", "ctrl-s", "escape"].some(isText)).toBe(false);
});
