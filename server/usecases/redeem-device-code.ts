import { isWellFormedSecret } from "../domain/credentials.js";
import { decidePoll, notePoll } from "../domain/device-authorizations.js";
import type { Failure } from "../domain/failure.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { DeviceAuthorization } from "../domain/oauth-grants.js";
import { deviceAuthorizations } from "../store/tables.js";
import { doesStand, type Grant, type GrantOutcome, type GrantWork, isOf } from "./grants.js";
import { openGrant } from "./issue-tokens.js";

/** The device grant (RFC 8628 sections 3.4 and 3.5): one poll of a device. */
export const redeemDeviceCode: Grant = async (work) => {
  const { environment, transaction, context, accountId, client, input } = work;
  const { deviceCode } = input;
  if (deviceCode === "") throw oauthFailure("OAUTH_INVALID_REQUEST", "The device_code is missing.");
  const device = isWellFormedSecret("DEVICE_CODE", deviceCode)
    ? await transaction.get(deviceAuthorizations, environment.digest(deviceCode))
    : undefined;
  if (device === undefined || device.accountId !== accountId) {
    return { refusal: invalidDeviceCode(), guess: deviceCode };
  }
  if (!isOf(client, device)) throw invalidDeviceCode();
  const decision = decidePoll(device, context.now);
  switch (decision) {
    case "redeem":
      return redeem(work, device);
    case "redeemed":
      throw invalidDeviceCode();
    case "expired":
      throw oauthFailure("OAUTH_EXPIRED_TOKEN", "The device code is over: start again.");
    case "denied":
      throw oauthFailure("OAUTH_ACCESS_DENIED", "The person said no.");
    case "pending":
    case "slow down":
      await transaction.put(deviceAuthorizations, notePoll(device, decision, context.now));
      return { refusal: decision === "pending" ? pending() : slowDown() };
  }
};

async function redeem(work: GrantWork, device: DeviceAuthorization): Promise<GrantOutcome> {
  const { environment, transaction, context, accountId, client, lifetimes } = work;
  const { userId } = device;
  if (userId === undefined || !(await doesStand(transaction, client, { ...device, userId }))) {
    throw invalidDeviceCode();
  }
  const { tokens } = await openGrant(environment, transaction, context, {
    accountId,
    client,
    userId,
    scopes: device.scopes,
    origin: "DEVICE_CODE",
    withRefreshToken: client.allowedGrantTypes.includes("REFRESH_TOKEN"),
    lifetimes,
  });
  await transaction.put(deviceAuthorizations, { ...device, state: "REDEEMED" });
  return { tokens };
}

function pending(): Failure {
  return oauthFailure("OAUTH_AUTHORIZATION_PENDING", "The person has not decided yet: poll again.");
}

function slowDown(): Failure {
  return oauthFailure(
    "OAUTH_SLOW_DOWN",
    "The polls come too fast: wait five seconds more between them from now on.",
  );
}

function invalidDeviceCode(): Failure {
  return oauthFailure("OAUTH_INVALID_GRANT", "The device code is not valid, or not valid any more.");
}
