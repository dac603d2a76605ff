import type { Timestamp__Output } from "../proto/gen/google/protobuf/Timestamp.js";
import type { AccessPolicyStatement__Output } from "../proto/gen/latchkey/v1/AccessPolicyStatement.js";
import type { CredentialRecord__Output } from "../proto/gen/latchkey/v1/CredentialRecord.js";
import type { CredentialRecord, RecordKind } from "../server/domain/credential-records.js";
import type { Instant } from "../server/domain/instants.js";
import type { PolicyEffect, PolicyStatement } from "../server/domain/policy-statements.js";
import type { Role } from "../server/domain/users.js";

const ROLES: Readonly<Record<string, Role>> = {
  ROLE_ADMIN: "ADMIN",
  ROLE_AGENT: "AGENT",
  ROLE_END_USER: "END_USER",
};

const KINDS: Readonly<Record<string, RecordKind>> = {
  RECORD_KIND_USER: "USER",
  RECORD_KIND_API_TOKEN: "API_TOKEN",
  RECORD_KIND_SESSION: "SESSION",
  RECORD_KIND_OAUTH_CLIENT: "OAUTH_CLIENT",
  RECORD_KIND_OAUTH_GRANT: "OAUTH_GRANT",
  RECORD_KIND_OAUTH_CUTOFF: "OAUTH_CUTOFF",
  RECORD_KIND_ACCESS_TOKEN: "ACCESS_TOKEN",
  RECORD_KIND_ACCESS_POLICY: "ACCESS_POLICY",
};

/** Reads what a feed tells; undefined for what this version does not know, and so cannot take into account. */
export function readRecord(told: CredentialRecord__Output, accountId: string): CredentialRecord | undefined {
  if (told.rules) return readRules(told.rules);
  if (told.user) {
    const role = ROLES[told.user.role];
    return role && { kind: "USER", user: { ...told.user, accountId, role } };
  }
  if (told.apiToken) return readApiToken(told.apiToken, accountId);
  if (told.session) {
    const { expireTime, ...session } = told.session;
    return { kind: "SESSION", session: { ...session, accountId, expireTime: instantOf(expireTime) } };
  }
  if (told.oauthClient) {
    const { foreignEndTime, ...client } = told.oauthClient;
    const end = foreignEndTime === null ? {} : { foreignEndTime: instantOf(foreignEndTime) };
    return { kind: "OAUTH_CLIENT", client: { ...client, ...end } };
  }
  if (told.oauthGrant) {
    const { id, createTime } = told.oauthGrant;
    return { kind: "OAUTH_GRANT", grant: { id, createTime: instantOf(createTime) } };
  }
  if (told.oauthCutoff) {
    const { clientId, userId, time } = told.oauthCutoff;
    const kind = clientId === "" ? "USER" : "CLIENT";
    return {
      kind: "OAUTH_CUTOFF",
      cutoff: { kind, id: clientId || userId, accountId, time: instantOf(time) },
    };
  }
  if (told.accessToken) return readAccessToken(told.accessToken, accountId);
  if (told.accessPolicy) return readPolicy(told.accessPolicy, accountId);
  const of = told.removed ? KINDS[told.removed.kind] : undefined;
  return of && { kind: "REMOVED", of, id: told.removed?.id ?? "" };
}

function readRules(told: NonNullable<CredentialRecord__Output["rules"]>): CredentialRecord | undefined {
  const { roleAccessPolicies, ...rules } = told;
  const ofRoles: Partial<Record<Role, readonly string[]>> = {};
  for (const { role, accessPolicyIds } of roleAccessPolicies) {
    const known = ROLES[role];
    if (known === undefined) return undefined;
    ofRoles[known] = accessPolicyIds;
  }
  return { kind: "RULES", rules: { ...rules, roleAccessPolicyIds: ofRoles } };
}

const EFFECTS: Readonly<Record<string, PolicyEffect>> = {
  ACCESS_POLICY_EFFECT_ALLOW: "ALLOW",
  ACCESS_POLICY_EFFECT_DENY: "DENY",
};

function readPolicy(
  told: NonNullable<CredentialRecord__Output["accessPolicy"]>,
  accountId: string,
): CredentialRecord | undefined {
  const { id, version, dryRunVersion, dryRunTime } = told;
  const statements = readStatements(told.statements);
  if (statements === undefined) return undefined;
  const enforced = version === 0 ? {} : { enforced: { version, statements } };
  // What only runs beside decides nothing: what is not understood of it is not counted.
  const tried = dryRunVersion === 0 ? undefined : readStatements(told.dryRunStatements);
  const trial =
    tried === undefined
      ? {}
      : { trial: { version: dryRunVersion, statements: tried, startTime: instantOf(dryRunTime) } };
  return { kind: "ACCESS_POLICY", policy: { id, accountId, ...enforced, ...trial } };
}

/** Undefined when one of them does what this version does not know. */
function readStatements(told: readonly AccessPolicyStatement__Output[]): PolicyStatement[] | undefined {
  const statements: PolicyStatement[] = [];
  for (const { effect, ...rest } of told) {
    const known = EFFECTS[effect];
    if (known === undefined) return undefined;
    statements.push({ ...rest, effect: known });
  }
  return statements;
}

function readApiToken(
  told: NonNullable<CredentialRecord__Output["apiToken"]>,
  accountId: string,
): CredentialRecord {
  const { id, digest, boundUserId, scopes, ipAllowList, expireTime, deactivated, accessPolicyIds } = told;
  return {
    kind: "API_TOKEN",
    token: {
      id,
      accountId,
      digest,
      scopes,
      ipAllowList,
      accessPolicyIds,
      ...(boundUserId === "" ? {} : { boundUserId }),
      ...(expireTime === null ? {} : { expireTime: instantOf(expireTime) }),
      ...(deactivated ? { deactivation: {} } : {}),
    },
  };
}

function readAccessToken(
  told: NonNullable<CredentialRecord__Output["accessToken"]>,
  accountId: string,
): CredentialRecord {
  const { userId, grantId, createTime, expireTime, ...token } = told;
  return {
    kind: "ACCESS_TOKEN",
    token: {
      ...token,
      accountId,
      ...(userId === "" ? {} : { userId }),
      ...(grantId === "" ? {} : { grantId }),
      createTime: instantOf(createTime),
      expireTime: instantOf(expireTime),
    },
  };
}

/** What is unset counts as long ago: it makes nothing live longer. */
function instantOf(timestamp: Timestamp__Output | null): Instant {
  return timestamp === null ? 0 : timestamp.seconds * 1_000 + Math.floor(timestamp.nanos / 1_000_000);
}
