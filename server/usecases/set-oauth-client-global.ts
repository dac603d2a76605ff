import { authorize, type RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { type OAuthClient, shareOAuthClient } from "../domain/oauth-clients.js";
import { globalOAuthClients } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { saveOAuthClient } from "./change-oauth-client.js";
import type { Environment } from "./environment.js";
import { loadOAuthClient } from "./get-oauth-client.js";
import { type OAuthClientView, viewOAuthClient, withLastUse } from "./oauth-client-view.js";

/** Whose client every account may use, or no other any more. */
export interface SetOAuthClientGlobalInput {
  readonly accountId: string;
  readonly id: string;
  readonly global: boolean;
}

/** Lets every account use a client, or no other than its own any more: then the tokens of the others end for good. */
export async function setOAuthClientGlobal(
  environment: Environment,
  context: RequestContext,
  input: SetOAuthClientGlobalInput,
): Promise<OAuthClientView> {
  authorize(context.caller, "SetOAuthClientGlobal");
  return environment.store.write(async (transaction) => {
    const before = await loadOAuthClient(transaction, input.accountId, input.id);
    const isChange = before.global !== input.global;
    const after = isChange ? shareOAuthClient(before, input.global, context.now) : before;
    if (isChange) {
      if (after.global) await refuseTaken(transaction, after);
      const changes = [{ field: "global", before: String(before.global), after: String(after.global) }];
      await saveOAuthClient(transaction, context, before, after, "oauth_client.set_global", changes);
    }
    return viewOAuthClient(transaction, await withLastUse(transaction, after), context.now);
  });
}

async function refuseTaken(transaction: Transaction, { id, identifier }: OAuthClient): Promise<void> {
  const owner = await transaction.find(globalOAuthClients, identifier);
  if (owner === undefined || owner.id === id) return;
  throw new Failure(
    "RESOURCE_EXISTS",
    `The global client of the account ${owner.accountId} has the identifier "${identifier}" already.`,
  );
}
