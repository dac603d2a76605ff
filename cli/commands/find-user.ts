import type { Client } from "../../tui/client/connect.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";

/** The id of the user somebody named by e-mail or by id. */
export async function findUserId(client: Client, emailOrId: string): Promise<string> {
  if (!emailOrId.includes("@")) return emailOrId;
  const email = emailOrId.replaceAll(/["\\]/g, "\\$&");
  const { users } = await client.users.list({ filter: `email = "${email}"`, pageSize: 2 });
  const [user] = users;
  if (user !== undefined) return user.id;
  throw new CommandFailure(
    `There is no user with the e-mail ${emailOrId} in this account.`,
    EXIT.NOT_FOUND,
    "RESOURCE_NOT_FOUND",
  );
}
