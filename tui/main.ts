import { setFlagsFromString } from "node:v8";
import type { TlsFiles } from "./client/connect.js";
import { type Language, say } from "./messages/say.js";
import { recall, remember } from "./remembered.js";
import { saveNewFile } from "./save-file.js";
import type { Painting } from "./screens/paint.js";
import type { Effect } from "./state/effect.js";
import type { EffectRunner } from "./state/effects.js";
import type { Event } from "./state/event.js";
import { startLoop } from "./state/loop.js";
import { makeModel } from "./state/update.js";
import { copyText, isTerminal, restoreTerminal, stopWrapping } from "./terminal.js";

const STILL_MILLISECONDS = 60;

/** What the terminal is started with. */
export type TuiOptions = {
  /** `host:port`, or `unix:/path` for the operator's socket. */
  address: string;
  /** PEM files; left out for plain text. */
  tls?: TlsFiles;
  /** The one-time setup code, when the server was started together with the terminal: it is then not asked for. */
  setupCode?: string;
  /** The language of the screen; otherwise the one used last, or that of the environment. */
  language?: Language;
  /** Ask for a session that can look but not change. */
  readOnly?: boolean;
};

/** Exit codes: left by the person; no terminal to paint on (as for wrong usage); a fault (EX_SOFTWARE). */
const EXIT = { left: 0, noTerminal: 2, fault: 70 };

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Runs the terminal until the person leaves, a signal comes or it fails, and resolves with the exit code. The screen
 * is given back as it was on every way out; what went wrong is then printed to stderr. The caller ends the process.
 */
export async function runTui(options: TuiOptions): Promise<number> {
  const remembered = recall(options.address);
  const language = options.language ?? remembered.language ?? environmentLanguage();
  if (!isTerminal()) {
    process.stderr.write(`${say(language, { key: "main.no-terminal", params: {} })}\n`);
    return EXIT.noTerminal;
  }
  // Young memory that does not grow: a third less of it in all, at no price that a person notices.
  setFlagsFromString("--semi-space-growth-factor=1");
  process.on("exit", restoreTerminal);
  try {
    return await runOnTerminal(options, { ...remembered, language });
  } catch (cause) {
    restoreTerminal();
    const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    process.stderr.write(`${say(language, { key: "main.crashed", params: { message } })}\n`);
    return EXIT.fault;
  } finally {
    restoreTerminal();
    process.off("exit", restoreTerminal);
  }
}

async function runOnTerminal(
  options: TuiOptions,
  { accountId, email, language }: { accountId: string; email: string; language: Language },
): Promise<number> {
  const { promise: over, resolve: leave, reject: fail } = makePromise<number>();
  let runner: EffectRunner | undefined;
  const waiting: Effect[] = [];
  const run = (effect: Effect, dispatch: (event: Event) => void): void => {
    if (runner === undefined) waiting.push(effect);
    else runner.run(effect, dispatch);
  };
  const start = {
    address: options.address,
    language,
    setupCode: options.setupCode,
    readOnly: options.readOnly ?? false,
    accountId,
    email,
  };
  const size = { columns: process.stdout.columns, rows: process.stdout.rows };
  const loop = startLoop(makeModel(start, size, Date.now()), run, Date.now);
  const undoGuards = guard(leave, fail);
  let painting: Painting | undefined;
  let undoResize = () => {};
  try {
    const { paint } = await import("./screens/paint.js");
    painting = paint(loop);
    stopWrapping();
    painting.done.then(() => leave(EXIT.left), fail);
    const painted = painting;
    undoResize = repaintAfterResize(painted.repaint);
    // The first screen does not wait for gRPC to be loaded.
    const [{ makeEffectRunner }, { connect }] = await Promise.all([
      import("./state/effects.js"),
      import("./client/connect.js"),
    ]);
    runner = makeEffectRunner({
      connect: (authorization) =>
        connect({ address: options.address, authorization, ...(options.tls && { tls: options.tls }) }),
      copy: copyText,
      remember: (account, person) => {
        remember(options.address, { accountId: account, email: person, language: loop.get().language });
      },
      save: saveNewFile,
      repaint: painted.repaint,
      suspend: () => void suspend(painted, () => loop.dispatch({ type: "resumed" })).catch(fail),
      quit: leave,
    });
    for (const effect of waiting.splice(0)) runner.run(effect, loop.dispatch);
    loop.dispatch({ type: "started" });
    return await over;
  } finally {
    undoGuards();
    undoResize();
    runner?.stop();
    painting?.leave();
    await painting?.done.catch(() => {});
  }
}

/** Leaves in order on signals and faults. */
function guard(leave: (exitCode: number) => void, fail: (cause: unknown) => void): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, number]) => {
    const handler = () => leave(128 + number);
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  return () => {
    for (const undo of handlers) undo();
    process.off("uncaughtException", fail);
    process.off("unhandledRejection", fail);
  };
}

/**
 * Paints everything anew once the window keeps still. Terminals differ in what they do to a full screen that changes
 * its size, and frames are painted relative to the one before. It listens to the signal: a window that is back at its
 * size before anybody looked is no "resize" to Node, and yet its screen was cut and shifted.
 */
function repaintAfterResize(repaint: () => void): () => void {
  let still: NodeJS.Timeout | undefined;
  const onResize = (): void => {
    clearTimeout(still);
    still = setTimeout(repaint, STILL_MILLISECONDS);
  };
  process.on("SIGWINCH", onResize);
  return () => {
    clearTimeout(still);
    process.off("SIGWINCH", onResize);
  };
}

/** Gives the terminal back to the shell until it is brought to the foreground again. */
async function suspend(painting: Painting, resumed: () => void): Promise<void> {
  const resume = await painting.suspend();
  if (resume === undefined) return;
  // Without a timer nothing would keep the process alive while its input is let go.
  const alive = setInterval(() => {}, 60_000);
  process.once("SIGCONT", () => {
    clearInterval(alive);
    void resume().then(resumed);
  });
  restoreTerminal();
  process.kill(process.pid, "SIGTSTP");
}

function environmentLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || "").toLowerCase().startsWith("fr") ? "fr" : "en";
}

function makePromise<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (cause: unknown) => void = () => {};
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // It may fail before anybody waits for it.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
