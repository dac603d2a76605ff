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
  const [usage, { auditEvents: denials }, { totalSize: users }, clients, tokens] = await Promise.all([
    readUsage(client),
    client.auditEvents.list({ filter: DENIAL_FILTER, pageSize: DENIALS }),
    client.users.list({ pageSize: 1 }),
    orNothing(client.oauthClients.list({ pageSize: 1 })),
    orNothing(client.accessTokens.list({ pageSize: 1 })),
  ]);
  const oauthClients = clients && { held: clients.totalSize, max: clients.maxSize };
  return { type: "overview-read", usage, denials, users, oauthClients, accessTokens: tokens?.totalSize };
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

/** What OAuth has, or nothing: it may be switched off, or unknown to the server. */
async function orNothing<Answer>(reading: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await reading;
  } catch (cause) {
    const { code } = decodeFailure(cause);
    if (code === "UNIMPLEMENTED" || code === "FAILED_PRECONDITION") return undefined;
    throw cause;
  }
}
