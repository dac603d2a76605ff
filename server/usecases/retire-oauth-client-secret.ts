import type { RequestContext } from "../domain/callers.js";
import { showHint } from "../domain/credentials.js";
import { liveSecretsOf, retireSecret } from "../domain/oauth-clients.js";
import { type ChangedOAuthClientInput, changeOAuthClient } from "./change-oauth-client.js";
import type { Environment } from "./environment.js";
import type { OAuthClientView } from "./oauth-client-view.js";

/** Ends the old secret of a client before its overlap is over. */
export async function retireOAuthClientSecret(
  environment: Environment,
  context: RequestContext,
  input: ChangedOAuthClientInput,
): Promise<OAuthClientView> {
  return changeOAuthClient(environment, context, "RetireOAuthClientSecret", input, (before) => {
    const old = liveSecretsOf(before, context.now).find(({ expireTime }) => expireTime !== undefined);
    return {
      after: retireSecret(before, context.now),
      action: "oauth_client.retire_secret",
      changes: [{ field: "secret_hint", before: showHint(old?.hint ?? ""), after: "" }],
    };
  });
}
