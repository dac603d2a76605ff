import { spawn } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { objectsOf } from "../support/command-line.js";
import { type Machine, makeMachine, PROGRAM } from "../support/latchkey-process.js";
import { TerminalDriver } from "../support/terminal.js";

const PASSWORD = "correct horse battery";
const ADA = "ada@example.com";

let machine: Machine;
const terminals: TerminalDriver[] = [];
beforeEach(async () => {
  machine = await makeMachine();
});
afterEach(async () => {
  await Promise.all(terminals.splice(0).map((terminal) => terminal.close()));
  await machine.remove();
});

async function setUp() {
  const server = await machine.serve();
  const create = [
    "account",
    "create",
    "acme",
    "--admin-email",
    ADA,
    "--setup-code-stdin",
    "--password-stdin",
  ];
  const created = await machine.latchkey(create, `${server.setupCode}\n${PASSWORD}\n`);
  expect(created.exitCode, created.stderr).toBe(0);
  return server;
}

function basic(secret: string): string {
  return `Basic ${Buffer.from(`${ADA}/token:${secret}`).toString("base64")}\n`;
}

test("from an empty directory to a token that works, and one that does no more", async () => {
  const { latchkey } = machine;
  const server = await setUp();
  expect((await latchkey(["sign-out"])).exitCode).toBe(0);
  expect((await latchkey(["sign-in", "--email", ADA, "--password-stdin"], PASSWORD)).exitCode).toBe(0);
  expect((await latchkey(["settings", "set", "api_token_access=on", "--json"])).exitCode).toBe(0);

  const created = await latchkey(["token", "create", "--description", "nightly", "--json"]);
  const { id, secret } = objectsOf<{ id: string; secret: string }>(created)[0] ?? { id: "", secret: "" };
  const authenticate = () => latchkey(["authenticate", "--json"], basic(secret));
  const accepted = await authenticate();
  expect(accepted.exitCode, accepted.stderr).toBe(0);
  expect(objectsOf(accepted)[0]).toMatchObject({
    allowed: true,
    principal: { email: ADA },
    credentialId: id,
  });
  const script = { LATCHKEY_EMAIL: ADA, LATCHKEY_API_TOKEN: secret };
  expect(
    objectsOf(await latchkey(["token", "list", "--json"], "", script)).map((token) => token["id"]),
  ).toEqual([id]);

  expect((await latchkey(["token", "deactivate", id])).exitCode).toBe(0);
  expect((await authenticate()).exitCode).toBe(3);
  expect((await latchkey(["token", "list"], "", script)).exitCode).toBe(3);
  expect((await latchkey(["token", "reactivate", id])).exitCode).toBe(0);
  expect((await authenticate()).exitCode).toBe(0);
  expect((await latchkey(["token", "delete", id, "--yes"])).stdout).toBe(`${id}\n`);
  expect((await authenticate()).exitCode).toBe(3);

  const audit = objectsOf<{ action: string }>(
    await latchkey(["audit", "list", "--json", "--filter", `resource_id = "${id}"`]),
  );
  expect(audit.map(({ action }) => action)).toEqual([
    "api_token.delete",
    "api_token.reactivate",
    "api_token.deactivate",
    "api_token.create",
  ]);
  expect(await server.stop()).toBe(0);
  expect((await latchkey(["token", "list"])).exitCode).toBe(7);
});

test("a proxy of the environment never sees what is said in plain text on this machine", async () => {
  await setUp();
  const proxy = { http_proxy: "http://127.0.0.1:1", grpc_proxy: "http://127.0.0.1:1" };
  expect(await machine.latchkey(["whoami"], "", proxy)).toMatchObject({ exitCode: 0, stderr: "" });
});

test("audit watch writes a line of JSON for each event as it happens, and ends in order when interrupted", async () => {
  await setUp();
  const after = objectsOf(await machine.latchkey(["audit", "list", "--json"]))[0]?.["id"];
  const argv = [PROGRAM, "audit", "watch", "--json", "--after", String(after)];
  const ready = machine.start(argv, /"action":"settings.update"/);
  await machine.latchkey(["settings", "set", "oauth_access=on"]);
  const { child, output } = await ready;
  expect(JSON.parse(output.trim())).toMatchObject({ action: "settings.update", actor: { email: ADA } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("a reader that stops early ends a listing without a word", async () => {
  await setUp();
  await machine.latchkey(["settings", "set", "api_token_access=on"]);
  for (let count = 0; count < 3; count += 1)
    await machine.latchkey(["token", "create", "--description", "x".repeat(500)]);
  const child = spawn(process.execPath, [PROGRAM, "token", "list", "--json"], { env: machine.env });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  child.stdout.destroy();
  const exitCode = await new Promise((resolve) => child.once("close", resolve));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});

test("no secret is in the data directory or in what the server wrote", async () => {
  const server = await setUp();
  await machine.latchkey(["settings", "set", "api_token_access=on"]);
  const { stdout: secret } = await machine.latchkey(["token", "create"]);
  const kept = await readFile(machine.credentialsFile, "utf8");
  const session = /lks_\w+/.exec(kept)?.[0] ?? "";
  await machine.latchkey(["authenticate"], basic(secret.trim()));
  await server.stop();
  const secrets = [secret.trim(), session, server.setupCode, PASSWORD];
  for (const name of await readdir(machine.dataDirectory, { recursive: true })) {
    const path = join(machine.dataDirectory, name);
    if (!(await stat(path)).isFile()) continue;
    const content = await readFile(path, "latin1");
    for (const one of secrets) expect(content.includes(one), `${path} holds a secret`).toBe(false);
  }
});

describe("at a terminal", () => {
  function open(...argv: string[]): TerminalDriver {
    const terminal = TerminalDriver.start(process.execPath, [PROGRAM, ...argv], { env: machine.env });
    terminals.push(terminal);
    return terminal;
  }

  test("sign-in asks for the password without showing it", async () => {
    await setUp();
    await machine.latchkey(["sign-out"]);
    const terminal = open("sign-in", "--email", ADA);
    await terminal.waitFor("password:");
    terminal.type(`${PASSWORD}\r`);
    await terminal.waitFor(`Signed in as ${ADA}`);
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect(terminal.raw).not.toContain("horse");
  });

  test("Ctrl-C at a question changes nothing", async () => {
    const terminal = open("sign-in", "--email", ADA, "--server", "127.0.0.1:1");
    await terminal.waitFor("password:");
    terminal.type("\x03");
    expect(await terminal.exited).toMatchObject({ exitCode: 130 });
  });

  test("delete names what dies, and takes nothing but yes for an answer", async () => {
    await setUp();
    await machine.latchkey(["settings", "set", "api_token_access=on"]);
    const created = await machine.latchkey(["token", "create", "--description", "nightly", "--json"]);
    const { id } = objectsOf<{ id: string }>(created)[0] ?? { id: "" };
    const careful = open("token", "delete", id);
    const screen = await careful.waitFor("Go on?");
    expect(screen).toContain(id);
    expect(screen).toContain("nightly");
    careful.type("no\r");
    expect(await careful.exited).toMatchObject({ exitCode: 130 });
    const resolute = open("token", "delete", id);
    await resolute.waitFor("Go on?");
    resolute.type("yes\r");
    expect(await resolute.exited).toMatchObject({ exitCode: 0 });
    expect((await machine.latchkey(["token", "get", id])).exitCode).toBe(5);
  });

  test("start runs a server beside the terminal, logs to a file without the setup code, and stops it at the end", async () => {
    const terminal = open("start", "--port", "0");
    await terminal.waitFor("Welcome to Latchkey");
    const log = await readFile(join(machine.dataDirectory, "server.log"), "utf8");
    expect(log).toContain('"msg":"listening"');
    expect(log).not.toMatch(/lki_/);
    const holder = JSON.parse(
      await readFile(join(machine.dataDirectory, "database", "latchkey.json"), "utf8"),
    );
    terminal.type("q");
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect(terminal.isFullScreen).toBe(false);
    expect(() => process.kill(holder.pid, 0)).toThrow("ESRCH");
  });

  test("start says why the server cannot start, and passes its exit code on", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const busy = open("start", "--port", String(port));
    expect(await busy.exited).toMatchObject({ exitCode: 1 });
    expect(await busy.waitFor("cannot start")).toContain(String(port));
    await new Promise((resolve) => taken.close(resolve));
    const wrong = open("start", "--port", "many");
    expect(await wrong.exited).toMatchObject({ exitCode: 2 });
    await wrong.waitFor("--port");
    const foreign = open("start", "--data", machine.home);
    expect(await foreign.exited).toMatchObject({ exitCode: 1 });
    await foreign.waitFor("not Latchkey's");
    expect(await readdir(machine.home)).not.toContain("server.log");
  });

  test("start does without the usual port for browsers when that is taken, and says so", async () => {
    const [other, free] = [createServer(), createServer()];
    // Taken by this test, or by somebody else already.
    await new Promise<void>((resolve) => {
      other.once("error", () => resolve()).listen(50_552, "127.0.0.1", resolve);
    });
    await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
    const { port } = free.address() as { port: number };
    await new Promise((resolve) => free.close(resolve));
    const terminal = open("start", "--port", String(port));
    await terminal.waitFor("Welcome to Latchkey");
    expect(terminal.raw).toMatch(
      /The usual port for browsers and OAuth clients is taken; .*127\.0\.0\.1:\d+/,
    );
    terminal.type("q");
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    other.close();
  });

  test("start on a directory that another server holds opens the terminal on that server, which goes on", async () => {
    await machine.serve();
    const terminal = open("start");
    await terminal.waitFor("Welcome to Latchkey");
    expect(terminal.raw).toContain("A server is running already");
    terminal.type("q");
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect((await machine.latchkey(["whoami"], "", { LATCHKEY_SESSION_TOKEN: "lks_none" })).exitCode).toBe(3);
  });

  test("start on a directory that is held by a server which does not answer says who holds it", async () => {
    await machine.serve();
    machine.env["LATCHKEY_SERVER"] = "127.0.0.1:1";
    const terminal = open("start", "--port", "0");
    expect(await terminal.exited).toMatchObject({ exitCode: 1 });
    await terminal.waitFor(/in\s+use\s+by/);
  });
});

test("start without a terminal says what to do instead", async () => {
  const { exitCode, stdout, stderr } = await machine.latchkey([]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain("latchkey serve");
});

test("serve has a help of its own", async () => {
  const { exitCode, stdout } = await machine.latchkey(["serve", "--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("--data-directory");
});
