import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** `| 3.2 | what must hold | `test/file.test.ts` › its title |` */
const ROW = /^\| [^|]+ \| [^|]+ \| `([^`]+)` › (.+) \|$/;

const ROWS = readFileSync("docs/conformance.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\| (?:section|---) /.test(line));

test("every demand of an RFC is held by a test that is there", () => {
  expect(ROWS.length).toBeGreaterThan(30);
  const unheld = ROWS.filter((row) => {
    const [, file, title] = ROW.exec(row) ?? [];
    return file === undefined || title === undefined || !readFileSync(file, "utf8").includes(title);
  });
  expect(unheld).toEqual([]);
});
