/** The shape of the secrets Latchkey hands out: a prefix for the kind, then 36 base62 characters. */
const SECRET = /lk[a-z]_[0-9A-Za-z]{36}/;
/** Long enough for a secret in base64, as in a Basic header. */
const BASE64_RUN = /[0-9A-Za-z+/_-]{54,}={0,2}/g;

/** What to say when a secret was typed as an argument. */
export const SECRET_IN_ARGUMENTS =
  "One of the arguments holds a secret. Everybody on this machine can read arguments in the process list, and the " +
  "shell keeps them in its history, so nothing was sent. Hand it over by standard input, the environment or a " +
  "credentials file (latchkey help credentials), and replace this one: it may have been seen.";

/** Whether a Latchkey secret, plain or in base64, is anywhere in the arguments. */
export function holdsSecret(argv: readonly string[]): boolean {
  return argv.some(
    (argument) => SECRET.test(argument) || decodedRuns(argument).some((run) => SECRET.test(run)),
  );
}

function decodedRuns(argument: string): string[] {
  return (argument.match(BASE64_RUN) ?? []).map((run) => Buffer.from(run, "base64").toString("latin1"));
}
