import type { Client } from "../client/connect.js";
import { decodeFailure } from "../client/failure.js";
import type { Event } from "./event.js";

/** How far back use is shown: a week. */
const USAGE_HOURS = 168;

/** How many of the latest refusals are shown at most. */
const DENIALS = 20;

/** Sign-ins, calls and passwords that were refused. */
const DENIAL_FILTER = ["caller.denied", "session.sign_in_refused", "user.set_password_refused"]
  .map((action) => `action = "${action}"`)
  .join(" OR ");

/** Reads what the overview shows and no other tab has. */
export async function readOverview(client: Client): Promise<Event> {
  const [usage, { auditEvents: denials }, { totalSize: users }] = await Promise.all([
    readUsage(client),
    client.auditEvents.list({ filter: DENIAL_FILTER, pageSize: DENIALS }),
    client.users.list({ pageSize: 1 }),
  ]);
  return { type: "overview-read", usage, denials, users };
}

/** The last hours; undefined where the server does not count them. */
async function readUsage(client: Client) {
  try {
    return await client.usage.get(USAGE_HOURS);
  } catch (cause) {
    const failure = decodeFailure(cause);
    if (failure.code === "UNIMPLEMENTED") return undefined;
    throw failure;
  }
}
