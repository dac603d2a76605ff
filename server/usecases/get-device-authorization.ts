import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { readUserCode } from "../domain/device-authorizations.js";
import { Failure } from "../domain/failure.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { DeviceAuthorization } from "../domain/oauth-grants.js";
import type { Lookup } from "../store/reader.js";
import { deviceAuthorizationsByUserCode, oauthClients } from "../store/tables.js";
import { requireNoWait } from "./authenticate-client.js";
import type { Environment } from "./environment.js";

/** A device that waits, and whose it is. */
export interface WaitingDevice {
  readonly device: DeviceAuthorization;
  readonly client: OAuthClient;
}

/** Says which client waits behind a user code. Throws RESOURCE_NOT_FOUND, or SIGN_IN_THROTTLED after too many of these. */
export async function getDeviceAuthorization(
  environment: Environment,
  context: RequestContext,
  { userCode }: { readonly userCode: string },
): Promise<WaitingDevice> {
  const caller = authorizeInAccount(context.caller, "GetDeviceAuthorization");
  requireMayGuess(environment, context, caller);
  const found = await environment.store.read((reader) =>
    findDevice(environment, reader, context, caller, userCode),
  );
  if (found?.device.state === "PENDING") return found;
  if (found === undefined) noteWrongUserCode(environment, context, caller, userCode);
  throw noSuchUserCode();
}

/** The device behind a user code of the caller's account, decided or not; undefined when there is none, or it is over. */
export async function findDevice(
  environment: Environment,
  lookup: Lookup,
  { now }: RequestContext,
  { accountId }: UserCaller,
  typed: string,
): Promise<WaitingDevice | undefined> {
  const code = readUserCode(typed);
  if (code === undefined) return undefined;
  const device = await lookup.find(deviceAuthorizationsByUserCode, accountId, environment.digest(code));
  if (device === undefined || device.expireTime <= now) return undefined;
  const client = await lookup.get(oauthClients, device.clientAccountId, device.clientId);
  return client?.enabled === true ? { device, client } : undefined;
}

/** RFC 8628 section 5.1: guessing of user codes is slowed down, per person and network. */
export function requireMayGuess(
  { userCodeThrottle }: Environment,
  context: RequestContext,
  { user }: UserCaller,
): void {
  requireNoWait(userCodeThrottle, user.id, context);
}

/** Notes that somebody typed a code that is none. */
export function noteWrongUserCode(
  { userCodeThrottle, digest }: Environment,
  { sourceIp, now }: RequestContext,
  { user }: UserCaller,
  typed: string,
): void {
  userCodeThrottle.failed(user.id, sourceIp, digest(typed), now);
}

/** The failure for a user code that leads nowhere, for whatever reason. */
export function noSuchUserCode(): Failure {
  return new Failure(
    "RESOURCE_NOT_FOUND",
    "There is no such code, or it is over: ask the device for another.",
    {
      metadata: { resource_type: "device_authorization" },
    },
  );
}
