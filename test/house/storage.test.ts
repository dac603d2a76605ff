import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as policyTables from "../../server/store/policy-tables.js";
import * as tables from "../../server/store/tables.js";

test("docs/storage.md tells of every table and every index, and of no other", () => {
  const names = Object.values({ ...tables, ...policyTables }).flatMap((value) =>
    typeof value === "object" && "name" in value ? [value.name] : [],
  );
  const told = [...readFileSync("docs/storage.md", "utf8").matchAll(/^\| `([a-z.-]+)\//gm)].map(
    ([, name]) => name,
  );
  expect(told.filter((name) => name !== "schema").toSorted()).toEqual(names.toSorted());
});
