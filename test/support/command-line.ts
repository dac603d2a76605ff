import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { runCommandLine } from "../../cli/command-line.js";
import type { SignedUp } from "./running-server.js";

/** What a command did. */
export type CommandResult = { exitCode: number; stdout: string; stderr: string };

/** A person's machine: a home of its own, and commands that run in this process without a terminal. */
export async function makeShell(server?: { address: string }) {
  const home = await mkdtemp(join(tmpdir(), "latchkey-home-"));
  const env: NodeJS.ProcessEnv = {
    HOME: home,
    XDG_DATA_HOME: join(home, "data"),
    ...(server && { LATCHKEY_SERVER: server.address }),
  };
  return {
    home,
    /** Of every command to come. */
    env,
    credentialsFile: join(home, ".config", "latchkey", "credentials"),
    /** Runs a command line with this on its standard input. */
    run: (argv: readonly string[], stdin = "", more: NodeJS.ProcessEnv = {}) =>
      runInProcess(argv, stdin, { ...env, ...more }),
    /** Lets every command to come call with this session. */
    signIn({ sessionToken }: Pick<SignedUp, "sessionToken">) {
      env["LATCHKEY_SESSION_TOKEN"] = sessionToken;
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** A person's machine. */
export type Shell = Awaited<ReturnType<typeof makeShell>>;

/** The objects of a result written with --json. */
export function objectsOf<Row = Record<string, unknown>>({ stdout }: CommandResult): Row[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}

async function runInProcess(
  argv: readonly string[],
  input: string,
  env: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const stdin = new PassThrough();
  stdin.end(input);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const [out, err] = [collect(stdout), collect(stderr)];
  const exitCode = await runCommandLine(argv, env, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { exitCode, stdout: await out, stderr: await err };
}

async function collect(stream: PassThrough): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
