import { expect, test } from "vitest";
import { KEYMAP } from "../../tui/keymap.js";
import { readOwnKeymap } from "../../tui/own-keymap.js";

const read = (keys: unknown) => readOwnKeymap(JSON.stringify(keys));
const problemsOf = (keys: unknown) => {
  const own = read(keys);
  return "problems" in own ? own.problems : [];
};

test("the keymap as it comes has no conflicts", () => {
  expect(read({})).toEqual({ keymap: KEYMAP });
});

test("an action is named with its place, or alone for every place that has it", () => {
  const own = read({ "api-tokens.delete": "Z", "move-down": ["down", "n", "j"].slice(0, 1) });
  if ("problems" in own) return expect.unreachable();
  const keys = (place: string, action: string) =>
    own.keymap.find((binding) => binding.place === place && binding.action === action)?.keys;
  expect(keys("api-tokens", "delete")).toEqual(["Z"]);
  expect(keys("users", "delete")).toEqual(["x"]);
  for (const place of ["list", "settings", "help"]) expect(keys(place, "move-down")).toEqual(["down"]);
});

test("two meanings in one place, and an action left without a key, are named", () => {
  expect(problemsOf({ "api-tokens.delete": "e" })).toContain(
    '"e" means both api-tokens.edit and api-tokens.delete',
  );
  // `?` on the list would hide the help everywhere in it.
  expect(problemsOf({ "users.create": "?" })).toEqual(["no key is left for tabs.help"]);
});

test.each([
  [{ nothing: "x" }, '"nothing" is no action'],
  [{ quit: 3 }, '"quit" wants a key'],
  [{ quit: [] }, '"quit" wants a key'],
  [{ quit: "ctrl-" }, '"quit" wants a key'],
  [["x"], "no JSON object"],
])("%j is refused in words", (keys, problem) => {
  expect(problemsOf(keys).join()).toContain(problem);
});
