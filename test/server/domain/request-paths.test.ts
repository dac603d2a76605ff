import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, formatRequestPath, readRequestPath } from "../../../server/domain/request-paths.js";

function segmentsOf(target: string): readonly string[] | undefined {
  const read = readRequestPath(target);
  return read.ok ? read.path.segments : undefined;
}

describe("the path of a request", () => {
  test.each([
    ["/", [], false],
    ["/tickets", ["tickets"], false],
    ["/tickets/", ["tickets"], true],
    ["/api/v2/tickets/7.json?sort=id&page=2", ["api", "v2", "tickets", "7.json"], false],
    ["/?a=b", [], false],
    ["/caf%C3%A9", ["café"], false],
    ["/café", ["café"], false],
    ["/%74ickets", ["tickets"], false],
    ["/a%20b", ["a b"], false],
    ["/.well-known/x", [".well-known", "x"], false],
    ["/users/jane@example.com", ["users", "jane@example.com"], false],
    ["/helpdesk.v1.Tickets/GetTicket", ["helpdesk.v1.Tickets", "GetTicket"], false],
  ])("%s is read", (target, segments, hasTrailingSlash) => {
    expect(readRequestPath(target)).toEqual({ ok: true, path: { segments, hasTrailingSlash } });
  });

  // The bypass table: what one server reads in one way and the next in another.
  test.each([
    ["a relative path", "tickets"],
    ["nothing", ""],
    ["an absolute form", "http://api.example/tickets"],
    ["a dot segment", "/tickets/../reports"],
    ["a dot segment at the end", "/reports/.."],
    ["a single dot", "/./reports"],
    ["an encoded dot segment", "/tickets/%2e%2e/reports"],
    ["a half encoded dot segment", "/tickets/.%2E/reports"],
    ["a double slash", "//reports"],
    ["a double slash within", "/api//reports"],
    ["a double slash at the end", "/reports//"],
    ["an encoded slash", "/tickets%2f..%2freports"],
    ["an encoded slash in capitals", "/tickets%2Freports"],
    ["a backslash", "/tickets\\reports"],
    ["an encoded backslash", "/tickets%5creports"],
    ["a double encoding", "/%2572eports"],
    ["a bare percent sign", "/100%"],
    ["an encoded percent sign", "/100%25"],
    ["half an escape", "/reports%2"],
    ["an escape that is none", "/reports%zz"],
    ["a NUL", "/reports%00.json"],
    ["a line feed", "/reports%0a"],
    ["a semicolon", "/reports;jsessionid=1"],
    ["an encoded semicolon", "/reports%3bx"],
    ["a fragment", "/reports#x"],
    ["an encoded question mark", "/reports%3fx"],
    ["an overlong slash", "/tickets%c0%afreports"],
    ["an overlong dot", "/%c0%ae%c0%ae/reports"],
    ["a lone continuation byte", "/reports%80"],
    ["an encoded surrogate", "/reports%ed%a0%80"],
    ["half a surrogate pair", "/reports\ud800"],
    ["a full-width slash", "/tickets／reports"],
    ["full-width dots", "/tickets/．．/reports"],
    ["an encoded full-width slash", "/tickets%EF%BC%8Freports"],
    ["a full-width percent sign", "/％72eports"],
    ["a two-dot leader", "/tickets/‥/reports"],
    ["a dot at the end of a segment", "/reports./x"],
    ["a space at the end of a segment", "/reports%20"],
    ["a method in the query", "/reports?_method=DELETE"],
    ["an encoded method in the query", "/reports?a=1&%5Fmethod=DELETE"],
    ["a method in the query in capitals", "/reports?_METHOD=DELETE"],
    ["a query name that is none", "/reports?%zz=1"],
    ["too long a path", `/${"a".repeat(8_192)}`],
  ])("%s is refused", (_, target) => {
    expect(readRequestPath(target)).toMatchObject({ ok: false, why: expect.any(String) });
  });

  test("written and read again, it is the same", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "/",
        ".",
        "..",
        "%2e",
        "%2F",
        "%25",
        ";",
        "\\",
        "é",
        "%C3%A9",
        "a",
        "B",
        "~",
        "?",
        "=",
        "[",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const read = readRequestPath(`/${pieces.join("")}`);
        fc.pre(read.ok);
        const written = formatRequestPath(read.path);
        expect(readRequestPath(written)).toEqual(read);
        const again = readRequestPath(written);
        expect(again.ok && formatRequestPath(again.path)).toBe(written);
      }),
      { numRuns: 3_000 },
    );
  });

  test("however its characters are encoded, it is the same path or none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9é_-]{1,8}$/), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (plain, seed) => {
          let turn = seed;
          const encoded = plain.map((segment) =>
            [...segment]
              .map((character) => {
                turn = (turn * 31 + 7) % 1_009;
                const bytes = [...new TextEncoder().encode(character)];
                const hex = bytes.map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
                return turn % 2 === 0 ? hex : turn % 3 === 0 ? hex.toUpperCase() : character;
              })
              .join(""),
          );
          expect(segmentsOf(`/${encoded.join("/")}`)).toEqual(plain);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("texts that count as the same", () => {
  test.each([
    ["Reports", "reports"],
    ["ﬁle", "FILE"],
    ["ＲＥＰＯＲＴＳ", "reports"],
    ["statuſ", "status"],
    ["\u212a", "k"],
    ["straße", "STRASSE"],
    ["e\u0301", "\u00c9"],
  ])("%s and %s", (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  test("folding twice folds no further", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
