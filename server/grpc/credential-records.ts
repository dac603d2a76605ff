import type { CredentialRecord as WireRecord } from "../../proto/gen/latchkey/v1/CredentialRecord.js";
import type { RecordKind as WireRecordKind } from "../../proto/gen/latchkey/v1/RecordKind.js";
import type { CredentialRecord, RecordKind } from "../domain/credential-records.js";
import type { AccountRules } from "../domain/settings.js";
import type { Role } from "../domain/users.js";
import { ROLES } from "./enums.js";
import { encodeInstant, encodeOptionalInstant } from "./instants.js";
import { encodeStatement } from "./policy-rules.js";

/** The kinds of what can be gone. */
const RECORD_KINDS = {
  USER: "RECORD_KIND_USER",
  API_TOKEN: "RECORD_KIND_API_TOKEN",
  SESSION: "RECORD_KIND_SESSION",
  OAUTH_CLIENT: "RECORD_KIND_OAUTH_CLIENT",
  OAUTH_GRANT: "RECORD_KIND_OAUTH_GRANT",
  OAUTH_CUTOFF: "RECORD_KIND_OAUTH_CUTOFF",
  ACCESS_TOKEN: "RECORD_KIND_ACCESS_TOKEN",
  ACCESS_POLICY: "RECORD_KIND_ACCESS_POLICY",
} as const satisfies Readonly<Record<RecordKind, keyof typeof WireRecordKind>>;

/** Writes something that decides about credentials. */
export function encodeCredentialRecord(told: CredentialRecord): WireRecord {
  switch (told.kind) {
    case "RULES": {
      const { accountId, apiTokenAccess, oauthAccess, ipAllowList, observeUse = false } = told.rules;
      const roleAccessPolicies = encodeRolePolicies(told.rules);
      const lists = { ipAllowList: [...ipAllowList], roleAccessPolicies };
      return { rules: { accountId, apiTokenAccess, oauthAccess, observeUse, ...lists } };
    }
    case "USER": {
      const { id, email, name, role, verified, suspended } = told.user;
      return { user: { id, email, name, role: ROLES[role], verified, suspended } };
    }
    case "API_TOKEN": {
      const { id, digest, boundUserId = "", scopes, ipAllowList, expireTime, deactivation } = told.token;
      const accessPolicyIds = [...(told.token.accessPolicyIds ?? [])];
      const lists = { scopes: [...scopes], ipAllowList: [...ipAllowList], accessPolicyIds };
      const ends = { expireTime: encodeOptionalInstant(expireTime), deactivated: deactivation !== undefined };
      return { apiToken: { id, digest, boundUserId, ...lists, ...ends } };
    }
    case "SESSION": {
      const { id, digest, userId, scopes, expireTime } = told.session;
      return { session: { id, digest, userId, scopes: [...scopes], expireTime: encodeInstant(expireTime) } };
    }
    case "OAUTH_CLIENT": {
      const { id, accountId, identifier, enabled, global, allowedScopes, foreignEndTime } = told.client;
      const ends = { foreignEndTime: encodeOptionalInstant(foreignEndTime) };
      const accessPolicyIds = [...(told.client.accessPolicyIds ?? [])];
      const lists = { allowedScopes: [...allowedScopes], accessPolicyIds };
      return { oauthClient: { id, accountId, identifier, enabled, global, ...lists, ...ends } };
    }
    case "OAUTH_GRANT":
      return { oauthGrant: { id: told.grant.id, createTime: encodeInstant(told.grant.createTime) } };
    case "OAUTH_CUTOFF": {
      const { kind, id, time } = told.cutoff;
      const whose = kind === "CLIENT" ? { clientId: id } : { userId: id };
      return { oauthCutoff: { ...whose, time: encodeInstant(time) } };
    }
    case "ACCESS_TOKEN":
      return { accessToken: encodeAccessToken(told) };
    case "ACCESS_POLICY": {
      const { id, enforced, trial } = told.policy;
      const statements = (enforced?.statements ?? []).map(encodeStatement);
      const dryRun = {
        dryRunVersion: trial?.version ?? 0,
        dryRunStatements: (trial?.statements ?? []).map(encodeStatement),
        dryRunTime: encodeOptionalInstant(trial?.startTime),
      };
      return { accessPolicy: { id, version: enforced?.version ?? 0, statements, ...dryRun } };
    }
    case "REMOVED":
      return { removed: { kind: RECORD_KINDS[told.of], id: told.id } };
  }
}

function encodeRolePolicies({ roleAccessPolicyIds = {} }: AccountRules) {
  return Object.entries(roleAccessPolicyIds).map(([role, ids]) => ({
    role: ROLES[role as Role],
    accessPolicyIds: [...ids],
  }));
}

function encodeAccessToken({ token }: Extract<CredentialRecord, { kind: "ACCESS_TOKEN" }>) {
  const { id, digest, clientId, clientAccountId, userId = "", grantId = "", scopes } = token;
  return {
    id,
    digest,
    clientId,
    clientAccountId,
    userId,
    grantId,
    scopes: [...scopes],
    createTime: encodeInstant(token.createTime),
    expireTime: encodeInstant(token.expireTime),
  };
}
