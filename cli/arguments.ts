import { parseArgs } from "node:util";
import type { Command, Values } from "./command.js";
import { CommandFailure } from "./failures.js";
import { nearest } from "./nearest.js";

/** The arguments of a command, parsed by its own table. */
export type ParsedArguments = {
  readonly help: boolean;
  readonly values: Values<Command["options"]>;
  readonly positionals: readonly string[];
};

/** Parses the arguments of a command; fails with a sentence that names the wrong one and its nearest neighbour. */
export function parseArguments(command: Command, argv: readonly string[]): ParsedArguments {
  if (command.passThrough) return { help: false, values: {}, positionals: argv };
  const options = {
    ...Object.fromEntries(Object.entries(command.options).map(([name, spec]) => [name, parserOption(spec)])),
    help: { type: "boolean", short: "h" },
  } as const;
  refuseUnknownOptions(command, argv, options);
  const { values, positionals } = parseStrictly(command, argv, options);
  const { help, ...rest } = values as { help?: boolean };
  if (!help) refuseWrongCount(command, positionals);
  return { help: help === true, values: rest, positionals };
}

type ParserOption = { type: "string" | "boolean"; short?: string; multiple?: boolean };

function parserOption({ type, ...rest }: Command["options"][string]): ParserOption {
  const short = "short" in rest && rest.short !== undefined ? { short: rest.short } : {};
  return { type, multiple: "multiple" in rest, ...short };
}

function refuseUnknownOptions(
  command: Command,
  argv: readonly string[],
  options: Record<string, ParserOption>,
): void {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option" || Object.hasOwn(options, token.name)) continue;
    const near = nearest(token.name, Object.keys(options));
    const advice = near === undefined ? helpAdvice(command) : `Did you mean --${near}?`;
    throw new CommandFailure(`"latchkey ${command.name}" has no option ${token.rawName}. ${advice}`);
  }
}

function parseStrictly(command: Command, argv: readonly string[], options: Record<string, ParserOption>) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split("\n");
    throw new CommandFailure(`${sentence?.replace(/\.?$/, ".")} ${helpAdvice(command)}`);
  }
}

function refuseWrongCount(command: Command, positionals: readonly string[]): void {
  const { hint = "", min = 0, max = 0 } = command.positionals ?? {};
  if (positionals.length >= min && positionals.length <= max) return;
  const words = positionals.length < min ? `needs ${hint}` : `does not take "${positionals[max]}"`;
  throw new CommandFailure(`"latchkey ${command.name}" ${words}. ${helpAdvice(command)}`);
}

function helpAdvice(command: Command): string {
  return `See: latchkey ${command.name} --help`;
}
