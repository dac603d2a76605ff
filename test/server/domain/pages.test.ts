import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPageToken, pageSizeOf, parseOrder, parsePageToken } from "../../../server/domain/pages.js";
import { failureIn } from "../../support/test-environment.js";

test("a page holds 50 when nobody says, never more than 200, and never less than nothing", () => {
  const sizes = [0, 1, 200, 201, 2_147_483_647].map((pageSize) => pageSizeOf({ pageSize }));
  expect(sizes).toEqual([50, 1, 200, 200, 200]);
  expect(failureIn(() => pageSizeOf({ pageSize: -1 }))?.details.violations?.[0]?.field).toBe("page_size");
});

describe("an order", () => {
  const FIELDS = ["create_time", "name"] as const;
  const DEFAULT = { field: "create_time", descending: true } as const;
  test.each([
    ["", DEFAULT],
    ["  ", DEFAULT],
    ["name", { field: "name", descending: false }],
    ["name asc", { field: "name", descending: false }],
    [" name   desc ", { field: "name", descending: true }],
  ])("%j", (text, order) => {
    expect(parseOrder(text, FIELDS, DEFAULT)).toEqual(order);
  });
  test.each(["size", "name up", "name desc desc", "name,create_time", "NAME", "__proto__"])(
    "%j is none",
    (text) => {
      const failure = failureIn(() => parseOrder(text, FIELDS, DEFAULT));
      expect([failure?.reason, failure?.details.violations?.[0]?.field]).toEqual([
        "FILTER_INVALID",
        "order_by",
      ]);
    },
  );
});

describe("a page token", () => {
  test("leads back to its place in its own list, and fits no other", () => {
    const mark = fc.stringMatching(/^[0-9A-Za-z_-]{16}$/);
    fc.assert(
      fc.property(mark, mark, fc.string({ maxLength: 60 }), (own, other, place) => {
        const token = formatPageToken(own, place);
        expect(token).toMatch(/^[0-9A-Za-z_-]+$/);
        expect(parsePageToken(own, token)).toBe(place);
        if (other !== own) {
          expect(failureIn(() => parsePageToken(other, token))?.reason).toBe("PAGE_TOKEN_INVALID");
        }
      }),
    );
  });

  test("is empty for the first page", () => {
    expect(parsePageToken("m", "")).toBeUndefined();
  });

  test("is refused by name, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const failure = failureIn(() => parsePageToken("0123456789abcdef", text));
        expect(failure?.details.violations?.map(({ field }) => field)).toEqual(["page_token"]);
      }),
    );
  });
});
