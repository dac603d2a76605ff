import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { CommandFailure, Interrupted } from "./failures.js";
import type { InputOutput } from "./output.js";

/** Where answers come from: a person at a terminal, or standard input line by line. */
export type SecretReader = {
  /** Whether somebody can be asked. */
  readonly interactive: boolean;
  /** Asks a person for a line that may be seen. */
  ask(question: string): Promise<string>;
  /** Asks a person without echo. */
  askSecret(question: string): Promise<string>;
  /** Takes the next line of standard input; at a terminal, asks without echo. */
  readLine(what: string): Promise<string>;
};

const MAX_INPUT_BYTES = 1_048_576;

/** Reads secrets from the streams of a process. Lines of standard input are handed out in the order asked for. */
export function createSecretReader({ stdin, stderr }: InputOutput): SecretReader {
  const interactive = stdin.isTTY === true && stderr.isTTY === true;
  let lines: string[] | undefined;
  const askSecret = (question: string) => askAtTerminal({ stdin, stderr }, question, false);
  return {
    interactive,
    ask: (question) => askAtTerminal({ stdin, stderr }, question, true),
    askSecret,
    async readLine(what) {
      if (stdin.isTTY) return askSecret(`${what}: `);
      lines ??= (await readAll(stdin)).split(/\r?\n/);
      const line = lines.shift();
      if (line) return line;
      throw new CommandFailure(
        `Standard input ended before ${what} came: write it there, on a line of its own.`,
      );
    },
  };
}

async function readAll(stdin: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_INPUT_BYTES) throw new CommandFailure("Standard input is larger than 1 MiB.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function askAtTerminal(
  { stdin, stderr }: Pick<InputOutput, "stdin" | "stderr">,
  question: string,
  echo: boolean,
): Promise<string> {
  if (!stdin.isTTY) throw new CommandFailure(`There is no terminal to ask at for: ${question.trim()}`);
  // Without echo, readline still edits the line: only what it would draw is swallowed.
  const drawing = echo ? stderr : new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: drawing, terminal: true, historySize: 0 });
  // Only now does the terminal echo nothing, and Ctrl-C come as a key.
  if (!echo) stderr.write(question);
  return new Promise((resolve, reject) => {
    reader.once("SIGINT", () => reject(new Interrupted()));
    reader.once("close", () => reject(new Interrupted()));
    reader.question(echo ? question : "", resolve);
  }).finally(() => {
    reader.close();
    if (!echo) stderr.write("\n");
  }) as Promise<string>;
}
