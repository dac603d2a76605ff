import { setFlagsFromString } from "node:v8";
import type { TlsFiles } from "./client/connect.js";
import { writeCrashReport } from "./crash-report.js";
import { type DebugLog, makeDebugLog } from "./debug-log.js";
import type { Binding } from "./keymap.js";
import { type Language, say } from "./messages/say.js";
import { listenToMouse } from "./mouse.js";
import { loadOwnKeymap } from "./own-keymap.js";
import { guard, repaintAfterResize, suspend } from "./process-events.js";
import { recall, remember } from "./remembered.js";
import { saveNewFile } from "./save-file.js";
import type { Painting } from "./screens/paint.js";
import type { Effect } from "./state/effect.js";
import type { EffectRunner } from "./state/effects.js";
import type { Event } from "./state/event.js";
import { type Loop, startLoop } from "./state/loop.js";
import type { StartOptions } from "./state/model.js";
import { makeModel } from "./state/update.js";
import { copyText, isTerminal, restoreTerminal, setMouse, stopWrapping, windowTitle } from "./terminal.js";

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
  /** Listen to the pointer from the start. */
  mouse?: boolean;
  /** Write lines for a screen reader in place of a full screen. */
  screenReader?: boolean;
  /** A file of one's own keys; otherwise keys.json of the configuration directory, if it is there. */
  keymapFile?: string;
  /** A file to which the names of what happens are written. */
  debugLog?: string;
};

/** Exit codes: left by the person; no terminal to paint on, or keys that cannot be (wrong usage); a fault (EX_SOFTWARE). */
const EXIT = { left: 0, usage: 2, fault: 70 };

/**
 * Runs the terminal until the person leaves, a signal comes or it fails, and resolves with the exit code. The screen
 * is given back as it was on every way out; what went wrong is then printed to stderr. The caller ends the process.
 */
export async function runTui(options: TuiOptions): Promise<number> {
  const remembered = recall(options.address);
  const language = options.language ?? remembered.language ?? environmentLanguage();
  const complain = (key: Parameters<typeof say>[1]["key"], params: Record<string, string>, rest = "") =>
    process.stderr.write(`${say(language, { key, params })}${rest}\n`);
  if (!isTerminal()) {
    complain("main.no-terminal", {});
    return EXIT.usage;
  }
  const own = loadOwnKeymap(options.keymapFile);
  if ("problems" in own) {
    complain("main.bad-keymap", {}, own.problems.map((problem) => `\n  ${problem}`).join(""));
    return EXIT.usage;
  }
  // Young memory that does not grow: a third less of it in all, at no price that a person notices.
  setFlagsFromString("--semi-space-growth-factor=1");
  let log: DebugLog;
  try {
    log = makeDebugLog(options.debugLog);
  } catch (cause) {
    complain("main.bad-debug-log", { message: (cause as Error).message });
    return EXIT.usage;
  }
  process.on("exit", restoreTerminal);
  try {
    return await runOnTerminal(options, { ...remembered, language, keymap: own.keymap }, log);
  } catch (cause) {
    restoreTerminal();
    const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    complain("main.crashed", { message });
    const path = writeCrashReport(cause, log.latest());
    if (path !== undefined) complain("main.crash-report", { path });
    return EXIT.fault;
  } finally {
    restoreTerminal();
    process.off("exit", restoreTerminal);
  }
}

type Start = { accountId: string; email: string; language: Language; keymap: readonly Binding[] };

async function runOnTerminal(options: TuiOptions, known: Start, log: DebugLog): Promise<number> {
  const { promise: over, resolve: leave, reject: fail } = makePromise<number>();
  let runner: EffectRunner | undefined;
  const waiting: Effect[] = [];
  const run = (effect: Effect, dispatch: (event: Event) => void): void => {
    if (runner === undefined) waiting.push(effect);
    else runner.run(effect, dispatch);
  };
  const start: StartOptions = {
    address: options.address,
    setupCode: options.setupCode,
    readOnly: options.readOnly ?? false,
    mouse: options.mouse ?? false,
    ...known,
  };
  const spoken = options.screenReader ?? process.env["INK_SCREEN_READER"] === "true";
  const size = { columns: process.stdout.columns, rows: process.stdout.rows };
  const loop = startLoop(makeModel(start, size, Date.now()), run, Date.now, log.note);
  const undo = [guard(leave, fail), followWithTitle(loop)];
  let painting: Painting | undefined;
  try {
    const [{ paint }, { findTarget }] = await Promise.all([
      import("./screens/paint.js"),
      import("./screens/pointing.js"),
    ]);
    painting = paint(loop, spoken);
    if (!spoken) stopWrapping();
    painting.done.then(() => leave(EXIT.left), fail);
    const painted = painting;
    undo.push(repaintAfterResize(painted.repaint));
    undo.push(
      listenToMouse(process.stdin, (pointing) => {
        const event = findTarget(loop.get(), pointing);
        if (event !== undefined) loop.dispatch(event);
      }),
    );
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
      setMouse,
      repaint: painted.repaint,
      suspend: () => void suspend(painted, () => loop.dispatch({ type: "resumed" })).catch(fail),
      quit: leave,
    });
    for (const effect of waiting.splice(0)) runner.run(effect, loop.dispatch);
    loop.dispatch({ type: "started" });
    return await over;
  } finally {
    for (const step of undo) step();
    runner?.stop();
    painting?.leave();
    await painting?.done.catch(() => {});
  }
}

/** Names the window after the account that is open in it; the returned function gives it its old name back. */
function followWithTitle(loop: Loop): () => void {
  let last = "";
  const follow = (): void => {
    const { owner } = loop.get();
    const account = owner?.accountDisplayName || owner?.accountId;
    const title = account === undefined ? "Latchkey" : `Latchkey: ${account}`;
    if (title !== last) windowTitle.set(title);
    last = title;
  };
  windowTitle.keep();
  follow();
  const unsubscribe = loop.subscribe(follow);
  return () => {
    unsubscribe();
    windowTitle.giveBack();
  };
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
