import type { AccessPolicy } from "../client/access-policies.js";
import type { AccessToken } from "../client/access-tokens.js";
import type { ApiToken } from "../client/api-tokens.js";
import type { AuditEvent } from "../client/audit-events.js";
import type { OAuthClient } from "../client/oauth-clients.js";
import type { User } from "../client/users.js";

/** What each list tab lists: a new one is a row here, one in effect-pages.ts, and a slice. */
export type ListItems = {
  "api-tokens": ApiToken;
  "oauth-clients": OAuthClient;
  "access-tokens": AccessToken;
  users: User;
  "audit-log": AuditEvent;
  "access-policies": AccessPolicy;
};

/** The tabs that list something. */
export type ListId = keyof ListItems;
