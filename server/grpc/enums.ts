import type { AccessPolicyEffect as WirePolicyEffect } from "../../proto/gen/latchkey/v1/AccessPolicyEffect.js";
import type { AccessTokenOrigin as WireAccessTokenOrigin } from "../../proto/gen/latchkey/v1/AccessTokenOrigin.js";
import type { AccessTokenState as WireAccessTokenState } from "../../proto/gen/latchkey/v1/AccessTokenState.js";
import type { ActorKind as WireActorKind } from "../../proto/gen/latchkey/v1/ActorKind.js";
import type { ApiTokenState as WireApiTokenState } from "../../proto/gen/latchkey/v1/ApiTokenState.js";
import type { ClientKind as WireClientKind } from "../../proto/gen/latchkey/v1/ClientKind.js";
import type { CredentialKind as WireCredentialKind } from "../../proto/gen/latchkey/v1/CredentialKind.js";
import type { DeactivationCause as WireDeactivationCause } from "../../proto/gen/latchkey/v1/DeactivationCause.js";
import type { GrantType as WireGrantType } from "../../proto/gen/latchkey/v1/GrantType.js";
import type { Role as WireRole } from "../../proto/gen/latchkey/v1/Role.js";
import type { AccessTokenOrigin, AccessTokenState } from "../domain/access-tokens.js";
import type { ApiTokenState, DeactivationCause } from "../domain/api-tokens.js";
import type { ActorKind } from "../domain/audit-events.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import type { FieldChecks } from "../domain/field-checks.js";
import type { ClientKind, GrantType } from "../domain/oauth-clients.js";
import type { PolicyEffect } from "../domain/policy-statements.js";
import type { Role } from "../domain/users.js";

/** The wire's name of each value: a value added to the domain does not compile until it is named here. */
type Names<Value extends string, Wire> = Readonly<Record<Value, keyof Wire>>;

/** What a user may do. */
export const ROLES = {
  ADMIN: "ROLE_ADMIN",
  AGENT: "ROLE_AGENT",
  END_USER: "ROLE_END_USER",
} as const satisfies Names<Role, typeof WireRole>;

/** Whether a token works. */
export const API_TOKEN_STATES = {
  ACTIVE: "API_TOKEN_STATE_ACTIVE",
  DEACTIVATED: "API_TOKEN_STATE_DEACTIVATED",
  EXPIRED: "API_TOKEN_STATE_EXPIRED",
} as const satisfies Names<ApiTokenState, typeof WireApiTokenState>;

/** Why a token was deactivated. */
export const DEACTIVATION_CAUSES = {
  MANUAL: "DEACTIVATION_CAUSE_MANUAL",
  INACTIVITY: "DEACTIVATION_CAUSE_INACTIVITY",
} as const satisfies Names<DeactivationCause, typeof WireDeactivationCause>;

/** What kind of caller did something. */
export const ACTOR_KINDS = {
  SESSION: "ACTOR_KIND_SESSION",
  API_TOKEN: "ACTOR_KIND_API_TOKEN",
  SYSTEM: "ACTOR_KIND_SYSTEM",
  OPERATOR: "ACTOR_KIND_OPERATOR",
  ANONYMOUS: "ACTOR_KIND_ANONYMOUS",
  ACCESS_TOKEN: "ACTOR_KIND_ACCESS_TOKEN",
  OAUTH_CLIENT: "ACTOR_KIND_OAUTH_CLIENT",
} as const satisfies Names<ActorKind, typeof WireActorKind>;

/** What kind of credential was presented. */
export const CREDENTIAL_KINDS = {
  API_TOKEN: "CREDENTIAL_KIND_API_TOKEN",
  SESSION: "CREDENTIAL_KIND_SESSION",
  ACCESS_TOKEN: "CREDENTIAL_KIND_ACCESS_TOKEN",
} as const satisfies Names<IdentifiedCaller["kind"], typeof WireCredentialKind>;

/** Whether an OAuth client can keep a secret. */
export const CLIENT_KINDS = {
  PUBLIC: "CLIENT_KIND_PUBLIC",
  CONFIDENTIAL: "CLIENT_KIND_CONFIDENTIAL",
} as const satisfies Names<ClientKind, typeof WireClientKind>;

/** A way an OAuth client gets tokens. */
export const GRANT_TYPES = {
  AUTHORIZATION_CODE: "GRANT_TYPE_AUTHORIZATION_CODE",
  REFRESH_TOKEN: "GRANT_TYPE_REFRESH_TOKEN",
  CLIENT_CREDENTIALS: "GRANT_TYPE_CLIENT_CREDENTIALS",
  DEVICE_CODE: "GRANT_TYPE_DEVICE_CODE",
} as const satisfies Names<GrantType, typeof WireGrantType>;

/** Whether an access token works. */
export const ACCESS_TOKEN_STATES = {
  ACTIVE: "ACCESS_TOKEN_STATE_ACTIVE",
  EXPIRED: "ACCESS_TOKEN_STATE_EXPIRED",
  STOPPED: "ACCESS_TOKEN_STATE_STOPPED",
} as const satisfies Names<AccessTokenState, typeof WireAccessTokenState>;

/** How an access token came to be. */
export const ACCESS_TOKEN_ORIGINS = {
  AUTHORIZATION_CODE: "ACCESS_TOKEN_ORIGIN_AUTHORIZATION_CODE",
  REFRESH_TOKEN: "ACCESS_TOKEN_ORIGIN_REFRESH_TOKEN",
  CLIENT_CREDENTIALS: "ACCESS_TOKEN_ORIGIN_CLIENT_CREDENTIALS",
  DEVICE_CODE: "ACCESS_TOKEN_ORIGIN_DEVICE_CODE",
  DIRECT: "ACCESS_TOKEN_ORIGIN_DIRECT",
} as const satisfies Names<AccessTokenOrigin, typeof WireAccessTokenOrigin>;

/** Whether a statement of a policy allows or denies. */
export const POLICY_EFFECTS = {
  ALLOW: "ACCESS_POLICY_EFFECT_ALLOW",
  DENY: "ACCESS_POLICY_EFFECT_DENY",
} as const satisfies Names<PolicyEffect, typeof WirePolicyEffect>;

/**
 * Reads a value; undefined when it is unspecified. One that the contract does not know arrives as its number,
 * whatever the generated type says, and is noted under the field.
 */
export function decodeEnum<Value extends string>(
  checks: FieldChecks,
  field: string,
  names: Readonly<Record<Value, string>>,
  wire: string | number,
): Value | undefined {
  const values = Object.keys(names) as Value[];
  const value = values.find((known) => names[known] === wire);
  const isUnspecified = typeof wire === "string" && wire.endsWith("_UNSPECIFIED");
  if (value === undefined && !isUnspecified) {
    checks.refuse(field, `Must be ${Object.values(names).join(", ")}; ${wire} is none of them.`);
  }
  return value;
}
