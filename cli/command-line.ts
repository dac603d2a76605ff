import { parseArguments } from "./arguments.js";
import type { Command, Invocation } from "./command.js";
import { COMMANDS } from "./commands/table.js";
import { DEFAULT_ADDRESS } from "./connection.js";
import { describeFailure } from "./describe-failure.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { CommandFailure } from "./failures.js";
import { commandHelp, groupHelp, programHelp } from "./help.js";
import { HELP_TOPICS } from "./help-topics.js";
import { nearest } from "./nearest.js";
import { createOutput, type InputOutput } from "./output.js";
import { createSecretReader } from "./secret-reader.js";
import { holdsSecret, SECRET_IN_ARGUMENTS } from "./secrets-in-arguments.js";

/** Runs one command line, without the program's own name, and returns what the process should end with. */
export async function runCommandLine(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  io: InputOutput,
): Promise<ExitCode> {
  const output = createOutput(io, env, argv.includes("--json"));
  let server = env["LATCHKEY_SERVER"] || DEFAULT_ADDRESS;
  try {
    if (holdsSecret(argv)) throw new CommandFailure(SECRET_IN_ARGUMENTS, EXIT.USAGE, "SECRET_IN_ARGUMENTS");
    const found = findCommand(argv);
    if ("text" in found) return await showHelp(found, output.line, io);
    const { help, values, positionals } = parseArguments(found.command, found.rest);
    if (help) return await showHelp({ text: commandHelp(found.command), asked: true }, output.line, io);
    server = (values as { server?: string }).server ?? server;
    const call: Invocation = { values, positionals, env, io, output, secrets: createSecretReader(io) };
    return await found.command.run(call);
  } catch (error) {
    const { exitCode, ...text } = describeFailure(error, server);
    output.failure(text);
    return exitCode;
  }
}

type Help = { readonly text: string; readonly asked: boolean };
type Found = { readonly command: Command; readonly rest: readonly string[] };

/** Finds the command that the first words name. No words, or options only, is the first command of the table. */
function findCommand(argv: readonly string[]): Found | Help {
  const [first, second] = argv;
  if (first === undefined) return commandNamed("start", argv);
  if (first === "--help" || first === "-h") return { text: programHelp(COMMANDS), asked: true };
  if (first === "help") return findHelp(argv.slice(1));
  if (first === "--version") return commandNamed("version", argv.slice(1));
  if (first.startsWith("-")) return commandNamed("start", argv);
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(" ");
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command !== undefined) return { command, rest: argv.slice(words) };
  }
  const group = commandsOf(first);
  if (group.length === 0)
    throw unknown(first, [...new Set(COMMANDS.map(({ name }) => name.split(" ")[0] ?? ""))]);
  if (second === undefined || second.startsWith("-")) {
    return { text: groupHelp(first, group), asked: second === "--help" || second === "-h" };
  }
  throw unknown(
    `${first} ${second}`,
    group.map(({ name }) => name),
  );
}

function findHelp(words: readonly string[]): Help {
  const name = words.join(" ");
  if (name === "") return { text: programHelp(COMMANDS), asked: true };
  const topic = HELP_TOPICS.find((candidate) => candidate.name === name);
  if (topic !== undefined) return { text: topic.text, asked: true };
  const found = findCommand([...words]);
  return "text" in found ? { ...found, asked: true } : { text: commandHelp(found.command), asked: true };
}

function commandNamed(name: string, rest: readonly string[]): Found {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) throw unknown(name, []);
  return { command, rest };
}

function commandsOf(group: string): Command[] {
  return COMMANDS.filter(({ name }) => name.startsWith(`${group} `));
}

function unknown(words: string, names: readonly string[]): CommandFailure {
  const near = nearest(words, names);
  const advice = near === undefined ? "See: latchkey --help" : `Did you mean "latchkey ${near}"?`;
  return new CommandFailure(`There is no command "${words}". ${advice}`);
}

/** Help that was asked for is a result; help shown for want of a command is words. */
async function showHelp(
  { text, asked }: Help,
  line: (text: string) => Promise<void>,
  { stderr }: InputOutput,
): Promise<ExitCode> {
  if (asked) {
    await line(text);
    return EXIT.DONE;
  }
  stderr.write(`${text}\n`);
  return EXIT.USAGE;
}
