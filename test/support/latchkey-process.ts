import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandResult } from "./command-line.js";

/** The built program, as it is installed. */
export const PROGRAM = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** A machine of one person, where the built program runs in processes of its own. */
export async function makeMachine() {
  const home = await mkdtemp(join(tmpdir(), "latchkey-machine-"));
  const env: NodeJS.ProcessEnv = { PATH: process.env["PATH"], HOME: home };
  const running: ChildProcess[] = [];
  return {
    home,
    /** Of every process to come. */
    env,
    dataDirectory: join(home, ".local", "share", "latchkey"),
    credentialsFile: join(home, ".config", "latchkey", "credentials"),
    /** Runs the program to its end. */
    latchkey: (argv: readonly string[], stdin = "", more: NodeJS.ProcessEnv = {}) =>
      runProgram(process.execPath, [PROGRAM, ...argv], stdin, { ...env, ...more }),
    /** Runs another program to its end. */
    program: (command: string, argv: readonly string[], stdin = "", more: NodeJS.ProcessEnv = {}) =>
      runProgram(command, argv, stdin, { ...env, ...more }),
    /** Starts a program that goes on, and waits until its output says so. */
    async start(argv: readonly string[], ready: RegExp, more: NodeJS.ProcessEnv = {}) {
      const child = spawn(process.execPath, argv, {
        env: { ...env, ...more },
        stdio: ["ignore", "pipe", "pipe"],
      });
      running.push(child);
      const output = await waitForOutput(child, ready);
      return { child, output, stop: () => stop(child) };
    },
    /** Starts a server on a free port, and lets every command to come call it. */
    async serve(...flags: string[]) {
      const argv = [PROGRAM, "serve", "--port", "0", ...flags];
      const server = await this.start(argv, /served on \S+\.\n(?!\n)|served on \S+\.\n\n[\s\S]*lki_\w{36}/);
      const address = /listens on (\S+)\./.exec(server.output)?.[1] ?? "";
      env["LATCHKEY_SERVER"] = address;
      const httpAddress = /served on (\S+)\./.exec(server.output)?.[1] ?? "";
      return { ...server, address, httpAddress, setupCode: /lki_\w+/.exec(server.output)?.[0] ?? "" };
    },
    async remove() {
      await Promise.all(running.map(stop));
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A machine of one person. */
export type Machine = Awaited<ReturnType<typeof makeMachine>>;

async function runProgram(
  command: string,
  argv: readonly string[],
  stdin: string,
  env: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const child = spawn(command, argv, { env, stdio: ["pipe", "pipe", "pipe"] });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  // It may end without having read all of it.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? -1));
  });
  return { exitCode, stdout: await stdout, stderr: await stderr };
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}

function waitForOutput(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const take = (chunk: unknown) => {
      output += String(chunk);
      if (ready.test(output)) resolve(output);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}

/** The arguments of a server on a port that it had before. */
export function serveOn(port: string): string[] {
  return [PROGRAM, "serve", "--port", port, "--http-port", "0"];
}
