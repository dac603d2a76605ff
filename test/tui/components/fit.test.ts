import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { fitText, makeVisible, measure, wrap } from "../../../tui/components/fit.js";
import { fitLine, lineWidth, span, typedText } from "../../../tui/components/spans.js";
import { chooseColumns } from "../../../tui/components/table.js";

const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom("日本語のトークン", "👩‍👩‍👧 family", "e\u0301e\u0301", "ﷺ", "\u202ereversed"),
);

test("what is counted without being looked up is counted right", () => {
  for (let code = 0; code <= 0x2fff; code += 1) {
    const letter = String.fromCharCode(code);
    if (/\p{C}/u.test(letter)) continue;
    expect([letter, measure(`a${letter}a`)]).toEqual([letter, stringWidth(`a${letter}a`)]);
    expect([letter, measure(letter)]).toEqual([letter, stringWidth(letter)]);
  }
});

test("text takes exactly the columns it is given, whatever its letters", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, width) => {
      expect(stringWidth(fitText(makeVisible(text), width))).toBe(width);
    }),
  );
});

test("what would move, colour, turn or hide something is shown instead", () => {
  expect(makeVisible("a\x1b[31mb")).toBe("a␛[31mb");
  expect(makeVisible("line\nbreak\ttab\x7f")).toBe("line␊break␉tab␡");
  expect(makeVisible("x\u202ey\u200bz\u009b")).toBe("x<202E>y<200B>z<009B>");
  expect(makeVisible("é 👩‍👩‍👧 日本")).toBe("é 👩‍👩‍👧 日本");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
      expect(makeVisible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test("lines are broken between words, and inside words that are too long", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("abcdefghij k", 4).every((part) => measure(part) <= 4)).toBe(true);
});

test("a line of pieces is cut and padded as one", () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (parts, width) => {
      expect(
        lineWidth(
          fitLine(
            parts.map((part) => span(makeVisible(part))),
            width,
          ),
        ),
      ).toBe(width);
    }),
  );
});

test("typed text keeps its cursor in sight and its width", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-ascii" }),
      fc.nat(30),
      fc.integer({ min: 4, max: 20 }),
      (text, at, width) => {
        const shown = typedText({ text, cursor: Math.min(at, text.length) }, width);
        expect(lineWidth(shown)).toBe(width);
        expect(shown.some(({ tone }) => tone === "inverse")).toBe(true);
      },
    ),
  );
  expect(typedText({ text: "secret", cursor: 6 }, 10, { masked: true })[0]?.text).toBe("••••••");
});

test("columns give way by rank, and the flexible one takes what is left", () => {
  const columns = [
    { name: "a", title: "", width: 0, drop: 0 },
    { name: "b", title: "", width: 10, drop: 1 },
    { name: "c", title: "", width: 20, drop: 2 },
  ];
  expect(chooseColumns(columns, 80).map(({ name }) => name)).toEqual(["a", "b", "c"]);
  const narrow = chooseColumns(columns, 40);
  expect(narrow.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(narrow.reduce((sum, { width }) => sum + width + 1, 2)).toBe(40);
});
