import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { User } from "../domain/users.js";
import { users } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** Returns one user; who is no administrator sees nobody but themself. */
export async function getUser(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<User> {
  const caller = authorizeInAccount(context.caller, "GetUser");
  const isVisible = caller.user.role === "ADMIN" || caller.user.id === input.id;
  const user = isVisible
    ? await environment.store.read((reader) => reader.get(users, caller.accountId, input.id))
    : undefined;
  if (user === undefined) throw notFound("user", input.id);
  return user;
}
