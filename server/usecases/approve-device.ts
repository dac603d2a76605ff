import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { mayUseCredentials } from "../domain/users.js";
import { recordEvent } from "../store/audit-trail.js";
import { deviceAuthorizations } from "../store/tables.js";
import type { Environment } from "./environment.js";
import {
  findDevice,
  noSuchUserCode,
  noteWrongUserCode,
  requireMayGuess,
} from "./get-device-authorization.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A person's answer to a device. */
export interface ApproveDeviceInput {
  /** As it was typed. */
  readonly userCode: string;
  readonly approved: boolean;
}

/**
 * Approves or denies a device as the calling user, once (RFC 8628 section 3.3). Throws RESOURCE_NOT_FOUND for a code
 * that leads nowhere, STATE_CONFLICT for one that is decided, SIGN_IN_THROTTLED after too many wrong ones.
 */
export async function approveDevice(
  environment: Environment,
  context: RequestContext,
  { userCode, approved }: ApproveDeviceInput,
): Promise<OAuthClient> {
  const known = authorizeInAccount(context.caller, "ApproveDevice");
  requireMayGuess(environment, context, known);
  const client = await writeAsCaller(environment, context, "ApproveDevice", async (transaction, caller) => {
    const found = await findDevice(environment, transaction, context, caller, userCode);
    if (found === undefined) return undefined;
    const { device } = found;
    if (device.state !== "PENDING") {
      throw new Failure("STATE_CONFLICT", "This code has been answered already.");
    }
    if (approved && !mayUseCredentials(caller.user)) {
      throw new Failure("STATE_CONFLICT", "This user is not verified: no token would work for them.");
    }
    const state = approved ? "APPROVED" : "DENIED";
    await transaction.put(deviceAuthorizations, { ...device, state, userId: caller.user.id });
    await recordEvent(transaction, context, {
      accountId: caller.accountId,
      action: approved ? "oauth_grant.approve" : "oauth_grant.deny",
      resourceType: "oauth_grant",
      resourceId: "",
      resourceLabel: found.client.identifier,
      changes: [
        { field: "client_id", before: "", after: found.client.id },
        { field: "scopes", before: "", after: device.scopes.join(", ") },
      ],
    });
    return found.client;
  });
  if (client !== undefined) return client;
  noteWrongUserCode(environment, context, known, userCode);
  throw noSuchUserCode();
}
