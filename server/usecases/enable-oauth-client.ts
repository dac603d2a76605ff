import type { RequestContext } from "../domain/callers.js";
import { switchOAuthClient } from "../domain/oauth-clients.js";
import { changeOAuthClient } from "./change-oauth-client.js";
import type { Environment } from "./environment.js";
import type { OAuthClientView } from "./oauth-client-view.js";

/** Lets a disabled client work again, with those of its tokens that have not ended otherwise. */
export async function enableOAuthClient(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string; readonly etag: string },
): Promise<OAuthClientView> {
  return changeOAuthClient(environment, context, "EnableOAuthClient", input, (before) => ({
    after: switchOAuthClient(before, true, context.now),
    action: "oauth_client.enable",
    changes: [{ field: "enabled", before: "false", after: "true" }],
  }));
}
