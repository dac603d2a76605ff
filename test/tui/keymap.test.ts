import { describe, expect, test } from "vitest";
import { findBinding, KEYMAP, listBindings, type Place } from "../../tui/keymap.js";
import { footerLine } from "../../tui/screens/frame.js";
import { helpLines } from "../../tui/screens/help.js";
import { TABS } from "../../tui/state/tabs.js";
import { makeApiToken, Person } from "../support/tui-person.js";

const PLACES = [...new Set(KEYMAP.map(({ place }) => place))];

describe("the keymap", () => {
  test("gives no key two meanings in one place", () => {
    for (const place of PLACES) {
      const keys = KEYMAP.filter((binding) => binding.place === place).flatMap((binding) => binding.keys);
      expect(keys, place).toEqual([...new Set(keys)]);
    }
  });

  test("gives no two keys of one place the same rank in the footer", () => {
    for (const place of PLACES) {
      const ranks = KEYMAP.filter((binding) => binding.place === place && binding.priority > 0);
      const numbers = ranks.map(({ priority }) => priority);
      expect(numbers, place).toEqual([...new Set(numbers)]);
    }
  });

  test("finds a key in the innermost place that knows it", () => {
    const places: Place[] = ["api-tokens", "list", "tabs", "anywhere"];
    expect(findBinding(places, "d")?.action).toBe("toggle");
    expect(findBinding(places, "j")?.action).toBe("move-down");
    expect(findBinding(["settings"], " ")?.action).toBe("edit");
    expect(findBinding(places, "€")).toBeUndefined();
  });

  test("an inner place hides an outer's key", () => {
    const shown = listBindings(["detail", "list"]);
    const enters = shown.filter(({ keys }) => keys.includes("enter"));
    expect(enters.map(({ place }) => place)).toEqual(["detail"]);
  });
});

describe("help and footer", () => {
  const textOf = (spans: readonly { text: string }[]) => spans.map(({ text }) => text).join("");

  test("the help shows every key of the place it was asked in", () => {
    const ada = new Person().enter([makeApiToken("tok_1")]);
    const help = helpLines(ada.model, 80).map(textOf).join("\n");
    for (const place of ["api-tokens", "list", "tabs", "anywhere"] as const) {
      for (const { keys } of listBindings([place])) {
        const last = keys.at(-1) ?? "";
        if (last.length === 1 && !/\d/.test(last)) expect(help, `${place} ${last}`).toContain(last);
      }
    }
    expect(help).toContain(`1-${TABS.length}`);
    expect(help).toContain("Ctrl-Z");
  });

  test("the footer shows only keys that do something, and never wraps", () => {
    const ada = new Person({}, { columns: 60, rows: 20 }).enter();
    const empty = textOf(footerLine(ada.model, 60));
    expect(empty).toHaveLength(60);
    expect(empty).toContain("n new");
    expect(empty).not.toContain("delete");
    ada.enter([makeApiToken("tok_1")]);
    expect(textOf(footerLine(ada.model, 100))).toContain("x delete");
    ada.press("/");
    expect(textOf(footerLine(ada.model, 100))).toContain("Esc clear filter");
    expect(textOf(footerLine(ada.model, 100))).not.toContain("delete");
  });
});
