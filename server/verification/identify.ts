import { type ApiToken, identifies } from "../domain/api-tokens.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import type { PresentedCredential } from "../domain/credentials.js";
import type { Instant } from "../domain/instants.js";
import { isIpAllowed } from "../domain/ip-ranges.js";
import { isSessionLive, type Session } from "../domain/sessions.js";
import { normalizeEmail, type User } from "../domain/users.js";
import type { Reader } from "../store/reader.js";
import {
  apiTokens,
  apiTokensByDigest,
  sessions,
  sessionsByDigest,
  settings,
  users,
  usersByEmail,
} from "../store/tables.js";

/** What counts besides the credential. */
interface Circumstances {
  readonly sourceIp: string;
  readonly now: Instant;
}

/** A credential as it is presented, in the circumstances that matter. */
export interface Presentation extends Circumstances {
  readonly credential: PresentedCredential;
  /** The digest of its secret. */
  readonly digest: string;
}

/** Who stands behind a credential; undefined when it is unknown, dead, or not for this address. */
export function identify(reader: Reader, presentation: Presentation): Promise<IdentifiedCaller | undefined> {
  return presentation.credential.kind === "API_TOKEN"
    ? identifyByApiToken(reader, presentation, presentation.credential.email)
    : identifyBySession(reader, presentation);
}

/** The same caller as they are by now; undefined when their credential is no longer good. */
export async function identifyAgain(
  reader: Reader,
  { kind, accountId, credentialId, user: known }: IdentifiedCaller,
  circumstances: Circumstances,
): Promise<IdentifiedCaller | undefined> {
  const user = await reader.get(users, accountId, known.id);
  if (kind === "API_TOKEN") {
    const token = await reader.get(apiTokens, accountId, credentialId);
    return callerWithApiToken(reader, token, user, circumstances);
  }
  const session = await reader.get(sessions, accountId, known.id, credentialId);
  return callerInSession(reader, session, user, circumstances);
}

async function identifyByApiToken(
  reader: Reader,
  presentation: Presentation,
  email: string,
): Promise<IdentifiedCaller | undefined> {
  const token = await reader.find(apiTokensByDigest, presentation.digest);
  if (token === undefined) return undefined;
  const user = await reader.find(usersByEmail, token.accountId, normalizeEmail(email));
  return callerWithApiToken(reader, token, user, presentation);
}

async function identifyBySession(
  reader: Reader,
  presentation: Presentation,
): Promise<IdentifiedCaller | undefined> {
  const session = await reader.find(sessionsByDigest, presentation.digest);
  if (session === undefined) return undefined;
  const user = await reader.get(users, session.accountId, session.userId);
  return callerInSession(reader, session, user, presentation);
}

async function callerWithApiToken(
  reader: Reader,
  token: ApiToken | undefined,
  user: User | undefined,
  { sourceIp, now }: Circumstances,
): Promise<IdentifiedCaller | undefined> {
  if (token === undefined) return undefined;
  const { accountId, id, scopes, expireTime } = token;
  const rules = await reader.get(settings, accountId);
  if (rules === undefined || !identifies(token, user, rules, sourceIp, now)) return undefined;
  const expiry = expireTime === undefined ? {} : { expireTime };
  return { kind: "API_TOKEN", accountId, user, credentialId: id, scopes, ...expiry };
}

async function callerInSession(
  reader: Reader,
  session: Session | undefined,
  user: User | undefined,
  { sourceIp, now }: Circumstances,
): Promise<IdentifiedCaller | undefined> {
  if (session === undefined || user === undefined || !isSessionLive(session, user, now)) return undefined;
  const { accountId, id, scopes, expireTime } = session;
  const rules = await reader.get(settings, accountId);
  if (rules === undefined || !isIpAllowed(rules.ipAllowList, sourceIp)) return undefined;
  return { kind: "SESSION", accountId, user, credentialId: id, scopes, expireTime };
}
