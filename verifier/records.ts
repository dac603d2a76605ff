import type { Timestamp__Output } from "../proto/gen/google/protobuf/Timestamp.js";
import type { CredentialRecord__Output } from "../proto/gen/latchkey/v1/CredentialRecord.js";
import type { CredentialRecord, RecordKind } from "../server/domain/credential-records.js";
import type { Instant } from "../server/domain/instants.js";
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
};

/** Reads what a feed tells; undefined for what this version does not know, and so cannot take into account. */
export function readRecord(told: CredentialRecord__Output, accountId: string): CredentialRecord | undefined {
  if (told.rules) return { kind: "RULES", rules: told.rules };
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
  const of = told.removed ? KINDS[told.removed.kind] : undefined;
  return of && { kind: "REMOVED", of, id: told.removed?.id ?? "" };
}

function readApiToken(
  told: NonNullable<CredentialRecord__Output["apiToken"]>,
  accountId: string,
): CredentialRecord {
  const { id, digest, boundUserId, scopes, ipAllowList, expireTime, deactivated } = told;
  return {
    kind: "API_TOKEN",
    token: {
      id,
      accountId,
      digest,
      scopes,
      ipAllowList,
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
