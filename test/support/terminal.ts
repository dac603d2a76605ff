import { type IPty, spawn } from "@lydell/node-pty";
import unicode11 from "@xterm/addon-unicode11";
import headless, { type Terminal as Emulator, type IBufferCell } from "@xterm/headless";

/** How a program is started in a terminal. */
export type TerminalOptions = {
  columns?: number;
  rows?: number;
  cwd?: string;
  /** Added to a plain environment; undefined takes a variable out. */
  env?: Record<string, string | undefined>;
};

/** What the screen must come to. */
export type Expectation = string | RegExp | ((screen: string) => boolean);

/** For as long as a busy machine may need. */
const WAIT_MILLISECONDS = 60_000;

/** Keys by name, as a terminal sends them. */
const KEYS: Readonly<Record<string, string>> = {
  enter: "\r",
  escape: "\x1b",
  tab: "\t",
  "shift-tab": "\x1b[Z",
  up: "\x1b[A",
  down: "\x1b[B",
  right: "\x1b[C",
  left: "\x1b[D",
  home: "\x1b[H",
  end: "\x1b[F",
  pageup: "\x1b[5~",
  pagedown: "\x1b[6~",
  backspace: "\x7f",
  delete: "\x1b[3~",
};

/** A program in a pseudo-terminal, seen as a person sees it: by what is on the screen. */
export class TerminalDriver {
  /** Everything the program wrote, untouched. */
  raw = "";
  /** What the program put on the clipboard (OSC 52), newest last. */
  readonly copied: string[] = [];
  /** The exit code and signal, once it has ended. */
  readonly exited: Promise<{ exitCode: number; signal: number | undefined }>;
  readonly #pty: IPty;
  readonly #emulator: Emulator;
  readonly #listeners = new Set<() => void>();

  private constructor(pty: IPty, emulator: Emulator) {
    this.#pty = pty;
    this.#emulator = emulator;
    emulator.loadAddon(new unicode11.Unicode11Addon() as never);
    emulator.unicode.activeVersion = "11";
    emulator.parser.registerOscHandler(52, (data) => {
      this.copied.push(Buffer.from(data.slice(data.indexOf(";") + 1), "base64").toString("utf8"));
      return true;
    });
    emulator.onData((answer) => pty.write(answer));
    pty.onData((data) => {
      this.raw += data;
      emulator.write(data, () => {
        for (const listener of this.#listeners) listener();
      });
    });
    this.exited = new Promise((resolve) => {
      pty.onExit(({ exitCode, signal }) => resolve({ exitCode, signal }));
    });
  }

  /** Starts a program in a terminal. */
  static start(command: string, args: string[], options: TerminalOptions = {}): TerminalDriver {
    const { columns = 80, rows = 24, cwd = process.cwd(), env = {} } = options;
    const plain = {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      TERM: "xterm-256color",
      COLORTERM: "truecolor",
      LANG: "C.UTF-8",
      TZ: "UTC",
      ...env,
    };
    const given = Object.entries(plain).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const pty = spawn(command, args, {
      cols: columns,
      rows,
      cwd,
      env: Object.fromEntries(given),
      name: "xterm",
    });
    const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 });
    return new TerminalDriver(pty, emulator);
  }

  /** The process id of the program. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** Whether the program is on the alternate screen, as full-screen programs are. */
  get isFullScreen(): boolean {
    return this.#emulator.buffer.active.type === "alternate";
  }

  /** Whether lines wrap at the right edge, as a shell expects. */
  get wraps(): boolean {
    return this.#emulator.modes.wraparoundMode;
  }

  /** What is on the screen, line by line, without blanks at the ends of lines. */
  screen(): string {
    const { active } = this.#emulator.buffer;
    const lines: string[] = [];
    for (let row = 0; row < this.#emulator.rows; row += 1)
      lines.push(active.getLine(active.baseY + row)?.translateToString(true) ?? "");
    return lines.join("\n");
  }

  /** The cells of a row, for whoever wants colours. */
  cells(row: number): IBufferCell[] {
    const content = this.#emulator.buffer.active.getLine(this.#emulator.buffer.active.baseY + row);
    return Array.from({ length: this.#emulator.cols }, (_, column) => content?.getCell(column)).filter(
      (cell) => cell !== undefined,
    );
  }

  /** The size of the screen. */
  get size(): { columns: number; rows: number } {
    return { columns: this.#emulator.cols, rows: this.#emulator.rows };
  }

  /** Waits until the screen is as expected; fails with what is on it. */
  waitFor(expected: Expectation, milliseconds = WAIT_MILLISECONDS): Promise<string> {
    const isMet = (screen: string) =>
      typeof expected === "string"
        ? screen.includes(expected)
        : expected instanceof RegExp
          ? expected.test(screen)
          : expected(screen);
    return new Promise((resolve, reject) => {
      const check = () => {
        const screen = this.screen();
        if (!isMet(screen)) return;
        finish();
        resolve(screen);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`waited in vain for ${String(expected)}; on the screen:\n${this.screen()}`));
      }, milliseconds);
      const finish = () => {
        clearTimeout(timer);
        this.#listeners.delete(check);
      };
      this.#listeners.add(check);
      check();
    });
  }

  /** Presses keys one after the other: named ones, `ctrl-x`, or single characters. */
  press(...keys: string[]): void {
    for (const key of keys) {
      const control = /^ctrl-(.)$/.exec(key)?.[1];
      if (control === undefined) this.#pty.write(KEYS[key] ?? key);
      else this.#pty.write(String.fromCharCode(control.toLowerCase().charCodeAt(0) & 0x1f));
    }
  }

  /** Types text as one chunk, as a fast typist or a slow line does. */
  type(text: string): void {
    this.#pty.write(text);
  }

  /** Pastes text the way a terminal with bracketed paste does. */
  paste(text: string): void {
    this.#pty.write(`\x1b[200~${text}\x1b[201~`);
  }

  /** Changes the size of the window. */
  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Sends a signal to the program. */
  kill(signal: NodeJS.Signals = "SIGKILL"): void {
    process.kill(this.pid, signal);
  }

  /** Ends the program, if it still runs, and the terminal. */
  async close(): Promise<void> {
    try {
      process.kill(this.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
    await this.exited;
    this.#emulator.dispose();
  }
}
