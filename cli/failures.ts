import type { CallFailure } from "../tui/client/failure.js";
import { EXIT, type ExitCode } from "./exit-codes.js";

/** Why a command ends without having done its work, in a sentence that says what to do. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  /** What the process ends with. */
  readonly exitCode: ExitCode;
  /** A name for programs, such as `USAGE`. */
  readonly reason: string;

  /** Makes a failure; the reason is USAGE unless told. */
  constructor(message: string, exitCode: ExitCode = EXIT.USAGE, reason = "USAGE") {
    super(message);
    this.exitCode = exitCode;
    this.reason = reason;
  }
}

/** Whether somebody pressed Ctrl-C at a question. */
export class Interrupted extends CommandFailure {
  constructor() {
    super("Interrupted; nothing was changed.", EXIT.INTERRUPTED, "INTERRUPTED");
  }
}

/** Whether this is a failed call. Told by name, so that a command which calls nobody need not load the client. */
export function isCallFailure(error: unknown): error is CallFailure {
  return error instanceof Error && error.name === "CallFailure";
}
