import type { Caller } from "./callers.js";
import { showHint } from "./credentials.js";
import type { Instant } from "./instants.js";

/** The kind of thing an event is about. */
export type ResourceType =
  | "account"
  | "settings"
  | "user"
  | "session"
  | "api_token"
  | "oauth_client"
  | "oauth_grant"
  | "access_token"
  | "access_policy";

/** What was done: the resource and a verb. */
export type AuditAction =
  | "caller.denied"
  | "account.create"
  | "settings.update"
  | "user.create"
  | "user.update"
  | "user.set_password"
  | "user.set_password_refused"
  | "user.delete"
  | "session.sign_in"
  | "session.sign_in_refused"
  | "session.sign_out"
  | "api_token.create"
  | "api_token.update"
  | "api_token.deactivate"
  | "api_token.reactivate"
  | "api_token.delete"
  | "oauth_client.create"
  | "oauth_client.update"
  | "oauth_client.rotate_secret"
  | "oauth_client.retire_secret"
  | "oauth_client.enable"
  | "oauth_client.disable"
  | "oauth_client.delete"
  | "oauth_client.set_global"
  | "oauth_client.authentication_refused"
  | "oauth_grant.approve"
  | "oauth_grant.create"
  | "oauth_grant.deny"
  | "oauth_grant.revoke"
  | "oauth_grant.reuse_detected"
  | "access_token.create"
  | "access_token.revoke"
  | "access_token.revoke_all"
  | "access_policy.create"
  | "access_policy.update"
  | "access_policy.delete"
  | "access_policy.enforce"
  | "access_policy.dry_run"
  | "access_policy.attach"
  | "access_policy.detach";

/** What kind of caller did something. */
export type ActorKind =
  | "SESSION"
  | "API_TOKEN"
  | "ACCESS_TOKEN"
  | "OAUTH_CLIENT"
  | "SYSTEM"
  | "OPERATOR"
  | "ANONYMOUS";

/** Who did something, as they were at that time. */
export interface Actor {
  readonly kind: ActorKind;
  readonly userId: string;
  readonly email: string;
  readonly credentialId: string;
  /** The OAuth client it was done through; absent where there was none. */
  readonly clientId?: string;
}

/** One field before and after, as text; empty for none. Never a secret. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Something that happened. */
export interface AuditEvent {
  readonly accountId: string;
  /** Counts up by one within the account, in the order of commits. */
  readonly sequence: number;
  readonly createTime: Instant;
  readonly action: AuditAction;
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly resourceLabel: string;
  readonly actor: Actor;
  readonly sourceIp: string;
  readonly requestId: string;
  readonly changes: readonly FieldChange[];
}

/** The label as it is shown: an access token's is the hint of its secret. */
export function labelOf({ resourceType, resourceLabel }: AuditEvent): string {
  return resourceType === "access_token" ? showHint(resourceLabel) : resourceLabel;
}

/** The id of the event with this sequence number: rising, as text, too. */
export function auditEventId(sequence: number): string {
  return `evt_${String(sequence).padStart(16, "0")}`;
}

/** The sequence number of an event id; undefined for anything else. */
export function auditEventSequence(id: string): number | undefined {
  return /^evt_[0-9]{16}$/.test(id) ? Number(id.slice(4)) : undefined;
}

/** The caller as an actor. */
export function actorOf(caller: Caller): Actor {
  if ("accountId" in caller) {
    return {
      kind: caller.kind,
      userId: caller.user?.id ?? "",
      email: caller.user?.email ?? "",
      credentialId: caller.credentialId,
      ...(caller.client === undefined ? {} : { clientId: caller.client.id }),
    };
  }
  return { kind: caller.kind, userId: "", email: "", credentialId: "" };
}

/** An OAuth client as an actor, where it has only proved itself with the request. */
export function actorOfClient(clientId: string): Actor {
  return { kind: "OAUTH_CLIENT", userId: "", email: "", credentialId: "", clientId };
}

/** What differs between two states of a resource, of the fields named, as the contract spells them. */
export function changesBetween<R extends object>(
  before: R | undefined,
  after: R | undefined,
  fields: Readonly<Record<string, (resource: R) => unknown>>,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field in fields) {
    const read = fields[field] as (resource: R) => unknown;
    const old = before === undefined ? "" : textOf(field, read(before));
    const fresh = after === undefined ? "" : textOf(field, read(after));
    if (old !== fresh) changes.push({ field, before: old, after: fresh });
  }
  return changes;
}

function textOf(field: string, value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "number" && field.endsWith("_time")) return timeTextOf(value);
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The text made last: what is issued together mostly ends together, and making it takes as long as a digest. */
let lastTime = { instant: 0, text: new Date(0).toISOString() };

function timeTextOf(instant: Instant): string {
  if (instant !== lastTime.instant) lastTime = { instant, text: new Date(instant).toISOString() };
  return lastTime.text;
}
