import type { Command, OptionSpec } from "./command.js";
import { EXIT_CODE_MEANINGS } from "./exit-codes.js";
import { HELP_TOPICS } from "./help-topics.js";

const WIDTH = 100;

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  return [
    "latchkey: manages who may call an organisation's API, with what, and how to take it back.",
    "",
    "Usage: latchkey [COMMAND] [OPTIONS]",
    "",
    "Commands:",
    ...aligned(commands.map(({ name, summary }) => [name, summary])),
    "",
    "Exit codes:",
    ...aligned(EXIT_CODE_MEANINGS.map(([code, meaning]) => [String(code), meaning])),
    "",
    "More: latchkey COMMAND --help",
    ...HELP_TOPICS.map(({ name, summary }) => `      latchkey help ${name}: ${summary}`),
  ].join("\n");
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const { name, summary, details = [], examples = [], positionals, options } = command;
  const given = Object.entries(options);
  const usage = ["latchkey", name, positionals?.hint, given.length > 0 ? "[OPTIONS]" : undefined];
  return [
    `Usage: ${usage.filter(Boolean).join(" ")}`,
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...details.flatMap((paragraph) => ["", ...wrap(paragraph, WIDTH)]),
    "",
    "Options:",
    ...aligned([
      ...given.map(([option, spec]): [string, string] => [optionUsage(option, spec), spec.summary]),
      ["-h, --help", "show this help"],
    ]),
    ...(examples.length === 0 ? [] : ["", "Examples:", ...examples.map((example) => `  ${example}`)]),
  ].join("\n");
}

/** The help of the commands that begin with a word, such as `token`. */
export function groupHelp(group: string, commands: readonly Command[]): string {
  return [
    `Usage: latchkey ${group} COMMAND [OPTIONS]`,
    "",
    ...aligned(commands.map(({ name, summary }) => [name, summary])),
    "",
    `More: latchkey ${group} COMMAND --help`,
  ].join("\n");
}

function optionUsage(name: string, spec: OptionSpec): string {
  if (spec.type === "boolean") return `--${name}`;
  return `--${name} ${spec.hint}${spec.multiple ? " …" : ""}`;
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const [first = "", ...rest] = wrap(right, WIDTH - width);
    return [`  ${left.padEnd(width - 2)}${first}`, ...rest.map((line) => " ".repeat(width) + line)];
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
