import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What each room must not import, one telling example each: planted, the fence has to bite. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ["server/domain/planted.ts", "node:fs"],
  ["server/domain/planted.ts", "../store/store.js"],
  ["server/domain/planted.ts", "../../proto/load.js"],
  ["server/engine/memory.ts", "level"],
  ["server/engine/level.ts", "../store/keys.js"],
  ["server/store/planted.ts", "../engine/level.js"],
  ["server/store/planted.ts", "../usecases/environment.js"],
  ["server/verification/planted.ts", "../usecases/environment.js"],
  ["server/usecases/planted.ts", "../grpc/unary.js"],
  ["server/usecases/planted.ts", "../engine/engine.js"],
  ["server/usecases/planted.ts", "../system/clock.js"],
  ["server/usecases/planted.ts", "node:crypto"],
  ["server/grpc/planted.ts", "../store/tables.js"],
  ["server/grpc/planted.ts", "../engine/engine.js"],
  ["server/grpc/planted.ts", "../../tui/client/connect.js"],
  ["server/http/planted.ts", "../store/tables.js"],
  ["server/http/planted.ts", "../engine/engine.js"],
  ["server/http/planted.ts", "../grpc/unary.js"],
  ["server/http/planted.ts", "../../tui/client/connect.js"],
  ["server/system/planted.ts", "../store/store.js"],
  ["verifier/planted.ts", "../server/store/tables.js"],
  ["verifier/planted.ts", "../server/grpc/unary.js"],
  ["tui/client/planted.ts", "react"],
  ["tui/client/planted.ts", "../state/model.js"],
  ["tui/client/planted.ts", "../../server/domain/users.js"],
  ["tui/state/planted.ts", "react"],
  ["tui/state/planted.ts", "ink"],
  ["tui/state/planted.ts", "../../server/domain/users.js"],
  ["tui/components/planted.tsx", "../state/model.js"],
  ["tui/components/planted.tsx", "../client/connect.js"],
  ["tui/components/planted.tsx", "../messages/en.js"],
  ["tui/screens/planted.tsx", "../client/connect.js"],
  ["cli/planted.ts", "../server/store/store.js"],
  ["cli/commands/planted.ts", "../../server/domain/users.js"],
];

const PERMITTED: readonly (readonly [file: string, specifier: string])[] = [
  ["server/domain/planted.ts", "./users.js"],
  ["server/store/planted.ts", "../domain/users.js"],
  ["server/store/planted.ts", "../engine/engine.js"],
  ["server/usecases/planted.ts", "../store/tables.js"],
  ["server/grpc/planted.ts", "../usecases/sign-in.js"],
  ["server/http/planted.ts", "../usecases/sign-in.js"],
  ["server/http/planted.ts", "hono/html"],
  ["server/engine/level.ts", "level"],
  ["verifier/planted.ts", "../server/domain/decisions.js"],
  ["tui/components/planted.tsx", "ink"],
  ["cli/commands/planted.ts", "../../tui/client/connect.js"],
];

/** `file:line` of every import the fences refuse, with all examples planted in an empty copy of the tree. */
let refused: Set<string>;
let copy: string;

/** The examples, a line of a planted file each. */
const PLANTED = new Map<string, string[]>();
for (const [file, specifier] of [...FORBIDDEN, ...PERMITTED]) {
  PLANTED.set(file, [...(PLANTED.get(file) ?? []), specifier]);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "latchkey-fences-"));
  const { vcs: _, ...config } = JSON.parse(readFileSync("biome.json", "utf8"));
  writeFileSync(join(copy, "biome.json"), JSON.stringify(config));
  for (const [file, specifiers] of PLANTED) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), specifiers.map((specifier) => `import "${specifier}";\n`).join(""));
  }
  const biome = resolve("node_modules/.bin/biome");
  const run = spawnSync(biome, ["lint", "--reporter=github", "--max-diagnostics=none"], {
    cwd: copy,
    encoding: "utf8",
  });
  const found = run.stdout.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/g);
  refused = new Set(
    [...found].map(([, file, line]) => `${relative(copy, resolve(copy, file ?? ""))}:${line}`),
  );
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function place(file: string, specifier: string): string {
  return `${file}:${(PLANTED.get(file)?.indexOf(specifier) ?? -1) + 1}`;
}

describe("import fences", () => {
  test.each(FORBIDDEN)("%s may not import %s", (file, specifier) => {
    expect([...refused]).toContain(place(file, specifier));
  });

  test.each(PERMITTED)("%s may import %s", (file, specifier) => {
    expect([...refused]).not.toContain(place(file, specifier));
  });

  // The lint rule does not see `import("../x").T` used as a type.
  test("no room reaches another by an inline import type", () => {
    const offenders = sources("server", "verifier", "tui", "cli").filter((file) =>
      /\bimport\("\.\.[^"]*"\)\s*\.\s*[A-Z]/.test(readFileSync(file, "utf8")),
    );
    expect(offenders).toEqual([]);
  });
});

function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
}
