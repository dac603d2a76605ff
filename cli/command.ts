import type { ExitCode } from "./exit-codes.js";
import type { InputOutput, Output } from "./output.js";
import type { SecretReader } from "./secret-reader.js";

/** An option of a command: `hint` names its value in the help. */
export type OptionSpec =
  | { readonly type: "boolean"; readonly summary: string }
  | {
      readonly type: "string";
      readonly hint: string;
      readonly summary: string;
      readonly multiple?: true;
      /** A letter that may stand for it, with one dash. */
      readonly short?: string;
    };

/** The options of a command by name, without the two dashes. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The values the options of a table have after parsing; undefined for what was not given. */
export type Values<Options extends OptionTable> = {
  readonly [Name in keyof Options]?:
    | (Options[Name] extends { type: "boolean" }
        ? boolean
        : Options[Name] extends { multiple: true }
          ? string[]
          : string)
    | undefined;
};

/** What a command is run with. */
export type Invocation<Options extends OptionTable = OptionTable> = {
  readonly values: Values<Options>;
  readonly positionals: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly io: InputOutput;
  readonly output: Output;
  readonly secrets: SecretReader;
};

/** The positional arguments of a command, as the help shows them and how many there may be. */
export type Positionals = { readonly hint: string; readonly min: number; readonly max: number };

/** One command: all that dispatch, parsing and help need to know. */
export type Command<Options extends OptionTable = OptionTable> = {
  /** The words that call it, such as `token create`. */
  readonly name: string;
  /** One line without a full stop. */
  readonly summary: string;
  /** Further paragraphs of its help. */
  readonly details?: readonly string[];
  readonly examples?: readonly string[];
  readonly positionals?: Positionals;
  readonly options: Options;
  /** Hands all arguments on unparsed, `--help` included, to a program with a parser of its own. */
  readonly passThrough?: true;
  run(call: Invocation<Options>): Promise<ExitCode>;
};

/** Checks a command's `run` against its own options, and forgets them for the table. */
export function defineCommand<const Options extends OptionTable>(command: Command<Options>): Command {
  return command as unknown as Command;
}
