import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { credentialsPath, keepCredential, readCredential } from "../../cli/credentials.js";

const SERVER = "127.0.0.1:50551";
const SESSION = { email: "ada@example.com", sessionToken: "lks_one" };

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "latchkey-credentials-"));
  path = join(directory, "latchkey", "credentials");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test("is where XDG says, or in ~/.config, or where told", () => {
  expect(credentialsPath("/x/y", {})).toBe("/x/y");
  expect(credentialsPath(undefined, { XDG_CONFIG_HOME: "/cfg", HOME: "/home/ada" })).toBe(
    "/cfg/latchkey/credentials",
  );
  expect(credentialsPath(undefined, { HOME: "/home/ada" })).toBe("/home/ada/.config/latchkey/credentials");
});

test("keeps each server's credential for that server alone", async () => {
  await keepCredential(path, SERVER, SESSION);
  await keepCredential(path, "other:443", { email: "bob@example.com", apiToken: "lka_two" });
  expect(await readCredential(path, SERVER)).toEqual(SESSION);
  expect(await readCredential(path, "third:443")).toBeUndefined();
  expect(await readCredential(path, "constructor")).toBeUndefined();
  await keepCredential(path, SERVER, undefined);
  expect(await readCredential(path, SERVER)).toBeUndefined();
  expect(await readCredential(path, "other:443")).toEqual({ email: "bob@example.com", apiToken: "lka_two" });
});

test("nobody else can read the file or its directory, and nothing else is left there", async () => {
  const before = process.umask(0);
  try {
    await keepCredential(path, SERVER, SESSION);
  } finally {
    process.umask(before);
  }
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(directory, "latchkey"))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(directory, "latchkey"))).toEqual(["credentials"]);
});

test("no file is no credential", async () => {
  expect(await readCredential(path, SERVER)).toBeUndefined();
});

test.each([0o640, 0o604, 0o644, 0o660, 0o602])(
  "mode %o is refused with the cure, and the file is not changed",
  async (mode) => {
    await keepCredential(path, SERVER, SESSION);
    await chmod(path, mode);
    const before = await readFile(path, "utf8");
    await expect(readCredential(path, SERVER)).rejects.toThrow(`chmod 600 ${path}`);
    await expect(keepCredential(path, SERVER, undefined)).rejects.toThrow("chmod 600");
    expect(await readFile(path, "utf8")).toBe(before);
  },
);

test.each([
  ["lka_secret"],
  ["{"],
  ["[]"],
  ["null"],
  ['{"servers": null}'],
  ['{"servers": {"a:1": {"email": "x"}}}'],
  ['{"servers": {"a:1": {"email": "x", "apiToken": "lka_secret", "sessionToken": "lks_secret"}}}'],
  ['{"servers": {"a:1": {"email": 3, "apiToken": "lka_secret"}}}'],
])("%s is refused without repeating it", async (text) => {
  path = join(directory, "credentials");
  await writeFile(path, text, { mode: 0o600 });
  const refusal = readCredential(path, "a:1");
  await expect(refusal).rejects.toThrow("is not what it should be");
  await expect(refusal).rejects.not.toThrow("secret");
});
