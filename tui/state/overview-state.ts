import type { AuditEvent } from "../client/audit-events.js";
import type { CallFailure } from "../client/failure.js";
import type { HourlyUsage } from "../client/usage.js";

/** The overview tab: what was read for it, and where the person is. */
export type OverviewState = {
  phase: "unread" | "reading" | "read" | "failed";
  failure: CallFailure | undefined;
  stale: boolean;
  /** The last hours, the oldest first; undefined when the server does not count them. */
  usage: readonly HourlyUsage[] | undefined;
  /** What was refused lately, the newest first. */
  denials: readonly AuditEvent[];
  /** How many users there are. */
  users: number | undefined;
  /** How many OAuth clients there are and may be, and how many access tokens; undefined while OAuth is off. */
  oauthClients: { held: number; max: number } | undefined;
  accessTokens: number | undefined;
  /** The selected row. */
  row: number;
};

/** An overview of which nothing has been read. */
export function makeOverview(): OverviewState {
  return {
    phase: "unread",
    failure: undefined,
    stale: false,
    usage: undefined,
    denials: [],
    users: undefined,
    oauthClients: undefined,
    accessTokens: undefined,
    row: 0,
  };
}
