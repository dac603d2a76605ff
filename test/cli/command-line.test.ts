import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../cli/commands/table.js";
import { EXIT_CODE_MEANINGS } from "../../cli/exit-codes.js";
import { HELP_TOPICS } from "../../cli/help-topics.js";
import { makeShell, objectsOf, type Shell } from "../support/command-line.js";

// A port nothing listens on: whatever is refused beforehand must not depend on a server.
const NOWHERE = { address: "127.0.0.1:1" };

let shell: Shell;
beforeAll(async () => {
  shell = await makeShell(NOWHERE);
});
afterAll(() => shell.remove());

const OWN = COMMANDS.filter(({ passThrough }) => !passThrough);

describe("help", () => {
  test("names every command and explains every exit code", async () => {
    const { exitCode, stdout, stderr } = await shell.run(["--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const lines = stdout.split("\n");
    for (const { name, summary } of COMMANDS) {
      const line = lines.find((candidate) => candidate.startsWith(`  ${name} `));
      expect(line, name).toContain(summary.slice(0, 20));
    }
    for (const [code, meaning] of EXIT_CODE_MEANINGS) expect(stdout).toContain(`  ${code}  ${meaning}`);
  });

  test.each(OWN.map(({ name }) => name))(
    "%s --help lists its options, and needs nothing else",
    async (name) => {
      const { exitCode, stdout, stderr } = await shell.run([...name.split(" "), "--help"]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      const options = Object.keys(OWN.find((command) => command.name === name)?.options ?? {});
      for (const option of options) expect(stdout).toMatch(new RegExp(`^ {2}--${option}\\b`, "m"));
      expect(await shell.run(["help", ...name.split(" ")])).toEqual({ exitCode, stdout, stderr });
    },
  );

  test.each(HELP_TOPICS.map(({ name }) => name))("help %s", async (name) => {
    const { exitCode, stdout } = await shell.run(["help", name]);
    expect(exitCode).toBe(0);
    expect(stdout.length).toBeGreaterThan(200);
  });

  test("no line is wider than a terminal of 100 columns, examples aside", async () => {
    for (const { name } of OWN) {
      const { stdout } = await shell.run([...name.split(" "), "--help"]);
      const [body = ""] = stdout.split("\nExamples:");
      for (const line of body.split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
    }
  });
});

describe("wrong usage ends with 2, says what is wrong on stderr and writes no result", () => {
  test.each([
    [["toke"], 'Did you mean "latchkey token"?'],
    [["token", "creat"], 'Did you mean "latchkey token create"?'],
    [["frobnicate"], "See: latchkey --help"],
    [["token"], "token create"],
    [["token", "list", "--filtr", "x"], "Did you mean --filter?"],
    [["token", "list", "--zzzzzz"], "See: latchkey token list --help"],
    [["token", "list", "surplus"], 'does not take "surplus"'],
    [["token", "get"], "needs ID"],
    [["token", "create", "--description"], "--description"],
    [["token", "create", "--json=yes"], "--json"],
    [["token", "delete", "tok_1"], "--yes"],
    [["user", "delete", "ada@example.com"], "--yes"],
    [["user", "create", "--email", "ada@example.com"], "--role"],
    [["user", "create", "--email", "a@b.c", "--role", "boss"], "admin, agent, end-user"],
    [["user", "update", "usr_1"], "Say what to change"],
    [["settings", "set", "api_token_acess=on"], "Did you mean api_token_access?"],
    [["settings", "set", "api_token_access"], "NAME=VALUE"],
    [["settings", "set", "api_token_access=maybe"], "neither on nor off"],
    [["settings", "set", "access_token_lifetime_seconds=1.5"], "not a whole number"],
    [["settings", "set", "max_api_tokens=3"], "cannot be changed"],
    [["audit", "list", "--limit", "many"], "--limit"],
    [["authenticate", "--source-ip", "here"], "no IP address"],
    [["sign-in"], "--email"],
    [["sign-in", "--email", "ada@example.com"], "--password-stdin"],
    [["account", "create", "acme"], "--admin-email"],
    [["account", "create", "acme", "--admin-email", "a@b.c"], "--setup-code-stdin"],
    [["token", "list", "--cert", "client.pem"], "--key"],
    [["tui", "--language", "de"], "neither en nor fr"],
    [["tui", "--server", "keys.example.com:443"], "--tls"],
    [["start"], "latchkey serve"],
    [[], "latchkey serve"],
  ])("%j", async (argv, words) => {
    const { exitCode, stdout, stderr } = await shell.run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  test("with --json as an object", async () => {
    const { exitCode, stdout, stderr } = await shell.run(["token", "list", "--filtr", "x", "--json"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(JSON.parse(stderr)).toEqual({
      code: "CLIENT",
      reason: "USAGE",
      message: '"latchkey token list" has no option --filtr. Did you mean --filter?',
      fieldViolations: [],
    });
  });
});

test("a secret among the arguments is refused before anything else, and not repeated", async () => {
  const secret = `lka_${"aB3".repeat(12)}`;
  for (const argv of [
    ["token", "get", secret],
    ["frobnicate", `--x=${secret}`],
    ["serve", "--port", secret],
  ]) {
    const { exitCode, stdout, stderr } = await shell.run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("process list");
    expect(stderr).not.toContain(secret);
  }
});

test("a server that cannot be reached ends with 7, and says where it was looked for", async () => {
  const call = ["token", "list"];
  const env = { LATCHKEY_SESSION_TOKEN: "lks_any" };
  const plain = await shell.run(call, "", env);
  expect(plain).toMatchObject({ exitCode: 7, stdout: "" });
  expect(plain.stderr).toContain("Cannot reach the server at 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1.");
  expect(plain.stderr).toContain("latchkey serve");
  const json = await shell.run([...call, "--json"], "", env);
  expect(JSON.parse(json.stderr)).toMatchObject({ code: "UNAVAILABLE", fieldViolations: [] });
  const named = await shell.run([...call, "--server", "127.0.0.1:2"], "", env);
  expect(named.stderr).toContain("127.0.0.1:2");
});

test("version, as words and as an object", async () => {
  expect((await shell.run(["version"])).stdout).toMatch(/^latchkey \d+\.\d+\.\d+\n$/);
  expect(await shell.run(["--version"])).toEqual(await shell.run(["version"]));
  expect(objectsOf(await shell.run(["version", "--json"]))[0]).toHaveProperty("version");
});
