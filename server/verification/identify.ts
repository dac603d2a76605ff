import { identifies } from "../domain/api-tokens.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import type { PresentedCredential } from "../domain/credentials.js";
import type { Instant } from "../domain/instants.js";
import { isIpAllowed } from "../domain/ip-ranges.js";
import { isSessionLive } from "../domain/sessions.js";
import { normalizeEmail } from "../domain/users.js";
import type { Reader } from "../store/reader.js";
import { apiTokensByDigest, sessionsByDigest, settings, users, usersByEmail } from "../store/tables.js";

/** A credential as it is presented, in the circumstances that matter. */
export interface Presentation {
  readonly credential: PresentedCredential;
  /** The digest of its secret. */
  readonly digest: string;
  readonly sourceIp: string;
  readonly now: Instant;
}

/** Who stands behind a credential; undefined when it is unknown, dead, or not for this address. */
export function identify(reader: Reader, presentation: Presentation): Promise<IdentifiedCaller | undefined> {
  return presentation.credential.kind === "API_TOKEN"
    ? identifyByApiToken(reader, presentation, presentation.credential.email)
    : identifyBySession(reader, presentation);
}

async function identifyByApiToken(
  reader: Reader,
  { digest, sourceIp, now }: Presentation,
  email: string,
): Promise<IdentifiedCaller | undefined> {
  const token = await reader.find(apiTokensByDigest, digest);
  if (token === undefined) return undefined;
  const { accountId, id, scopes, expireTime } = token;
  const accountSettings = await reader.get(settings, accountId);
  const user = await reader.find(usersByEmail, accountId, normalizeEmail(email));
  if (accountSettings === undefined || !identifies(token, user, accountSettings, sourceIp, now)) {
    return undefined;
  }
  const expiry = expireTime === undefined ? {} : { expireTime };
  return { kind: "API_TOKEN", accountId, user, credentialId: id, scopes, ...expiry };
}

async function identifyBySession(
  reader: Reader,
  { digest, sourceIp, now }: Presentation,
): Promise<IdentifiedCaller | undefined> {
  const session = await reader.find(sessionsByDigest, digest);
  if (session === undefined) return undefined;
  const { accountId, id, userId, scopes, expireTime } = session;
  const user = await reader.get(users, accountId, userId);
  const accountSettings = await reader.get(settings, accountId);
  if (user === undefined || accountSettings === undefined) return undefined;
  if (!isSessionLive(session, user, now) || !isIpAllowed(accountSettings.ipAllowList, sourceIp)) {
    return undefined;
  }
  return { kind: "SESSION", accountId, user, credentialId: id, scopes, expireTime };
}
