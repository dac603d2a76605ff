import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const FILES = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
}).split("\n");
const DOCUMENTS = FILES.filter((file) => file.endsWith(".md") && existsSync(file));

/** Places that a document names as `room/file.ts`, from the root or from within a room. */
function placesNamedIn(document: string): string[] {
  const text = readFileSync(document, "utf8");
  return [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:tsx?|m?js|sh|md|proto))`/g)].flatMap(
    ([, place]) => place ?? [],
  );
}

test("every file that a document names is there", () => {
  const missing = DOCUMENTS.flatMap((document) =>
    placesNamedIn(document)
      .filter((place) => !FILES.some((file) => file === place || file.endsWith(`/${place}`)))
      .map((place) => `${document}: ${place}`),
  );
  expect(missing).toEqual([]);
});

test("every link from one document to another leads somewhere", () => {
  const dead = DOCUMENTS.flatMap((document) =>
    [...readFileSync(document, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .flatMap(([, target]) => target ?? [])
      .filter((target) => !existsSync(join(dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  );
  expect(dead).toEqual([]);
});
