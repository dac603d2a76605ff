import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const TESTS = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "test"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("test/house/"));

function filesWith(pattern: RegExp): string[] {
  return TESTS.filter((file) => pattern.test(readFileSync(file, "utf8")));
}

test("tests wait with the patience of one place, which knows of busy machines", () => {
  expect(filesWith(/\b(?:vi\.waitFor|vi\.waitUntil|expect\.poll)\(/)).toEqual(["test/support/eventually.ts"]);
});

test("what starts processes runs where nothing runs beside it", () => {
  const config = readFileSync("vitest.config.ts", "utf8");
  const places = [...config.matchAll(/"(test\/[^"*]+)(?:\*[^"]*)?",$/gm)].flatMap(([, place]) => place ?? []);
  expect(places.length).toBeGreaterThan(1);
  const starting =
    /\b(?:spawn|fork)\(|TerminalDriver\.start|support\/(?:latchkey-process|tui-process)\.js|execFile\(/;
  const elsewhere = filesWith(starting).filter(
    (file) => /\.test\.tsx?$/.test(file) && !places.some((place) => file.startsWith(place)),
  );
  expect(elsewhere).toEqual([]);
});

test("no test measures time: how fast something is, a program in bench/ tells", () => {
  expect(filesWith(/\bperformance\.now\(|\bhrtime\b/)).toEqual([]);
});
