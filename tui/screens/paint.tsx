import { render } from "ink";
import type { Loop } from "../state/loop.js";
import { App, type TerminalControls } from "./app.js";

/** The program on a terminal. */
export type Painting = {
  /** Resolves when it has left the screen; rejects when painting failed. */
  done: Promise<unknown>;
  /** Leaves the screen. */
  leave: () => void;
  /** What the running terminal can do; resolves once it is painted. */
  controls: Promise<TerminalControls>;
};

/** Paints the loop's model on the process's terminal until it is told to leave. */
export function paint(loop: Loop): Painting {
  let hand: (controls: TerminalControls) => void = () => {};
  const controls = new Promise<TerminalControls>((resolve) => {
    hand = resolve;
  });
  const ink = render(<App loop={loop} onReady={(ready) => hand(ready)} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: 60,
  });
  return { done: ink.waitUntilExit(), leave: () => ink.unmount(), controls };
}
