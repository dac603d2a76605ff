import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { createOutput, printable, printFields } from "../../cli/output.js";

function open(tty: boolean, env: NodeJS.ProcessEnv = {}, json = false) {
  const [stdin, stdout, stderr] = [0, 1, 2].map(() => Object.assign(new PassThrough(), { isTTY: tty }));
  if (!stdin || !stdout || !stderr) throw new Error("three streams were made");
  const output = createOutput({ stdin, stdout, stderr }, env, json);
  const read = (stream: PassThrough) => String(stream.read() ?? "");
  return { output, stdout: () => read(stdout), stderr: () => read(stderr) };
}

type Row = { id: string; name: string };
const COLUMNS = [
  ["ID", ({ id }: Row) => id],
  ["NAME", ({ name }: Row) => name],
  ["END", () => "."],
] as const;

test("a table is aligned by what a terminal shows, wide and combining characters too", async () => {
  const { output, stdout } = open(false);
  await output.table(COLUMNS)([
    { id: "1", name: "日本語" },
    { id: "222", name: "Zoe\u0301" },
  ]);
  expect(stdout()).toBe("ID   NAME    END\n1    日本語  .\n222  Zoe\u0301     .\n");
});

test("a table that goes on keeps its widths and has one heading", async () => {
  const { output, stdout } = open(false);
  const print = output.table(COLUMNS);
  await print([{ id: "12345", name: "a" }]);
  await print([{ id: "1", name: "b" }]);
  expect(stdout()).toBe("ID     NAME  END\n12345  a     .\n1      b     .\n");
});

test("text from elsewhere cannot move the cursor, ring the bell or turn the line round", async () => {
  expect(printable("a\x1b[2Jb\u0007\u009b1m\u202ec\r\n")).toBe(
    "a\\u{1b}[2Jb\\u{7}\\u{9b}1m\\u{202e}c\\u{d}\\u{a}",
  );
  const { output, stdout } = open(true, { NO_COLOR: "1" });
  await output.table(COLUMNS)([{ id: "\x1b]0;x\x07", name: "" }]);
  await printFields(output, [["name", "\x1b[31m"]]);
  expect(stdout()).not.toContain("\x1b");
});

describe("colours", () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: "1" }, false],
    [true, { TERM: "dumb" }, false],
    [false, {}, false],
  ])("a terminal %s with %j: %s", async (tty, env, coloured) => {
    const { output, stdout, stderr } = open(tty, env);
    await output.table(COLUMNS)([]);
    output.failure({ message: "no", hints: [], json: {} });
    expect(stdout().includes("\x1b[")).toBe(coloured);
    expect(stderr().includes("\x1b[")).toBe(coloured);
  });
});

test("a failure is words with hints, or with --json an object, always on stderr", () => {
  const failure = { message: "First.\nSecond.", hints: ["field: wrong"], json: { code: "X" } };
  const words = open(false);
  words.output.failure(failure);
  expect(words.stderr()).toBe("latchkey: First.\nSecond.\n  field: wrong\n");
  expect(words.stdout()).toBe("");
  const json = open(false, {}, true);
  json.output.failure(failure);
  expect(json.stderr()).toBe('{"code":"X"}\n');
});

test("fields that are empty are left out", async () => {
  const { output, stdout } = open(false);
  await printFields(output, [
    ["id", "1"],
    ["description", ""],
    ["state", "ACTIVE"],
  ]);
  expect(stdout()).toBe("id     1\nstate  ACTIVE\n");
});
