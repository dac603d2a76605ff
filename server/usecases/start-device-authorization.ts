import { authorize, type RequestContext } from "../domain/callers.js";
import {
  DEVICE_INTERVAL_SECONDS,
  DEVICE_LIFETIME_SECONDS,
  formatUserCode,
} from "../domain/device-authorizations.js";
import { Failure } from "../domain/failure.js";
import { SECOND } from "../domain/instants.js";
import { networkOf } from "../domain/ip-ranges.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { ClientAuthenticationInput } from "../domain/oauth-requests.js";
import { resolveScopes } from "../domain/oauth-scopes.js";
import { deviceAuthorizations, deviceAuthorizationsByUserCode } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { writeAsClient } from "./authenticate-client.js";
import type { Environment } from "./environment.js";
import { requireOAuthAccess } from "./exchange-token.js";

/** A device's request (RFC 8628 section 3.1). */
export interface StartDeviceAuthorizationInput {
  readonly accountId: string;
  readonly client: ClientAuthenticationInput;
  /** Scopes parted by spaces. */
  readonly scope: string;
}

/** What the device does next (RFC 8628 section 3.2). */
export interface StartedDeviceAuthorization {
  readonly deviceCode: string;
  /** As people type it. */
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string;
  readonly lifetimeSeconds: number;
  readonly intervalSeconds: number;
}

/** Gives a device a code to poll with, and a person one to type. */
export async function startDeviceAuthorization(
  environment: Environment,
  context: RequestContext,
  { accountId, client: authentication, scope }: StartDeviceAuthorizationInput,
): Promise<StartedDeviceAuthorization> {
  authorize(context.caller, "StartDeviceAuthorization");
  const attempt = { ...authentication, accountId };
  return writeAsClient(environment, context, attempt, async (transaction, { client, settings }) => {
    requireOAuthAccess(settings);
    if (!client.allowedGrantTypes.includes("DEVICE_CODE")) {
      throw oauthFailure("OAUTH_UNAUTHORIZED_CLIENT", "This client may not use device codes.");
    }
    const scopes = resolveScopes(scope, client, settings.resources);
    requirePace(environment, context, client);
    const deviceCode = environment.newSecret("DEVICE_CODE");
    const userCode = await freeUserCode(environment, transaction, accountId);
    await transaction.add(deviceAuthorizations, {
      digest: environment.digest(deviceCode),
      userCodeDigest: environment.digest(userCode),
      accountId,
      clientId: client.id,
      clientAccountId: client.accountId,
      scopes,
      createTime: context.now,
      expireTime: context.now + DEVICE_LIFETIME_SECONDS * SECOND,
      intervalSeconds: DEVICE_INTERVAL_SECONDS,
      state: "PENDING",
    });
    const shown = formatUserCode(userCode);
    const verificationUri = `${environment.issuerOf(accountId)}/oauth/device`;
    return {
      deviceCode,
      userCode: shown,
      verificationUri,
      verificationUriComplete: `${verificationUri}?user_code=${shown}`,
      lifetimeSeconds: DEVICE_LIFETIME_SECONDS,
      intervalSeconds: DEVICE_INTERVAL_SECONDS,
    };
  });
}

/** Of a public client anybody can ask in its name, and each request is kept for a day. Throws SIGN_IN_THROTTLED. */
function requirePace(
  { deviceThrottle }: Environment,
  { sourceIp, now }: RequestContext,
  client: OAuthClient,
): void {
  if (client.kind !== "PUBLIC") return;
  const seconds = deviceThrottle.take(`${client.id} at ${networkOf(sourceIp)}`, now);
  if (seconds === 0) return;
  throw new Failure("SIGN_IN_THROTTLED", `Too many devices were started: try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });
}

/** Codes for people are short: one may be taken, and once in 25 billion is not never. */
async function freeUserCode(
  environment: Environment,
  transaction: Transaction,
  accountId: string,
): Promise<string> {
  for (;;) {
    const code = environment.newUserCode();
    const digest = environment.digest(code);
    if ((await transaction.find(deviceAuthorizationsByUserCode, accountId, digest)) === undefined)
      return code;
  }
}
