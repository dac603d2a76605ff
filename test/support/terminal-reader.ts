import { join } from "node:path";
import type { MessageKey } from "../../tui/messages/en.js";
import { type Language, say } from "../../tui/messages/say.js";
import { type Machine, PROGRAM } from "./latchkey-process.js";
import { TerminalDriver } from "./terminal.js";

/** Somebody in front of a terminal, who reads one language. */
export class Reader {
  readonly language: Language;
  readonly screen: TerminalDriver;

  constructor(machine: Machine, language: Language, columns: number, rows: number, ...flags: string[]) {
    this.language = language;
    const argv = [PROGRAM, "tui", "--language", language, ...flags];
    const env = { ...machine.env, XDG_STATE_HOME: join(machine.home, `${columns}-${language}`) };
    this.screen = TerminalDriver.start(process.execPath, argv, { columns, rows, env, cwd: machine.home });
  }

  /** What a message says. */
  say(key: MessageKey, params: Record<string, string | number> = {}): string {
    return say(this.language, { key, params });
  }

  /** Waits until a message can be read, however its lines are broken. */
  reads(key: MessageKey, params: Record<string, string | number> = {}): Promise<string> {
    const flat = (text: string) => text.replace(/[│\s]+/g, "");
    return this.screen.waitFor((screen) => flat(screen).includes(flat(this.say(key, params))));
  }

  /** Presses keys, then waits for something on the screen. */
  async does(keys: readonly string[], then: Parameters<TerminalDriver["waitFor"]>[0]): Promise<string> {
    this.screen.press(...keys);
    return this.screen.waitFor(then);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.reads("sign-in.title");
    this.screen.type(`\t${email}\t${password}\r`);
    await this.screen.waitFor((screen) => screen.includes(`● ${this.say("connection.live")}`));
  }

  /** Types into the field in focus, in place of what is there. */
  fill(text: string): void {
    this.screen.press("ctrl-u");
    this.screen.type(text);
  }
}
