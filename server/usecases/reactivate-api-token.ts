import { reactivate } from "../domain/api-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { recordEvent } from "../store/audit-trail.js";
import { apiTokens } from "../store/tables.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import type { Environment } from "./environment.js";
import { loadApiToken } from "./get-api-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which token to let work again. */
export interface ReactivateApiTokenInput {
  readonly id: string;
  readonly etag: string;
}

/** Lets a deactivated token work again, from the next call on. */
export async function reactivateApiToken(
  environment: Environment,
  context: RequestContext,
  input: ReactivateApiTokenInput,
): Promise<ApiTokenView> {
  const { accountId } = authorizeInAccount(context.caller, "ReactivateApiToken");
  return writeAsCaller(environment, context, "ReactivateApiToken", async (transaction) => {
    const { token, settings } = await loadApiToken(transaction, accountId, input.id);
    checkEtag(token, input.etag);
    const active = reactivate(token, context.now);
    await transaction.put(apiTokens, active);
    await recordEvent(transaction, context, {
      accountId,
      action: "api_token.reactivate",
      resourceType: "api_token",
      resourceId: token.id,
      resourceLabel: token.description,
      changes: [{ field: "deactivation_cause", before: token.deactivation?.cause ?? "", after: "" }],
    });
    return viewApiToken(transaction, active, settings, context.now);
  });
}
