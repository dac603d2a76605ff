import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Client, credentials, Metadata, status } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXIT_CODE_MEANINGS } from "../../cli/exit-codes.js";
import { objectsOf } from "../support/command-line.js";
import { eventually } from "../support/eventually.js";
import { type Machine, makeMachine, PROGRAM } from "../support/latchkey-process.js";

const RECIPES = fileURLToPath(new URL("../../docs/recipes/", import.meta.url));
const ADA = "ada@example.com";

let machine: Machine;
/** An administrator's token, as a CI's secret store would hand it over. */
let given: { LATCHKEY_EMAIL: string; LATCHKEY_API_TOKEN: string };

beforeAll(async () => {
  machine = await makeMachine();
  const { setupCode } = await machine.serve();
  const create = [
    "account",
    "create",
    "acme",
    "--admin-email",
    ADA,
    "--setup-code-stdin",
    "--password-stdin",
  ];
  await machine.latchkey(create, `${setupCode}\ncorrect horse battery\n`);
  await machine.latchkey(["settings", "set", "api_token_access=on"]);
  const { stdout } = await machine.latchkey(["token", "create", "--description", "for the recipes"]);
  given = { LATCHKEY_EMAIL: ADA, LATCHKEY_API_TOKEN: stdout.trim() };
});
afterAll(() => machine.remove());

async function tokens() {
  return objectsOf<{ description: string }>(await machine.latchkey(["token", "list", "--json"]));
}

test("buf-curl.sh makes a token over reflection, authenticates with it and deletes it", async () => {
  const url = `http://${machine.env["LATCHKEY_SERVER"]}`;
  const ran = await machine.program("sh", [`${RECIPES}buf-curl.sh`], "", { ...given, LATCHKEY_URL: url });
  expect(ran.exitCode, ran.stderr).toBe(0);
  const [, id, answer] = /^made (tok_\w+)\n([\s\S]*)\ndeleted \1\n$/.exec(ran.stdout) ?? [];
  expect(JSON.parse(answer ?? "")).toMatchObject({
    authenticated: true,
    allowed: true,
    principal: { email: ADA, role: "ROLE_ADMIN" },
    credentialId: id,
  });
  expect(await tokens()).toHaveLength(1);
});

test("ci-token.sh works with a small token of its own, and leaves none behind, whatever happens", async () => {
  const run = (latchkey: string) =>
    machine.program("sh", [`${RECIPES}ci-token.sh`], "", { ...given, CI_JOB_ID: "4711", LATCHKEY: latchkey });
  const ran = await run(`${process.execPath} ${PROGRAM}`);
  expect(ran.exitCode, ran.stderr).toBe(0);
  expect(ran.stdout).toMatch(/^scopes +read, authenticate$/m);
  expect(await tokens()).toHaveLength(1);
  const actions = objectsOf(await machine.latchkey(["audit", "list", "--limit", "2", "--json"]));
  expect(actions).toMatchObject([
    { action: "api_token.delete", resourceLabel: "CI job 4711" },
    { action: "api_token.create", resourceLabel: "CI job 4711" },
  ]);
});

test("authenticate.mjs answers 200, 401 and, when Latchkey is away, 503", async () => {
  const service = await machine.start([`${RECIPES}authenticate.mjs`], /Listening on \d+/, {
    ...given,
    PORT: "0",
  });
  const url = `http://127.0.0.1:${/\d+/.exec(service.output)?.[0]}/tickets?page=2`;
  const basic = (secret: string) => `Basic ${Buffer.from(`${ADA}/token:${secret}`).toString("base64")}`;
  const ask = (authorization?: string) =>
    fetch(url, authorization === undefined ? {} : { headers: { authorization } });
  const accepted = await ask(basic(given.LATCHKEY_API_TOKEN));
  expect([accepted.status, await accepted.text()]).toEqual([200, `Hello, ${ADA}.\n`]);
  const refused = await ask(basic("lka_wrong"));
  expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Basic"]);
  expect((await ask()).status).toBe(401);
  await service.stop();

  const alone = await machine.start([`${RECIPES}authenticate.mjs`], /Listening on \d+/, {
    ...given,
    PORT: "0",
    LATCHKEY_SERVER: "127.0.0.1:1",
  });
  const port = /\d+/.exec(alone.output)?.[0];
  const headers = { authorization: basic(given.LATCHKEY_API_TOKEN) };
  expect((await fetch(`http://127.0.0.1:${port}/`, { headers })).status).toBe(503);
  await alone.stop();
});

test("the commands of the README run as written", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const block = /## From scripts[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const lines = block.split("\n").filter((line) => /^latchkey (?:settings|token) /.test(line));
  expect(lines.map((line) => line.split(" ")[2])).toEqual(["set", "create", "list", "delete"]);
  const installed = `latchkey() { ${process.execPath} ${PROGRAM} "$@"; }`;
  let made: string | undefined;
  for (const line of lines) {
    const ran = await machine.program("sh", ["-c", `${installed}\n${line.replace("tok_…", made ?? "")}`]);
    expect([line, ran.exitCode, ran.stderr.match(/^latchkey: .*/m)]).toEqual([line, 0, null]);
    made ??= /"id":"(tok_\w+)"/.exec(ran.stdout)?.[1];
  }
});

describe.each(["verify-http.mjs", "verify-hono.mjs"])("%s", (recipe) => {
  test("answers 200, 401 and 403 by itself", async () => {
    const service = await machine.start([`${RECIPES}${recipe}`], /Listening on \d+/, { ...given, PORT: "0" });
    const url = `http://127.0.0.1:${/\d+/.exec(service.output)?.[0]}/?page=2`;
    const ask = (secret?: string) =>
      fetch(url, secret === undefined ? {} : { headers: { authorization: basicOf(secret) } });
    const accepted = await ask(given.LATCHKEY_API_TOKEN);
    expect([accepted.status, await accepted.text()]).toEqual([200, `Hello, ${ADA}.\n`]);
    const nobody = await ask();
    expect([nobody.status, nobody.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="api", Basic realm="api", charset="UTF-8"',
    ]);
    expect((await ask("lka_wrong")).headers.get("www-authenticate")).toContain('error="invalid_token"');
    const narrow = await machine.latchkey(["token", "create", "--scope", "settings:read", "--json"]);
    const { id, secret } = JSON.parse(narrow.stdout) as { id: string; secret: string };
    await eventually(async () => expect((await ask(secret)).status).toBe(403));
    expect((await ask(secret)).headers.get("www-authenticate")).toContain('scope="tickets:read"');
    await machine.latchkey(["token", "delete", id, "--yes"]);
    await eventually(async () => expect((await ask(secret)).status).toBe(401));
    await service.stop();
  });
});

test("verify-grpc.mjs lets calls through by the same rules, and nobody says who they are themselves", async () => {
  const service = await machine.start([`${RECIPES}verify-grpc.mjs`], /Listening on \d+/, {
    ...given,
    PORT: "0",
  });
  const client = new Client(`127.0.0.1:${/\d+/.exec(service.output)?.[0]}`, credentials.createInsecure());
  const call = (metadata: Metadata) =>
    new Promise<unknown>((resolve) => {
      client.makeUnaryRequest(
        "/demo.Greeter/Hello",
        (message: object) => Buffer.from(JSON.stringify(message)),
        (bytes: Buffer) => JSON.parse(bytes.toString()) as object,
        {},
        metadata,
        (error, answer) => resolve(error === null ? answer : error.code),
      );
    });
  const metadata = new Metadata();
  expect(await call(metadata)).toBe(status.UNAUTHENTICATED);
  metadata.set("latchkey-principal", JSON.stringify({ email: "mallory@example.com" }));
  expect(await call(metadata)).toBe(status.UNAUTHENTICATED);
  metadata.set("authorization", basicOf(given.LATCHKEY_API_TOKEN));
  expect(await call(metadata)).toEqual({ greeting: `Hello, ${ADA}.` });
  client.close();
  await service.stop();
});

function basicOf(secret: string): string {
  return `Basic ${Buffer.from(`${ADA}/token:${secret}`).toString("base64")}`;
}

test("the index names every recipe, and the exit codes as they are", async () => {
  const index = await readFile(`${RECIPES}README.md`, "utf8");
  for (const [code, meaning] of EXIT_CODE_MEANINGS) {
    const row = index.split("\n").find((line) => line.startsWith(`| ${code} `));
    expect(row?.split("|")[2]?.trim()).toBe(meaning);
  }
  for (const name of await readdir(RECIPES)) if (name !== "README.md") expect(index).toContain(name);
});
