import { styleText } from "node:util";
import stringWidth from "string-width";

/** The three streams of a process. */
export type InputOutput = {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
};

/** A column of a table: its heading and how to write a row's cell. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string];

/** Where results and words go: results to stdout, words to stderr. */
export type Output = {
  /** Whether results are JSON. */
  readonly json: boolean;
  /** Writes one line of the result. */
  line(text: string): Promise<void>;
  /** Writes one object of the result, as one line of JSON. */
  object(value: object): Promise<void>;
  /** Writes rows, aligned; the headings come before the first of them. */
  table<Row>(columns: readonly Column<Row>[]): (rows: readonly Row[]) => Promise<void>;
  /** Tells a person something; never part of the result. */
  note(text: string): void;
  /** Tells what went wrong: an object of JSON, or words with hints beneath. */
  failure(failure: FailureText): void;
};

/** What went wrong, as it is shown. */
export type FailureText = {
  readonly message: string;
  readonly hints: readonly string[];
  readonly json: object;
};

type Style = Parameters<typeof styleText>[0];

/** Makes the output of a command. */
export function createOutput({ stdout, stderr }: InputOutput, env: NodeJS.ProcessEnv, json: boolean): Output {
  // Not left to styleText, which would look at standard output even where the text goes to standard error.
  const paint = (stream: { readonly isTTY?: boolean }, style: Style, text: string) =>
    stream.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb"
      ? styleText(style, text, { validateStream: false })
      : text;
  const line = (text: string) => writeAll(stdout, `${text}\n`);
  return {
    json,
    line,
    object: (value) => line(JSON.stringify(value)),
    table: (columns) => tableWriter(columns, line, (text) => paint(stdout, "bold", text)),
    note: (text) => void stderr.write(`${text}\n`),
    failure: ({ message, hints, json: object }) => {
      if (json) return void stderr.write(`${JSON.stringify(object)}\n`);
      const lines = message.split("\n").map(printable);
      stderr.write(`${paint(stderr, "red", "latchkey:")} ${lines.join("\n")}\n`);
      for (const hint of hints) stderr.write(`  ${printable(hint)}\n`);
    },
  };
}

/** Waits for a slow reader, so that a long listing stays small in memory. */
function writeAll(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function tableWriter<Row>(
  columns: readonly Column<Row>[],
  line: (text: string) => Promise<void>,
  heading: (text: string) => string,
): (rows: readonly Row[]) => Promise<void> {
  const widths = columns.map(([name]) => stringWidth(name));
  let begun = false;
  return async (rows) => {
    const cells = rows.map((row) => columns.map(([, cell]) => printable(cell(row))));
    for (const texts of cells) {
      for (const [index, text] of texts.entries()) {
        widths[index] = Math.max(widths[index] ?? 0, stringWidth(text));
      }
    }
    if (!begun)
      await line(
        heading(
          alignCells(
            columns.map(([name]) => name),
            widths,
          ),
        ),
      );
    begun = true;
    for (const texts of cells) await line(alignCells(texts, widths));
  };
}

function alignCells(texts: readonly string[], widths: readonly number[]): string {
  const cells = texts.map((text, index) => text + " ".repeat((widths[index] ?? 0) - stringWidth(text)));
  return cells.join("  ").trimEnd();
}

/** Writes names and values beneath each other, aligned; values that are empty are left out. */
export async function printFields(
  output: Output,
  fields: readonly (readonly [string, string])[],
): Promise<void> {
  const shown = fields.filter(([, value]) => value !== "");
  const width = Math.max(...shown.map(([name]) => stringWidth(name)));
  for (const [name, value] of shown) {
    await output.line(`${name}${" ".repeat(width - stringWidth(name))}  ${printable(value)}`);
  }
}

/** Control characters and marks that turn the direction of writing, which could lie about what a line says. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes text from elsewhere harmless to a terminal: control characters are written as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** A time to the second in UTC; empty for none. */
export function formatTime(time: Date | undefined): string {
  return time === undefined ? "" : `${time.toISOString().slice(0, 19)}Z`;
}

/** `on` or `off`. */
export function formatSwitch(value: boolean): string {
  return value ? "on" : "off";
}
