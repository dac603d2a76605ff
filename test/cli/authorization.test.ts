import { afterEach, beforeEach, expect, test } from "vitest";
import { findAuthorization } from "../../cli/authorization.js";
import { keepCredential } from "../../cli/credentials.js";
import { makeShell, type Shell } from "../support/command-line.js";

const SERVER = "127.0.0.1:50551";
const basic = (email: string, secret: string) =>
  `Basic ${Buffer.from(`${email}/token:${secret}`).toString("base64")}`;

let shell: Shell;
beforeEach(async () => {
  shell = await makeShell();
});
afterEach(() => shell.remove());

function find(env: NodeJS.ProcessEnv, values: Record<string, string | boolean> = {}, line = "") {
  const secrets = {
    interactive: false,
    ask: () => Promise.reject(new Error("nobody to ask")),
    askSecret: () => Promise.reject(new Error("nobody to ask")),
    readLine: () => Promise.resolve(line),
  };
  return findAuthorization({ values, env: { ...shell.env, ...env }, secrets }, SERVER);
}

test("standard input comes before the environment, which comes before the file", async () => {
  const environment = { LATCHKEY_EMAIL: "ada@example.com", LATCHKEY_API_TOKEN: "lka_environment" };
  await keepCredential(shell.credentialsFile, SERVER, { email: "ada@example.com", sessionToken: "lks_file" });
  expect(await find(environment, { "token-stdin": true }, "lks_stdin\n")).toEqual({
    header: "Bearer lks_stdin",
    kind: "SESSION",
    kept: false,
  });
  expect((await find(environment)).header).toBe(basic("ada@example.com", "lka_environment"));
  expect(await find({})).toEqual({ header: "Bearer lks_file", kind: "SESSION", kept: true });
  expect((await find({ LATCHKEY_SESSION_TOKEN: "lks_environment" })).header).toBe("Bearer lks_environment");
});

test("--as says whose e-mail an API token is used with", async () => {
  const env = { LATCHKEY_EMAIL: "ada@example.com", LATCHKEY_API_TOKEN: "lka_x" };
  expect((await find(env, { as: "bob@example.com" })).header).toBe(basic("bob@example.com", "lka_x"));
});

test.each([
  [{ LATCHKEY_API_TOKEN: "lka_x" }, "--as EMAIL"],
  [{ LATCHKEY_API_TOKEN: "lka_x", LATCHKEY_SESSION_TOKEN: "lks_x" }, "not both"],
  [{ LATCHKEY_EMAIL: "a@b.c", LATCHKEY_API_TOKEN: "password" }, "neither an API token"],
  [{}, "latchkey sign-in"],
])("%j fails with the cure", async (env, words) => {
  await expect(find(env)).rejects.toThrow(words);
});

test("what is kept for another server is not sent to this one", async () => {
  await keepCredential(shell.credentialsFile, "other:1", {
    email: "ada@example.com",
    sessionToken: "lks_other",
  });
  await expect(find({})).rejects.toThrow(`no credential for ${SERVER}`);
});
