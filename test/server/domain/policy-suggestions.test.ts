import { describe, expect, test } from "vitest";
import { addUse, type ObservedUse } from "../../../server/domain/access-observations.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { checkStatements } from "../../../server/domain/policy-statements.js";
import { suggestPolicy } from "../../../server/domain/policy-suggestions.js";

function use(method: string, path: string, more: Partial<ObservedUse> = {}): ObservedUse {
  const times = { firstTime: 1, lastTime: 2 };
  return { accountId: "acme", credentialId: "tok_1", userId: "", method, path, count: 1, ...times, ...more };
}

/** What a suggestion says in short: methods, where, and the fields sent and seen. */
function told(uses: readonly ObservedUse[]): string[] {
  return suggestPolicy(uses).statements.map(({ methods, paths, requestFields, responseFields }) =>
    [methods, paths, requestFields, responseFields].map((list) => list.join(",")).join(" | "),
  );
}

describe("fields", () => {
  test("are named where they are known of every request, and of the others not", () => {
    const known = { count: 2, paths: ["ticket.id", "ticket.subject"] };
    const uses = [
      use("GET", "/tickets/{id}", {
        count: 2,
        responseFields: known,
        requestFields: { count: 2, paths: [] },
      }),
      use("GET", "/users/{id}", { count: 3, responseFields: known }),
    ];
    expect(told(uses)).toEqual([
      "GET | /tickets/{id} |  | ticket.id,ticket.subject",
      "GET | /users/{id} |  | ",
    ]);
    expect(suggestPolicy(uses).evidence).toEqual([
      { requestCount: 2, requestFieldsKnownCount: 2, responseFieldsKnownCount: 2 },
      { requestCount: 3, requestFieldsKnownCount: 0, responseFieldsKnownCount: 2 },
    ]);
  });

  test("that methods do not share make statements of their own", () => {
    const seen = (...paths: string[]) => ({ count: 1, paths });
    const uses = [
      use("GET", "/tickets", { responseFields: seen("a") }),
      use("PUT", "/tickets", { responseFields: seen("a") }),
      use("POST", "/tickets", { requestFields: seen("b"), responseFields: seen("a") }),
    ];
    expect(told(uses)).toEqual(["GET,PUT | /tickets |  | a", "POST | /tickets | b | a"]);
  });

  test("of paths that are taken together are taken together", () => {
    const uses = Array.from({ length: 20 }, (_, n) =>
      use("GET", `/area-${String.fromCharCode(97 + n)}`, {
        responseFields: { count: 1, paths: ["id", `only-${n % 3}`] },
      }),
    );
    expect(told(uses)).toEqual(["GET | /* |  | id,only-0,only-1,only-2"]);
  });

  test("are left out rather than a policy that is too long to be one", () => {
    const letter = (n: number) => "abcdefgh"[Math.floor(n) % 8];
    const uses = Array.from({ length: 448 }, (_, n) =>
      use("GET", `/${letter(n)}/${letter(n / 8)}/${letter(n / 64)}`, {
        responseFields: { count: 1, paths: [`only${n}x`] },
      }),
    );
    const { statements, evidence } = suggestPolicy(uses);
    expect(evidence.reduce((sum, { responseFieldsKnownCount }) => sum + responseFieldsKnownCount, 0)).toBe(
      448,
    );
    const checks = new FieldChecks();
    checkStatements(checks, "statements", statements, []);
    expect(() => checks.finish()).not.toThrow();
    expect(statements.length).toBeLessThanOrEqual(200);
  });
});

test("two tellings of a use are one with the counts and the fields of both", () => {
  const one = use("GET", "/a", { count: 2, requestFields: { count: 1, paths: ["b", "a.x"] } });
  const other = use("GET", "/a", { count: 3, requestFields: { count: 3, paths: ["a"] }, lastTime: 9 });
  expect(addUse(one, other)).toEqual({
    ...one,
    count: 5,
    lastTime: 9,
    requestFields: { count: 4, paths: ["a", "b"] },
  });
});
