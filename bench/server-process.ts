import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A server in its own process, so that it has a core of its own. */
export interface ServerProcess {
  /** `host:port`. */
  readonly address: string;
  /** Where it speaks HTTP beside that; empty where it does not. */
  readonly httpAddress: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a program that tells its parent `{ address }` once it can be called. */
async function startProcess(
  program: string,
  flags: readonly string[],
  nodeFlags: readonly string[] = [],
): Promise<ServerProcess> {
  const child = fork(program, [...flags], {
    execArgv: [...nodeFlags],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [message] = await Promise.race([once(child, "message"), failWhenGone(child, program)]);
  return {
    address: (message as { address: string }).address,
    httpAddress: (message as { httpAddress?: string }).httpAddress ?? "",
    pid: child.pid as number,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function failWhenGone(child: ChildProcess, program: string): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Error(`${program} ended with ${code} before it could be called.`);
}

/** Starts Latchkey as it is run, on a data directory; with `profile`, it leaves a CPU profile in that directory. */
export function startLatchkey(directory: string, profile?: string): Promise<ServerProcess> {
  const flags = [
    "serve",
    "--port",
    "0",
    "--http-port",
    "0",
    "--data-directory",
    directory,
    "--operator-socket",
    "none",
    "--log-level",
    "warn",
  ];
  const nodeFlags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return startProcess(pathOf("../dist/cli/main.js"), flags, nodeFlags);
}

/** Starts a yardstick of OAuth: a program of this folder, for one client. */
export function startOAuth(file: string, clientId: string, clientSecret: string): Promise<ServerProcess> {
  return startProcess(pathOf(file), [clientId, clientSecret], ["--import", "tsx"]);
}

/**
 * Starts the yardstick, which answers one method with always the same message; with `stream`, every message of a stream;
 * with `codec`, those by the contract's codec.
 */
export function startEcho(
  path: string,
  response: Buffer,
  kind: "unary" | "stream" | "codec" = "unary",
): Promise<ServerProcess> {
  const flags = [path, response.toString("base64"), kind];
  return startProcess(pathOf("echo-server.ts"), flags, ["--import", "tsx"]);
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
