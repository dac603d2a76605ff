import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { checkScopes, holdsScope, isKnownScope, withinScopes } from "../../../server/domain/scopes.js";
import { failureIn } from "../../support/test-environment.js";

describe("holding a scope", () => {
  test.each([
    [[], "users:write", true],
    [[], "authenticate", true],
    [["users:read"], "users:read", true],
    [["users:read"], "users:write", false],
    [["users:read"], "user:read", false],
    [["users:write"], "users:read", false],
    [["read"], "users:read", true],
    [["read"], "tickets:read", true],
    [["read"], "users:write", false],
    [["write"], "users:write", true],
    [["write"], "users:read", false],
    [["read"], "authenticate", false],
    [["read", "write"], "impersonate", false],
    [["authenticate"], "authenticate", true],
    [["authenticate"], "users:authenticate", false],
    [["impersonate"], "users:impersonate", false],
    [["users:read"], "a:users:read", false],
    [["read"], ":read", false],
    [["read"], "a:b:read", false],
    [["read"], "", false],
    [["read"], "users:", false],
  ])("%j and asked for %s: %s", (held, required, answer) => {
    expect(holdsScope(held, required)).toBe(answer);
  });
});

describe("staying within scopes", () => {
  test.each([
    [[], [], true],
    [[], ["write"], true],
    [["read"], [], false],
    [["read"], ["users:read", "read"], true],
    [["read"], ["users:read", "users:write"], false],
    [["users:read"], ["read"], false],
    [["write"], ["authenticate"], false],
  ])("who holds %j and hands out %j: %s", (held, wanted, answer) => {
    expect(withinScopes(held, wanted)).toBe(answer);
  });

  test("what is handed out never opens what its giver could not", () => {
    const scope = fc.constantFrom("read", "write", "authenticate", "users:read", "users:write", "a:read");
    const scopes = fc.array(scope, { maxLength: 3 });
    fc.assert(
      fc.property(scopes, scopes, scope, (held, wanted, required) => {
        if (withinScopes(held, wanted) && holdsScope(wanted, required)) {
          expect(holdsScope(held, required)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("asking for scopes", () => {
  test("an account knows the broad ones, Latchkey's and those of its own resources", () => {
    const known = ["read", "write", "impersonate", "authenticate", "users:read", "tickets:write"];
    for (const scope of known) expect(isKnownScope(scope, ["tickets"])).toBe(true);
    const unknown = [
      "",
      "tickets",
      "tickets:delete",
      "ticket:read",
      "READ",
      "tickets:read:x",
      ":read",
      "a:read",
    ];
    for (const scope of unknown) expect(isKnownScope(scope, ["tickets"])).toBe(false);
  });

  test("each that is unknown or repeated is named; a list of a million is not looked through", () => {
    const fieldsOf = (scopes: string[]) => {
      const checks = new FieldChecks();
      checkScopes(checks, "scopes", scopes, []);
      return failureIn(() => checks.finish())?.details.violations?.map(({ field }) => field);
    };
    expect(fieldsOf(["read", "x", "read"])).toEqual(["scopes[1]", "scopes[2]"]);
    expect(fieldsOf([])).toBeUndefined();
    expect(fieldsOf(Array(1_000_000).fill("x"))).toEqual(["scopes"]);
  });
});
