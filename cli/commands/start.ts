import type { TuiOptions } from "../../tui/main.js";
import { defineCommand, type Invocation } from "../command.js";
import { type Way, wayToServer, withAnonymousClient } from "../connection.js";
import { DATA_OPTION, dataDirectory } from "../data-directory.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure, isCallFailure } from "../failures.js";
import { ServerNotStarted, type ServerProcess, startServerProcess } from "../server-process.js";
import { TERMINAL_OPTIONS, terminalSettings } from "./terminal-options.js";

const START_OPTIONS = {
  ...DATA_OPTION,
  port: { type: "string", hint: "PORT", summary: "where the server listens on 127.0.0.1; 0 for any [50551]" },
  ...TERMINAL_OPTIONS,
} as const;

type StartCall = Invocation<typeof START_OPTIONS>;

/** The command that runs a server and the terminal together: what `latchkey` alone does. */
export const START_COMMAND = defineCommand({
  name: "start",
  summary: "run a server and the full-screen terminal together; the same as no command at all",
  details: [
    "The server runs in a process of its own and stops when the terminal is left. It logs to server.log in the data " +
      "directory. When another server holds the data directory and answers at LATCHKEY_SERVER or the default address, " +
      "the terminal is connected to that one.",
  ],
  options: START_OPTIONS,
  run: async (call) => {
    const settings = terminalSettings(call.values);
    requireTerminal(call);
    const server = await startServer(call);
    if (server === undefined) return openTerminal({ ...otherServer(call), ...settings });
    const { address, setupCode } = server;
    const { tls } = otherServer(call);
    try {
      return await openTerminal({
        address,
        ...settings,
        ...(setupCode !== undefined && { setupCode }),
        ...(tls !== undefined && { tls }),
      });
    } finally {
      await stopServer(call, server);
    }
  },
});

function requireTerminal({ io, env }: StartCall): void {
  if (io.stdin.isTTY && io.stdout.isTTY && env["TERM"] !== "dumb") return;
  throw new CommandFailure(
    'There is no terminal here to paint on. Run the server alone with "latchkey serve", and see "latchkey --help" for the commands that scripts use.',
    EXIT.USAGE,
    "NO_TERMINAL",
  );
}

/** Starts the server; undefined when another one holds the data directory and answers. */
async function startServer(call: StartCall): Promise<ServerProcess | undefined> {
  const { values, output } = call;
  const flags = values.port === undefined ? [] : ["--port", values.port];
  try {
    return await startOnFreePort(call, flags);
  } catch (error) {
    const isLocked =
      error instanceof ServerNotStarted && /^.*database in .* is in use by/m.test(error.message);
    if (!isLocked || !(await answers(call))) throw error;
    output.note(
      `A server is running already; the terminal is connected to it at ${otherServer(call).address}.`,
    );
    return undefined;
  }
}

/** Another Latchkey may have the port for browsers; whoever did not choose one can do with any. */
async function startOnFreePort(call: StartCall, flags: readonly string[]): Promise<ServerProcess> {
  try {
    return await startServerProcess(dataDirectory(call), flags, call.env);
  } catch (error) {
    const isTaken = error instanceof ServerNotStarted && /is taken: .*--http-port/.test(error.message);
    if (!isTaken || call.env["LATCHKEY_HTTP_PORT"]) throw error;
    const server = await startServerProcess(dataDirectory(call), [...flags, "--http-port", "0"], call.env);
    call.output.note(
      `The usual port for browsers and OAuth clients is taken; they are served on ${server.httpAddress}.`,
    );
    return server;
  }
}

/** The server that commands call: by LATCHKEY_SERVER, or where one listens unless told. */
function otherServer({ env }: StartCall): Way {
  return wayToServer({ values: {}, env });
}

async function answers(call: StartCall): Promise<boolean> {
  try {
    await withAnonymousClient({ values: {}, env: call.env }, async (client) => {
      await client.accounts.isSetupRequired({ deadlineSeconds: 3 });
      return EXIT.DONE;
    });
    return true;
  } catch (error) {
    if (isCallFailure(error)) return false;
    throw error;
  }
}

async function openTerminal(options: TuiOptions): Promise<number> {
  const { runTui } = await import("../../tui/main.js");
  return runTui(options);
}

async function stopServer({ output }: StartCall, server: ServerProcess): Promise<void> {
  const exitCode = await server.stop();
  if (exitCode === 0) return;
  output.note(
    exitCode === null
      ? "The server did not stop in time and was killed; what it had acknowledged is safe."
      : `The server had ended with exit code ${exitCode}; its log says why.`,
  );
}
