import { render } from "ink";
import type { Loop } from "../state/loop.js";
import { App, type TerminalControls } from "./app.js";

/** The program on a terminal. */
export type Painting = {
  /** Resolves when it has left the screen; rejects when painting failed. */
  done: Promise<unknown>;
  /** Leaves the screen. */
  leave: () => void;
  /** Paints everything anew, whatever is on the screen and wherever the cursor is. */
  repaint: () => void;
  /** Gives the terminal away; what it resolves with takes it back. Nothing, when it is given away already. */
  suspend: () => Promise<(() => Promise<void>) | undefined>;
};

/**
 * Empties the screen, with the cursor hidden in its first cell, no wrapping at the right edge and plain letters. What
 * follows appears with it at once (mode 2026; ends with the next frame).
 */
const EMPTY_SCREEN = "\x1b[?2026h\x1b[?7l\x1b[?25l\x1b[m\x1b[H\x1b[J";

/**
 * Paints the loop's model on the process's terminal until it is told to leave; spoken, it writes lines for a screen
 * reader and leaves the screen as it is.
 */
export function paint(loop: Loop, spoken: boolean): Painting {
  let hand: (controls: TerminalControls) => void = () => {};
  const controls = new Promise<TerminalControls>((resolve) => {
    hand = resolve;
  });
  const app = <App loop={loop} spoken={spoken} onReady={(ready) => hand(ready)} />;
  const ink = render(app, {
    alternateScreen: !spoken,
    incrementalRendering: !spoken,
    isScreenReaderEnabled: spoken,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: 60,
  });
  let isSuspended = false;
  const repaint = (): void => {
    if (isSuspended || spoken) return;
    // Ink forgets its last frame, so that the next one is written whole, from where the cursor then is.
    ink.clear();
    process.stdout.write(EMPTY_SCREEN);
    ink.rerender(app);
  };
  const suspend = async () => {
    const { suspendTerminal } = await controls;
    if (isSuspended) return;
    isSuspended = true;
    const { resume } = await suspendTerminal();
    return async () => {
      await resume();
      isSuspended = false;
      repaint();
    };
  };
  return { done: ink.waitUntilExit(), leave: () => ink.unmount(), repaint, suspend };
}
