import type { RequestContext } from "../domain/callers.js";
import type { AccessTokenView } from "./access-token-view.js";
import type { Environment } from "./environment.js";
import { loadCurrentAccessToken } from "./get-current-access-token.js";
import { revokeWithGrant } from "./revoke-access-token.js";
import { writeAsCredential } from "./write-as-caller.js";

/** Revokes the access token the call is made with, and its grant, for good; answers it as it was. */
export async function revokeCurrentAccessToken(
  environment: Environment,
  context: RequestContext,
): Promise<AccessTokenView> {
  return writeAsCredential(environment, context, "RevokeCurrentAccessToken", async (transaction, caller) => {
    const view = await loadCurrentAccessToken(transaction, caller, context.now);
    await revokeWithGrant(transaction, context, view.token);
    return view;
  });
}
