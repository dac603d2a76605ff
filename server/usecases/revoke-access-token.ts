import type { AccessToken } from "../domain/access-tokens.js";
import { actorOf } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { oauthGrants } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { AccessTokenView } from "./access-token-view.js";
import { endOAuthGrant } from "./end-oauth-grant.js";
import type { Environment } from "./environment.js";
import { loadAccessToken } from "./get-access-token.js";
import { removeAccessToken } from "./remove-access-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which token to revoke. */
export interface RevokeAccessTokenInput {
  readonly id: string;
  readonly validateOnly: boolean;
}

/** Revokes a token for good, with the grant it was made under; answers it as it was. */
export async function revokeAccessToken(
  environment: Environment,
  context: RequestContext,
  { id, validateOnly }: RevokeAccessTokenInput,
): Promise<AccessTokenView> {
  authorizeInAccount(context.caller, "RevokeAccessToken");
  return writeAsCaller(environment, context, "RevokeAccessToken", async (transaction, caller) => {
    const view = await loadAccessToken(transaction, caller, id, context.now);
    if (!validateOnly) await revokeWithGrant(transaction, context, view.token);
    return view;
  });
}

/** Removes a token and ends its grant, if that has not ended before: it cannot be refreshed then. */
export async function revokeWithGrant(
  transaction: Transaction,
  context: RequestContext,
  token: AccessToken,
): Promise<void> {
  const { accountId, grantId } = token;
  const grant = grantId === undefined ? undefined : await transaction.get(oauthGrants, accountId, grantId);
  if (grant !== undefined) {
    await endOAuthGrant(transaction, context, grant, { action: "oauth_grant.revoke" });
  }
  await removeAccessToken(transaction, context, token, actorOf(context.caller));
}
