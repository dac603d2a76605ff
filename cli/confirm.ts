import type { Invocation } from "./command.js";
import { CommandFailure, Interrupted } from "./failures.js";

/** The option that answers yes beforehand. */
export const YES_OPTION = { yes: { type: "boolean", summary: "do not ask" } } as const;

type ConfirmCall = Pick<Invocation<typeof YES_OPTION>, "values" | "output" | "secrets">;

/** Whether somebody has to be asked; fails when nobody can be, and --yes was not given. */
export function needsConfirmation({ values, secrets }: Pick<ConfirmCall, "values" | "secrets">): boolean {
  if (values.yes) return false;
  if (secrets.interactive) return true;
  throw new CommandFailure("This cannot be undone, and there is nobody to ask: repeat it with --yes.");
}

/** Says what would happen and asks; anything but a yes fails. */
export async function confirm(
  { output, secrets }: ConfirmCall,
  consequences: readonly string[],
): Promise<void> {
  for (const sentence of consequences) output.note(sentence);
  const answer = await secrets.ask("Go on? Type yes: ");
  if (!/^y(es)?$/i.test(answer.trim())) throw new Interrupted();
}
