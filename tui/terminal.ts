import { spawn } from "node:child_process";
import { writeSync } from "node:fs";

/** Whether a full screen can be painted: both ends are terminals, and not a dumb one. */
export function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true && process.env["TERM"] !== "dumb";
}

/**
 * Turns wrapping at the right edge off. Between a resize and the next painting the old, wider picture would wrap and
 * scroll the screen, and every later painting relative to the cursor would be off.
 */
export function stopWrapping(): void {
  writeTerminal("\x1b[?7l");
}

/** Puts wrapping, pasting, the pointer and the cursor back as a shell expects them. */
export function restoreTerminal(): void {
  writeTerminal("\x1b[?7h\x1b[?2004l\x1b[?1006l\x1b[?1000l\x1b[?25h");
}

/** Asks the terminal to tell of the pointer, or no longer to. */
export function setMouse(on: boolean): void {
  writeTerminal(on ? "\x1b[?1000h\x1b[?1006h" : "\x1b[?1006l\x1b[?1000l");
}

/** Keeps the window's title for later, gives it another one, and takes the kept one back (xterm's title stack). */
export const windowTitle = {
  keep: () => writeTerminal("\x1b[22;2t"),
  // What others wrote must not end the sequence and begin another.
  set: (title: string) => writeTerminal(`\x1b]2;${title.replace(/\p{C}/gu, "")}\x07`),
  giveBack: () => writeTerminal("\x1b[23;2t"),
};

/**
 * Hands text to the clipboard of the person's terminal (OSC 52), and to tmux where it stands between. Nobody answers
 * whether that worked.
 */
export function copyText(text: string): "terminal" | "tmux" {
  process.stdout.write(`\x1b]52;c;${Buffer.from(text, "utf8").toString("base64")}\x07`);
  if (!process.env["TMUX"]) return "terminal";
  const tmux = spawn("tmux", ["load-buffer", "-w", "-"], { stdio: ["pipe", "ignore", "ignore"] });
  // A tmux that cannot be called leaves the way through the terminal.
  tmux.on("error", () => {});
  tmux.stdin.on("error", () => {});
  tmux.stdin.end(text);
  return "tmux";
}

function writeTerminal(sequence: string): void {
  try {
    writeSync(1, sequence);
  } catch {
    // The terminal is gone, and with it what was to be put right.
  }
}
