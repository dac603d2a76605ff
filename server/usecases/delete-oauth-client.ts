import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { OAUTH_CLIENT_FIELDS, type OAuthClient } from "../domain/oauth-clients.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { oauthClients, oauthClientUses } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { ChangedOAuthClientInput } from "./change-oauth-client.js";
import { detachAll } from "./detach-access-policy.js";
import { countImpact, type StoppedOAuthClient } from "./disable-oauth-client.js";
import type { Environment } from "./environment.js";
import { loadOAuthClient } from "./get-oauth-client.js";
import { forgetUses, viewOAuthClient, withLastUse } from "./oauth-client-view.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Deletes a client for good, and with it every token made for it, from the next call on; answers it as it was. */
export async function deleteOAuthClient(
  environment: Environment,
  context: RequestContext,
  input: ChangedOAuthClientInput,
): Promise<StoppedOAuthClient> {
  const { accountId } = authorizeInAccount(context.caller, "DeleteOAuthClient");
  const impact = await countImpact(environment, context, accountId, input.id);
  return writeAsCaller(environment, context, "DeleteOAuthClient", async (transaction) => {
    const client = await loadOAuthClient(transaction, accountId, input.id);
    checkEtag(client, input.etag);
    const used = await withLastUse(transaction, client);
    const oauthClient = await viewOAuthClient(transaction, used, context.now);
    if (input.validateOnly !== true) await removeOAuthClient(transaction, context, client);
    return { oauthClient, impact };
  });
}

// Its tokens and grants are dead without it; the sweep removes them.
async function removeOAuthClient(
  transaction: Transaction,
  context: RequestContext,
  client: OAuthClient,
): Promise<void> {
  const { accountId, id } = client;
  const target = { kind: "OAUTH_CLIENT", id } as const;
  await detachAll(transaction, context, accountId, target, client.accessPolicyIds ?? []);
  transaction.delete(oauthClients, client);
  await forgetUses(transaction, client, []);
  const use = await transaction.get(oauthClientUses, accountId, id);
  if (use !== undefined) transaction.delete(oauthClientUses, use);
  await count(transaction, accountId, "oauthClients", -1);
  await recordEvent(transaction, context, {
    accountId,
    action: "oauth_client.delete",
    resourceType: "oauth_client",
    resourceId: id,
    resourceLabel: client.name,
    changes: changesBetween(client, undefined, {
      identifier: ({ identifier }) => identifier,
      enabled: ({ enabled }) => enabled,
      ...OAUTH_CLIENT_FIELDS,
    }),
  });
}
