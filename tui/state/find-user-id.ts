import type { Client } from "../client/connect.js";
import { CallFailure } from "../client/failure.js";

/** The id of the user somebody named by e-mail or by id; a complaint about the field when there is none. */
export async function findUserId(client: Client, user: string, field: string): Promise<string> {
  if (user === "" || user.startsWith("usr_")) return user;
  const { users } = await client.users.list({ filter: `email = ${JSON.stringify(user)}` });
  const [found] = users;
  if (found !== undefined) return found.id;
  const description = `no user ${user}`;
  throw new CallFailure({
    code: "INVALID_ARGUMENT",
    reason: "FIELD_INVALID",
    message: description,
    fieldViolations: [{ field, description }],
  });
}
