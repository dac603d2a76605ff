import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { switchOAuthClient } from "../domain/oauth-clients.js";
import { type ChangedOAuthClientInput, changeOAuthClient } from "./change-oauth-client.js";
import type { Environment } from "./environment.js";
import { loadOAuthClient } from "./get-oauth-client.js";
import { impactOfClient, type TokenImpact } from "./live-tokens.js";
import type { OAuthClientView } from "./oauth-client-view.js";

/** A client, and what stopped with it, or would. */
export interface StoppedOAuthClient {
  readonly oauthClient: OAuthClientView;
  readonly impact: TokenImpact;
}

/** Stops a client and its tokens from the next call on, until it is enabled again. */
export async function disableOAuthClient(
  environment: Environment,
  context: RequestContext,
  input: ChangedOAuthClientInput,
): Promise<StoppedOAuthClient> {
  const { accountId } = authorizeInAccount(context.caller, "DisableOAuthClient");
  const impact = await countImpact(environment, context, accountId, input.id);
  const oauthClient = await changeOAuthClient(
    environment,
    context,
    "DisableOAuthClient",
    input,
    (before) => ({
      after: switchOAuthClient(before, false, context.now),
      action: "oauth_client.disable",
      changes: [{ field: "enabled", before: "true", after: "false" }],
    }),
  );
  return { oauthClient, impact };
}

/** What stops with a client. Throws RESOURCE_NOT_FOUND. Counting takes its time, and nobody else's: it is no write. */
export function countImpact(
  environment: Environment,
  { now }: RequestContext,
  accountId: string,
  id: string,
): Promise<TokenImpact> {
  return environment.store.read(async (reader) =>
    impactOfClient(reader, await loadOAuthClient(reader, accountId, id), now),
  );
}
