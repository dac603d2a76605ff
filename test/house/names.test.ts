import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const FILES = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "");

const SOURCES = FILES.filter((file) => /^(?:server|verifier|tui|cli|bench)\/.*\.tsx?$/.test(file));

describe("names", () => {
  test("no folder or file is a drawer for everything", () => {
    const drawers =
      /(?:^|\/)(?:utils?|helpers?|common|shared|lib|core|misc|types|index)(?:\.[a-z]+)?(?:\/|$)/;
    expect(FILES.filter((file) => drawers.test(file) && !/^proto\/(?:gen|envoy-api)\//.test(file))).toEqual(
      [],
    );
  });

  test("no source file is longer than 300 lines", () => {
    const long = SOURCES.filter((file) => readFileSync(file, "utf8").split("\n").length > 301);
    expect(long).toEqual([]);
  });

  test("every exported symbol has a sentence of its own", () => {
    const bare = SOURCES.flatMap((file) => undocumentedExports(file));
    expect(bare).toEqual([]);
  });

  test("the lock file holds no address of a registry", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved": "http');
  });
});

function undocumentedExports(file: string): string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const name = /^export (?:async )?(?:function\*? |const |class |interface |type |enum )(\w+)/.exec(
      line,
    )?.[1];
    if (name === undefined) return [];
    const before = lines[index - 1] ?? "";
    return before.trimEnd().endsWith("*/") ? [] : [`${file}:${index + 1} ${name}`];
  });
}
