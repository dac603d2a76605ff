import { API_TOKEN_FIELDS, type ApiToken } from "../domain/api-tokens.js";
import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { apiTokens, apiTokenUses } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import { detachAll } from "./detach-access-policy.js";
import type { Environment } from "./environment.js";
import { loadApiToken } from "./get-api-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which token to delete. */
export interface DeleteApiTokenInput {
  readonly id: string;
  readonly etag: string;
  readonly validateOnly: boolean;
}

/** Deletes a token for good, from the next call on; answers it as it was. */
export async function deleteApiToken(
  environment: Environment,
  context: RequestContext,
  input: DeleteApiTokenInput,
): Promise<ApiTokenView> {
  const { accountId } = authorizeInAccount(context.caller, "DeleteApiToken");
  return writeAsCaller(environment, context, "DeleteApiToken", async (transaction) => {
    const { token, settings } = await loadApiToken(transaction, accountId, input.id);
    checkEtag(token, input.etag);
    const view = await viewApiToken(transaction, token, settings, context.now);
    if (!input.validateOnly) await removeApiToken(transaction, context, token);
    return view;
  });
}

/** Removes a token with all that hangs on it, and tells the audit log. */
export async function removeApiToken(
  transaction: Transaction,
  context: RequestContext,
  token: ApiToken,
): Promise<void> {
  const { accountId, id } = token;
  const target = { kind: "API_TOKEN", id } as const;
  await detachAll(transaction, context, accountId, target, token.accessPolicyIds ?? []);
  transaction.delete(apiTokens, token);
  const use = await transaction.get(apiTokenUses, accountId, id);
  if (use !== undefined) transaction.delete(apiTokenUses, use);
  await count(transaction, accountId, "apiTokens", -1);
  await recordEvent(transaction, context, {
    accountId,
    action: "api_token.delete",
    resourceType: "api_token",
    resourceId: id,
    resourceLabel: token.description,
    changes: changesBetween(token, undefined, API_TOKEN_FIELDS),
  });
}
