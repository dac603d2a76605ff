import { type ChildProcess, fork } from "node:child_process";
import type { ReadyMessage } from "../server/main.js";
import { CommandFailure } from "./failures.js";
import { openServerLog, plainWords } from "./server-log.js";

/** A server in a process of its own. */
export type ServerProcess = {
  readonly address: string;
  /** Where it serves HTTP, as an origin. */
  readonly httpAddress: string;
  /** Makes the first account; undefined when there is one. */
  readonly setupCode: string | undefined;
  /** Asks it to stop, waits until it has, and returns its exit code; null when it had to be killed. */
  stop(): Promise<number | null>;
};

/** A server that could not start: what it said, and what it exited with. */
export class ServerNotStarted extends CommandFailure {
  constructor(words: string, exitCode: number) {
    super(words, exitCode, "SERVER_NOT_STARTED");
  }
}

/** Longer than the server itself lets calls under way take. */
const STOP_WITHIN_MS = 20_000;

/** Starts `latchkey serve` with these flags, and waits until it can be called. Its log goes into the data directory. */
export async function startServerProcess(
  dataDirectory: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ServerProcess> {
  const log = openServerLog(dataDirectory);
  const argv = ["serve", "--exit-with-parent", "--data-directory", dataDirectory, ...flags];
  // What a server announces on stdout, the setup code too, is in its message as well.
  const child = fork(process.argv[1] ?? "", argv, {
    env,
    stdio: ["ignore", "ignore", log?.descriptor ?? "pipe", "ipc"],
  });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    const { address, httpAddress, setupCode } = await awaitReady(
      child,
      ended,
      () => log?.words() || plainWords(stderr),
    );
    return { address, httpAddress, setupCode, stop: () => stop(child, ended) };
  } finally {
    log?.close();
  }
}

async function awaitReady(
  child: ChildProcess,
  ended: Promise<number | null>,
  words: () => string,
): Promise<ReadyMessage> {
  const ready = new Promise<ReadyMessage>((resolve, reject) => {
    child.once("error", (error) =>
      reject(new ServerNotStarted(`The server cannot start: ${error.message}`, 1)),
    );
    child.on("message", (message) => {
      if ((message as Partial<ReadyMessage>).type === "ready") resolve(message as ReadyMessage);
    });
  });
  const failed = ended.then((exitCode) => {
    const said = words() || `The server ended before it could be called (exit code ${exitCode}).`;
    throw new ServerNotStarted(said.replace(/^Latchkey/, "The server"), exitCode || 1);
  });
  // It ends at some time in any case.
  failed.catch(() => {});
  return Promise.race([ready, failed]);
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  try {
    return await ended;
  } finally {
    clearTimeout(timer);
  }
}
