import * as fc from "fast-check";
import { expect, test } from "vitest";
import { resolveUpdateMask } from "../../../server/domain/update-masks.js";
import { failureIn } from "../../support/test-environment.js";

const FIELDS = ["name", "policy.on", "policy.days", "policy_name"] as const;

test.each([
  [["name"], ["name"]],
  [["*"], [...FIELDS]],
  [["policy"], ["policy.on", "policy.days"]],
  [
    ["policy.days", "policy", "name"],
    ["policy.days", "policy.on", "name"],
  ],
  [["name", "name"], ["name"]],
])("%j names %j", (paths, fields) => {
  expect([...resolveUpdateMask(paths, FIELDS)]).toEqual(fields);
});

test.each([
  [[]],
  [[""]],
  [["id"]],
  [["name", "id"]],
  [["policy."]],
  [["pol"]],
  [["Name"]],
  [["*", "id"]],
  [["name.x"]],
])("%j is refused", (paths) => {
  const failure = failureIn(() => resolveUpdateMask(paths, FIELDS));
  expect([failure?.reason, failure?.details.violations?.[0]?.field]).toEqual([
    "UPDATE_MASK_INVALID",
    "update_mask",
  ]);
});

test("names only what can be changed, or is refused", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom("*", "policy", ...FIELDS), fc.string())), (paths) => {
      failureIn(() => {
        for (const field of resolveUpdateMask(paths, FIELDS)) expect(FIELDS).toContain(field);
      });
    }),
  );
});
