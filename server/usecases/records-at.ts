import type { AccessToken } from "../domain/access-tokens.js";
import type { ApiToken, DeactivationCause } from "../domain/api-tokens.js";
import type { AuditEvent, ResourceType } from "../domain/audit-events.js";
import { Failure } from "../domain/failure.js";
import type { Instant } from "../domain/instants.js";
import type { ClientTerms, OAuthClient } from "../domain/oauth-clients.js";
import type { GrantTerms } from "../domain/oauth-grants.js";
import type { Settings } from "../domain/settings.js";
import { normalizeEmail, type Role, type User } from "../domain/users.js";
import type { Reader } from "../store/reader.js";
import { auditEvents } from "../store/tables.js";

/** How many events are read back at most. */
const MAX_EVENTS = 50_000;

const CHUNK = 500;

/**
 * What records were at a moment, told by what changed since: the audit log holds every change with what was before,
 * in the same commit, so going back over it leads to what was.
 */
export class RecordsAt {
  readonly #before = new Map<string, string>();
  /** The policies that were attached to something by then, where that changed since. */
  readonly #attached = new Map<string, boolean>();
  readonly #created = new Set<string>();
  /** What was deleted or revoked later. */
  readonly #ended = new Set<string>();

  /** Reads the log back to a moment. Throws FIELD_INVALID when that is too long ago. */
  static async read(reader: Reader, accountId: string, time: Instant): Promise<RecordsAt> {
    const records = new RecordsAt();
    let after: readonly string[] | undefined;
    for (let read = 0; read < MAX_EVENTS; read += CHUNK) {
      const from = after === undefined ? {} : { after };
      const events = await reader.list(auditEvents, [accountId], { ...from, reverse: true, limit: CHUNK });
      for (const event of events) {
        if (event.createTime <= time) return records;
        records.#goBack(event);
      }
      const last = events.at(-1);
      if (last === undefined) return records;
      after = auditEvents.key(last);
    }
    throw new Failure("FIELD_INVALID", `time: More than ${MAX_EVENTS} changes were made since.`, {
      violations: [{ field: "time", description: `More than ${MAX_EVENTS} changes were made since.` }],
    });
  }

  /** Whether something was made later. */
  wasMadeLater(type: ResourceType, id: string): boolean {
    return this.#created.has(`${type} ${id}`);
  }

  /** An API token as it was; undefined when there was none. */
  apiToken(accountId: string, id: string, now: ApiToken | undefined): ApiToken | undefined {
    const wasThere = now !== undefined || this.#ended.has(`api_token ${id}`);
    if (!wasThere || this.wasMadeLater("api_token", id)) return undefined;
    const { expireTime: _, boundUserId: __, deactivation: ___, ...rest } = now ?? unknownToken(accountId, id);
    const text = (field: string, present: string) => this.#text("api_token", id, field, present);
    const expiry = text(
      "expire_time",
      now?.expireTime === undefined ? "" : new Date(now.expireTime).toISOString(),
    );
    const bound = text("bound_user_id", now?.boundUserId ?? "");
    const cause = text("deactivation_cause", now?.deactivation?.cause ?? "");
    return {
      ...rest,
      scopes: listOf(text("scopes", (now?.scopes ?? []).join(", "))),
      ipAllowList: listOf(text("ip_allow_list", (now?.ipAllowList ?? []).join(", "))),
      accessPolicyIds: this.attached("api_token_id", id, now?.accessPolicyIds ?? []),
      ...(expiry === "" ? {} : { expireTime: Date.parse(expiry) }),
      ...(bound === "" ? {} : { boundUserId: bound }),
      ...(cause === "" ? {} : { deactivation: { cause: cause as DeactivationCause, time: 0 } }),
    };
  }

  /** An access token that is there, or was until it was revoked; undefined when there was none. */
  accessToken(
    accountId: string,
    id: string,
    now: AccessToken | undefined,
    time: Instant,
  ): AccessToken | undefined {
    if (now !== undefined) return now.createTime <= time ? now : undefined;
    if (!this.#ended.has(`access_token ${id}`) || this.wasMadeLater("access_token", id)) return undefined;
    const text = (field: string) => this.#text("access_token", id, field, "");
    const [userId, grantId] = [text("user_id"), text("grant_id")];
    return {
      ...{
        id,
        accountId,
        digest: "",
        secretHint: "",
        clientId: text("client_id"),
        clientAccountId: accountId,
      },
      ...(userId === "" ? {} : { userId }),
      ...(grantId === "" ? {} : { grantId }),
      scopes: listOf(text("scopes")),
      origin: text("origin") as AccessToken["origin"],
      // Whatever ended others before did not end it.
      createTime: time,
      expireTime: Date.parse(text("expire_time")),
    };
  }

  /** A grant that is there, or was until it was revoked. */
  grant(id: string, now: GrantTerms | undefined, time: Instant): GrantTerms | undefined {
    return now ?? (this.#ended.has(`oauth_grant ${id}`) ? { id, createTime: time } : undefined);
  }

  /** A client of this account as it was; one of another's as it is. */
  client(accountId: string, id: string, now: OAuthClient | undefined): ClientTerms | undefined {
    if (now === undefined && !this.#ended.has(`oauth_client ${id}`)) return undefined;
    if (this.wasMadeLater("oauth_client", id)) return undefined;
    const text = (field: string, present: unknown) => this.#text("oauth_client", id, field, String(present));
    const gone = { id, accountId, identifier: "", enabled: true, global: false, allowedScopes: [] };
    const client: ClientTerms = now ?? { ...gone, identifier: text("identifier", "") };
    return {
      ...client,
      enabled: text("enabled", client.enabled) === "true",
      allowedScopes: listOf(text("allowed_scopes", client.allowedScopes.join(", "))),
    };
  }

  /** The id of whoever had an e-mail, given who has it now. */
  userIdByEmail(email: string, now: User | undefined): string | undefined {
    for (const [key, before] of this.#before) {
      const [type, id, field] = key.split(" ");
      if (type === "user" && field === "email" && normalizeEmail(before) === email) return id;
    }
    return now !== undefined && normalizeEmail(this.user(now)?.email ?? "") === email ? now.id : undefined;
  }

  /** A user who was deleted later, as they were; undefined for others. */
  deletedUser(accountId: string, id: string): User | undefined {
    if (!this.#ended.has(`user ${id}`)) return undefined;
    const unknown = { name: "", role: "END_USER" as const, verified: false, suspended: false };
    return this.user({ id, accountId, email: "", ...unknown, createTime: 0, updateTime: 0, revision: 0 });
  }

  /** A user as they were; undefined when there was none. */
  user(now: User | undefined): User | undefined {
    if (now === undefined || this.wasMadeLater("user", now.id)) return undefined;
    const text = (field: string, present: unknown) => this.#text("user", now.id, field, String(present));
    return {
      ...now,
      email: text("email", now.email),
      role: text("role", now.role) as Role,
      verified: text("verified", now.verified) === "true",
      suspended: text("suspended", now.suspended) === "true",
    };
  }

  /** The settings as they were. */
  settings(now: Settings): Settings {
    const text = (field: string, present: unknown) =>
      this.#text("settings", now.accountId, field, String(present));
    const role = (name: Role) => this.attached("role", name, now.roleAccessPolicyIds?.[name] ?? []);
    return {
      ...now,
      apiTokenAccess: text("api_token_access", now.apiTokenAccess) === "true",
      oauthAccess: text("oauth_access", now.oauthAccess) === "true",
      ipAllowList: listOf(text("ip_allow_list", now.ipAllowList.join(", "))),
      roleAccessPolicyIds: { ADMIN: role("ADMIN"), AGENT: role("AGENT"), END_USER: role("END_USER") },
    };
  }

  /** The version of a policy that was enforced. */
  enforcedVersion(policyId: string, now: number): number {
    return Number(this.#text("access_policy", policyId, "enforced_version", String(now)));
  }

  /** The policies that something was under; `field` is that of AccessPolicyTarget. */
  attached(field: string, id: string, now: readonly string[]): readonly string[] {
    const ids = new Set(now);
    for (const [key, wasAttached] of this.#attached) {
      const [policyId = "", of, target] = key.split(" ");
      if (of !== field || target !== id) continue;
      if (wasAttached) ids.add(policyId);
      else ids.delete(policyId);
    }
    return [...ids];
  }

  #goBack({ action, resourceType, resourceId, changes }: AuditEvent): void {
    const key = `${resourceType} ${resourceId}`;
    if (action.endsWith(".create")) this.#created.add(key);
    if (/\.(?:delete|revoke|reuse_detected)$/.test(action)) this.#ended.add(key);
    if (action === "access_policy.attach" || action === "access_policy.detach") {
      for (const { field, before, after } of changes) {
        this.#attached.set(`${resourceId} ${field} ${before || after}`, action === "access_policy.detach");
      }
      return;
    }
    // The last one told is the earliest: what was before it is what was at the moment.
    for (const { field, before } of changes) this.#before.set(`${key} ${field}`, before);
  }

  #text(type: ResourceType, id: string, field: string, present: string): string {
    return this.#before.get(`${type} ${id} ${field}`) ?? present;
  }
}

function listOf(text: string): string[] {
  return text === "" ? [] : text.split(", ");
}

function unknownToken(accountId: string, id: string): ApiToken {
  return {
    id,
    accountId,
    description: "",
    digest: "",
    secretHint: "",
    scopes: [],
    ipAllowList: [],
    creatorUserId: "",
    creatorEmail: "",
    createTime: 0,
    updateTime: 0,
    revision: 0,
  };
}
