import { authorizeBySession } from "../client/authorization.js";
import type { Client, ConnectOptions } from "../client/connect.js";
import { decodeFailure } from "../client/failure.js";
import type { Effect, TimerName } from "./effect.js";
import { runBulk } from "./effect-bulk.js";
import { call } from "./effect-calls.js";
import { watch } from "./effect-watch.js";
import type { Event } from "./event.js";

/** The world outside, as far as effects reach into it. */
export type Outside = {
  /** Connects to the server; the credential is asked for before every call. */
  connect: (authorization: NonNullable<ConnectOptions["authorization"]>) => Client;
  /** Hands text to the clipboard, and tells which way it went. */
  copy: (text: string) => "terminal" | "tmux";
  /** Keeps who signed in for the next start. */
  remember: (accountId: string, email: string) => void;
  /** Writes a file that is not there yet; resolves with where it is. */
  save: (path: string, text: string) => Promise<string>;
  setMouse: (on: boolean) => void;
  repaint: () => void;
  suspend: () => void;
  quit: (exitCode: number) => void;
};

/** Does effects until it is stopped. */
export type EffectRunner = {
  run: (effect: Effect, dispatch: (event: Event) => void) => void;
  /** Ends the watch, the timers and the connection. */
  stop: () => void;
};

/** Makes the runner. The session token lives here and nowhere in the model. */
export function makeEffectRunner(outside: Outside): EffectRunner {
  let sessionToken: string | undefined;
  const client = outside.connect(() =>
    sessionToken === undefined ? undefined : authorizeBySession(sessionToken),
  );
  const timers = new Map<TimerName, NodeJS.Timeout>();
  let watching: AbortController | undefined;
  let bulk: AbortController | undefined;
  let stopped = false;

  const keepToken = (token: string | undefined): void => {
    sessionToken = token;
  };
  const run: EffectRunner["run"] = (effect, dispatch) => {
    if (stopped) return;
    switch (effect.type) {
      case "watch":
        watching?.abort();
        watching = new AbortController();
        void watch(client, effect.afterId, watching, dispatch);
        return;
      case "stop-watching":
        watching?.abort();
        return;
      case "start-timer":
        clearTimeout(timers.get(effect.name));
        timers.set(
          effect.name,
          setTimeout(() => dispatch({ type: "timer", name: effect.name }), effect.delayMilliseconds),
        );
        return;
      case "copy":
        return dispatch({ type: "copied", what: effect.what, way: outside.copy(effect.text) });
      case "remember":
        return outside.remember(effect.accountId, effect.email);
      case "set-mouse":
        return outside.setMouse(effect.on);
      case "repaint":
        return outside.repaint();
      case "suspend":
        return outside.suspend();
      case "quit":
        return outside.quit(effect.exitCode);
      case "bulk":
        bulk = new AbortController();
        void runBulk(
          effect,
          (write) => call(client, write, keepToken),
          bulk.signal,
          (event) => {
            if (!stopped) dispatch(event);
          },
        );
        return;
      case "stop-bulk":
        bulk?.abort();
        return;
      case "export":
        void outside.save(effect.path, effect.text).then(
          (path) => stopped || dispatch({ type: "exported", path, count: effect.count }),
          (cause: unknown) => stopped || dispatch(failExport(cause)),
        );
        return;
      default:
        void call(client, effect, keepToken).then(
          (event) => stopped || dispatch(event),
          (cause: unknown) =>
            stopped || dispatch({ type: "call-failed", effect, failure: decodeFailure(cause) }),
        );
    }
  };
  const stop = (): void => {
    stopped = true;
    watching?.abort();
    bulk?.abort();
    for (const timer of timers.values()) clearTimeout(timer);
    client.close();
  };
  return { run, stop };
}

/** What stood in the way of a file, by the system's word for it. */
const SAVE_PROBLEMS: Readonly<Record<string, Extract<Event, { type: "export-failed" }>["problem"]>> = {
  EEXIST: "exists",
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "denied",
  ENOENT: "missing",
  ENOTDIR: "missing",
};

function failExport(cause: unknown): Event {
  const problem = SAVE_PROBLEMS[(cause as NodeJS.ErrnoException).code ?? ""] ?? "other";
  return { type: "export-failed", problem, message: cause instanceof Error ? cause.message : String(cause) };
}
