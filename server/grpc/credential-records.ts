import type { CredentialRecord as WireRecord } from "../../proto/gen/latchkey/v1/CredentialRecord.js";
import type { RecordKind as WireRecordKind } from "../../proto/gen/latchkey/v1/RecordKind.js";
import type { CredentialRecord, RecordKind } from "../domain/credential-records.js";
import { ROLES } from "./enums.js";
import { encodeInstant, encodeOptionalInstant } from "./instants.js";

/** The kinds of what can be gone. */
const RECORD_KINDS = {
  USER: "RECORD_KIND_USER",
  API_TOKEN: "RECORD_KIND_API_TOKEN",
  SESSION: "RECORD_KIND_SESSION",
  OAUTH_CLIENT: "RECORD_KIND_OAUTH_CLIENT",
  OAUTH_GRANT: "RECORD_KIND_OAUTH_GRANT",
  OAUTH_CUTOFF: "RECORD_KIND_OAUTH_CUTOFF",
  ACCESS_TOKEN: "RECORD_KIND_ACCESS_TOKEN",
} as const satisfies Readonly<Record<RecordKind, keyof typeof WireRecordKind>>;

/** Writes something that decides about credentials. */
export function encodeCredentialRecord(told: CredentialRecord): WireRecord {
  switch (told.kind) {
    case "RULES": {
      const { accountId, apiTokenAccess, oauthAccess, ipAllowList } = told.rules;
      return { rules: { accountId, apiTokenAccess, oauthAccess, ipAllowList: [...ipAllowList] } };
    }
    case "USER": {
      const { id, email, name, role, verified, suspended } = told.user;
      return { user: { id, email, name, role: ROLES[role], verified, suspended } };
    }
    case "API_TOKEN": {
      const { id, digest, boundUserId = "", scopes, ipAllowList, expireTime, deactivation } = told.token;
      const lists = { scopes: [...scopes], ipAllowList: [...ipAllowList] };
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
      const oauthClient = { id, accountId, identifier, enabled, global, allowedScopes: [...allowedScopes] };
      return { oauthClient: { ...oauthClient, ...ends } };
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
    case "REMOVED":
      return { removed: { kind: RECORD_KINDS[told.of], id: told.id } };
  }
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
