import type { Painting } from "./screens/paint.js";
import { restoreTerminal } from "./terminal.js";

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** How long a window has kept still when it counts as still. */
const STILL_MILLISECONDS = 60;

/** Leaves in order on signals and faults. */
export function guard(leave: (exitCode: number) => void, fail: (cause: unknown) => void): () => void {
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
export function repaintAfterResize(repaint: () => void): () => void {
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
export async function suspend(painting: Painting, resumed: () => void): Promise<void> {
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
