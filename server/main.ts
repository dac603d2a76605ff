import { asksForHelp, type Config, ConfigError, type ProcessEnvironment, readConfig } from "./config.js";
import { formatHelp } from "./config-keys.js";
import { CannotOpenError } from "./engine/engine.js";
import { type RunningServer, start } from "./start.js";
import { ListenError } from "./system/listen-error.js";
import { TlsFilesError } from "./system/tls.js";

/** How the server's process ends. */
const EXIT = { stopped: 0, cannotStart: 1, badConfiguration: 2 } as const;

/** What a server tells the process that started it, once it can be called. */
export interface ReadyMessage {
  readonly type: "ready";
  /** `host:port`. */
  readonly address: string;
  /** Where HTTP is served, as an origin. */
  readonly httpAddress: string;
  /** Present while there is no account. */
  readonly setupCode?: string;
}

/** Runs the server until it is told to stop; resolves with the exit code of the process. */
export async function serve(argv: readonly string[], env: ProcessEnvironment): Promise<number> {
  if (asksForHelp(argv)) {
    process.stdout.write(formatHelp());
    return EXIT.stopped;
  }
  let config: Config;
  try {
    config = readConfig(argv, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(`Latchkey cannot start:\n${error.message.replaceAll(/^/gm, "  ")}`);
    return EXIT.badConfiguration;
  }
  // Listened to before the start, so that a signal during it is not lost.
  const stopRequest = awaitStopRequest(config);
  let server: RunningServer;
  try {
    server = await start(config);
  } catch (error) {
    stopRequest.forget();
    complain(`Latchkey cannot start: ${explain(error)}`);
    return EXIT.cannotStart;
  }
  announce(server, config);
  stopRequest.onHangUp(() => server.reloadCertificate());
  await stopRequest.made;
  await server.stop();
  stopRequest.forget();
  return EXIT.stopped;
}

function explain(error: unknown): string {
  const isForeseen =
    error instanceof CannotOpenError || error instanceof ListenError || error instanceof TlsFilesError;
  if (isForeseen) return error.message;
  return `something unforeseen happened (${error instanceof Error ? error.message : String(error)}).`;
}

function complain(words: string): void {
  process.stderr.write(`${words}\n`);
}

function announce({ address, httpAddress, setupCode }: RunningServer, config: Config): void {
  const words = [
    `Latchkey listens on ${address}${config.tls === undefined ? "" : " with TLS"}.`,
    `Browsers and OAuth clients are served on ${httpAddress}.`,
  ];
  if (config.engine === "memory") words.push("It keeps everything in memory: all is gone when it stops.");
  if (setupCode !== undefined) {
    words.push(
      "",
      "There is no account yet. Make the first one with",
      "",
      ...howToCall(address, config),
      "",
      "and this one-time setup code:",
      "",
      `    ${setupCode}`,
      "",
    );
  }
  process.stdout.write(`${words.join("\n")}\n`);
  const ready: ReadyMessage = {
    type: "ready",
    address,
    httpAddress,
    ...(setupCode === undefined ? {} : { setupCode }),
  };
  process.send?.(ready);
}

/** The terminal's command line for this server; where it is known by other names than it listens on, as far as that goes. */
function howToCall(address: string, { tls }: Config): string[] {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  const isEverywhere = host === "0.0.0.0" || host === "[::]";
  if (tls === undefined) return [`    latchkey tui --server ${isEverywhere ? `127.0.0.1:${port}` : address}`];
  return [
    `    latchkey tui --server ${isEverywhere ? `HOST:${port}` : address} --tls`,
    "",
    "with a name that is in the certificate, and --ca FILE instead of --tls for an authority of your own,",
  ];
}

/** The wish that the server stop. */
interface StopRequest {
  readonly made: Promise<void>;
  /** Does this on SIGHUP, where certificates are to be read again; elsewhere SIGHUP stops. */
  onHangUp(act: () => void): void;
  forget(): void;
}

function awaitStopRequest(config: Config): StopRequest {
  let request: () => void = () => {};
  let hangUp: (() => void) | undefined;
  const made = new Promise<void>((resolve) => {
    request = resolve;
  });
  const onHangUp = () => (config.tls === undefined ? request() : hangUp?.());
  // Once: who asks a second time does not want to wait.
  process.once("SIGINT", request);
  process.once("SIGTERM", request);
  process.on("SIGHUP", onHangUp);
  if (config.exitWithParent) {
    process.once("disconnect", request);
    if (process.connected === false) request();
  }
  const forget = () => {
    process.off("SIGINT", request);
    process.off("SIGTERM", request);
    process.off("SIGHUP", onHangUp);
    process.off("disconnect", request);
  };
  return {
    made,
    onHangUp(act) {
      hangUp = act;
    },
    forget,
  };
}
