import type { Invocation } from "./command.js";
import { CommandFailure } from "./failures.js";

/** The option that takes a password from standard input. */
export const PASSWORD_OPTION = {
  "password-stdin": { type: "boolean", summary: "read the password from standard input" },
} as const;

type PasswordCall = Pick<Invocation<typeof PASSWORD_OPTION>, "values" | "io" | "secrets">;

/** Takes a password that exists: a line of standard input when told so, otherwise asked for without echo. */
export async function askPassword({ values, io, secrets }: PasswordCall): Promise<string> {
  requireSource(values, io);
  return secrets.readLine("password");
}

/** Takes a new password; a person types it twice. */
export async function askNewPassword({ values, io, secrets }: PasswordCall): Promise<string> {
  requireSource(values, io);
  const password = await secrets.readLine("new password");
  if (io.stdin.isTTY && (await secrets.askSecret("the same again: ")) !== password) {
    throw new CommandFailure("The two passwords are not the same; nothing was changed.");
  }
  return password;
}

function requireSource(values: PasswordCall["values"], io: PasswordCall["io"]): void {
  if (values["password-stdin"] || io.stdin.isTTY) return;
  throw new CommandFailure("There is no terminal to ask for the password at: use --password-stdin.");
}
