import type { AccessPolicyEffect as WirePolicyEffect } from "../../proto/gen/latchkey/v1/AccessPolicyEffect.js";
import type { AccessTokenOrigin as WireAccessTokenOrigin } from "../../proto/gen/latchkey/v1/AccessTokenOrigin.js";
import type { AccessTokenState as WireAccessTokenState } from "../../proto/gen/latchkey/v1/AccessTokenState.js";
import type { ActorKind as WireActorKind } from "../../proto/gen/latchkey/v1/ActorKind.js";
import type { ApiTokenState as WireApiTokenState } from "../../proto/gen/latchkey/v1/ApiTokenState.js";
import type { ClientKind as WireClientKind } from "../../proto/gen/latchkey/v1/ClientKind.js";
import type { CredentialKind as WireCredentialKind } from "../../proto/gen/latchkey/v1/CredentialKind.js";
import type { DeactivationCause as WireDeactivationCause } from "../../proto/gen/latchkey/v1/DeactivationCause.js";
import type { DecisionReason as WireDecisionReason } from "../../proto/gen/latchkey/v1/DecisionReason.js";
import type { GrantType as WireGrantType } from "../../proto/gen/latchkey/v1/GrantType.js";
import type { Role as WireRole } from "../../proto/gen/latchkey/v1/Role.js";

/** Each value's wire name; adding a value to the contract makes the table not compile until it is named here. */
type Table<Wire extends { [K in keyof Wire]: string }, Unset extends keyof Wire> = Record<
  Exclude<keyof Wire, Unset>,
  string
>;

/** What a user may do. */
export const ROLES = {
  ROLE_ADMIN: "ADMIN",
  ROLE_AGENT: "AGENT",
  ROLE_END_USER: "END_USER",
} as const satisfies Table<typeof WireRole, "ROLE_UNSPECIFIED">;

/** Whether a token works, as far as the token itself goes. */
export const API_TOKEN_STATES = {
  API_TOKEN_STATE_ACTIVE: "ACTIVE",
  API_TOKEN_STATE_DEACTIVATED: "DEACTIVATED",
  API_TOKEN_STATE_EXPIRED: "EXPIRED",
} as const satisfies Table<typeof WireApiTokenState, "API_TOKEN_STATE_UNSPECIFIED">;

/** Why a token was deactivated. */
export const DEACTIVATION_CAUSES = {
  DEACTIVATION_CAUSE_MANUAL: "MANUAL",
  DEACTIVATION_CAUSE_INACTIVITY: "INACTIVITY",
} as const satisfies Table<typeof WireDeactivationCause, "DEACTIVATION_CAUSE_UNSPECIFIED">;

/** What kind of caller did something. */
export const ACTOR_KINDS = {
  ACTOR_KIND_SESSION: "SESSION",
  ACTOR_KIND_API_TOKEN: "API_TOKEN",
  ACTOR_KIND_SYSTEM: "SYSTEM",
  ACTOR_KIND_OPERATOR: "OPERATOR",
  ACTOR_KIND_ANONYMOUS: "ANONYMOUS",
  ACTOR_KIND_ACCESS_TOKEN: "ACCESS_TOKEN",
  ACTOR_KIND_OAUTH_CLIENT: "OAUTH_CLIENT",
} as const satisfies Table<typeof WireActorKind, "ACTOR_KIND_UNSPECIFIED">;

/** What kind of credential was presented. */
export const CREDENTIAL_KINDS = {
  CREDENTIAL_KIND_API_TOKEN: "API_TOKEN",
  CREDENTIAL_KIND_SESSION: "SESSION",
  CREDENTIAL_KIND_ACCESS_TOKEN: "ACCESS_TOKEN",
} as const satisfies Table<typeof WireCredentialKind, "CREDENTIAL_KIND_UNSPECIFIED">;

/** Why a credential was not accepted. */
export const DECISION_REASONS = {
  DECISION_REASON_NOT_AUTHENTICATED: "NOT_AUTHENTICATED",
  DECISION_REASON_SCOPE_MISSING: "SCOPE_MISSING",
  DECISION_REASON_POLICY_DENIED: "POLICY_DENIED",
} as const satisfies Table<typeof WireDecisionReason, "DECISION_REASON_UNSPECIFIED">;

/** Whether an OAuth client can keep a secret. */
export const CLIENT_KINDS = {
  CLIENT_KIND_PUBLIC: "PUBLIC",
  CLIENT_KIND_CONFIDENTIAL: "CONFIDENTIAL",
} as const satisfies Table<typeof WireClientKind, "CLIENT_KIND_UNSPECIFIED">;

/** A way an OAuth client gets tokens. */
export const GRANT_TYPES = {
  GRANT_TYPE_AUTHORIZATION_CODE: "AUTHORIZATION_CODE",
  GRANT_TYPE_REFRESH_TOKEN: "REFRESH_TOKEN",
  GRANT_TYPE_CLIENT_CREDENTIALS: "CLIENT_CREDENTIALS",
  GRANT_TYPE_DEVICE_CODE: "DEVICE_CODE",
} as const satisfies Table<typeof WireGrantType, "GRANT_TYPE_UNSPECIFIED">;

/** Whether an access token works. */
export const ACCESS_TOKEN_STATES = {
  ACCESS_TOKEN_STATE_ACTIVE: "ACTIVE",
  ACCESS_TOKEN_STATE_EXPIRED: "EXPIRED",
  ACCESS_TOKEN_STATE_STOPPED: "STOPPED",
} as const satisfies Table<typeof WireAccessTokenState, "ACCESS_TOKEN_STATE_UNSPECIFIED">;

/** Whether a statement of a policy allows or denies. */
export const POLICY_EFFECTS = {
  ACCESS_POLICY_EFFECT_ALLOW: "ALLOW",
  ACCESS_POLICY_EFFECT_DENY: "DENY",
} as const satisfies Table<typeof WirePolicyEffect, "ACCESS_POLICY_EFFECT_UNSPECIFIED">;

/** How an access token came to be. */
export const ACCESS_TOKEN_ORIGINS = {
  ACCESS_TOKEN_ORIGIN_AUTHORIZATION_CODE: "AUTHORIZATION_CODE",
  ACCESS_TOKEN_ORIGIN_REFRESH_TOKEN: "REFRESH_TOKEN",
  ACCESS_TOKEN_ORIGIN_CLIENT_CREDENTIALS: "CLIENT_CREDENTIALS",
  ACCESS_TOKEN_ORIGIN_DEVICE_CODE: "DEVICE_CODE",
  ACCESS_TOKEN_ORIGIN_DIRECT: "DIRECT",
} as const satisfies Table<typeof WireAccessTokenOrigin, "ACCESS_TOKEN_ORIGIN_UNSPECIFIED">;

type Value<Names> = Names[keyof Names];

/** What a user may do. */
export type Role = Value<typeof ROLES>;
/** Whether a statement of a policy allows or denies. */
export type PolicyEffect = Value<typeof POLICY_EFFECTS>;
/** Whether a token works; UNKNOWN is a state this build has not heard of. */
export type ApiTokenState = Value<typeof API_TOKEN_STATES> | "UNKNOWN";
/** Why a token was deactivated. */
export type DeactivationCause = Value<typeof DEACTIVATION_CAUSES>;
/** What kind of caller did something; UNKNOWN is a kind this build has not heard of. */
export type ActorKind = Value<typeof ACTOR_KINDS> | "UNKNOWN";
/** What kind of credential was presented. */
export type CredentialKind = Value<typeof CREDENTIAL_KINDS>;
/** Why a credential was not accepted. */
export type DecisionReason = Value<typeof DECISION_REASONS>;
/** Whether an OAuth client can keep a secret. */
export type ClientKind = Value<typeof CLIENT_KINDS>;
/** A way an OAuth client gets tokens. */
export type GrantType = Value<typeof GRANT_TYPES>;
/** Whether an access token works; UNKNOWN is a state this build has not heard of. */
export type AccessTokenState = Value<typeof ACCESS_TOKEN_STATES> | "UNKNOWN";
/** How an access token came to be; UNKNOWN is a way this build has not heard of. */
export type AccessTokenOrigin = Value<typeof ACCESS_TOKEN_ORIGINS> | "UNKNOWN";

/** Reads a wire name; undefined for the unset value and for one that is not in the table. */
export function decodeEnum<Names extends Record<string, string>>(
  names: Names,
  wire: string | number,
): Value<Names> | undefined {
  return Object.hasOwn(names, wire) ? (names[wire as keyof Names] as Value<Names>) : undefined;
}

/** Writes the wire name of a value. */
export function encodeEnum<Names extends Record<string, string>>(
  names: Names,
  value: Value<Names>,
): keyof Names {
  for (const wire of Object.keys(names)) if (names[wire] === value) return wire;
  throw new TypeError(`no wire name for ${String(value)}`);
}
