import { expect, test } from "vitest";
import { packageDefinition } from "../../proto/load.js";
import { REQUIREMENTS } from "../../server/domain/callers.js";

test("every operation of the contract has a row in the table of permissions, and no other has", () => {
  const operations = Object.entries(packageDefinition)
    .filter(([name]) => /^latchkey\.v1\.\w+Service$/.test(name))
    .flatMap(([, service]) => Object.keys(service));
  expect(operations.length).toBeGreaterThan(20);
  expect(Object.keys(REQUIREMENTS).sort()).toEqual(operations.sort());
});
