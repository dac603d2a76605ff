import { deactivate } from "../domain/api-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { recordEvent } from "../store/audit-trail.js";
import { apiTokens } from "../store/tables.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import type { Environment } from "./environment.js";
import { loadApiToken } from "./get-api-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which token to stop. */
export interface DeactivateApiTokenInput {
  readonly id: string;
  readonly etag: string;
  readonly validateOnly: boolean;
}

/** Stops a token from the next call on, until it is reactivated. */
export async function deactivateApiToken(
  environment: Environment,
  context: RequestContext,
  input: DeactivateApiTokenInput,
): Promise<ApiTokenView> {
  const { accountId } = authorizeInAccount(context.caller, "DeactivateApiToken");
  return writeAsCaller(environment, context, "DeactivateApiToken", async (transaction) => {
    const { token, settings } = await loadApiToken(transaction, accountId, input.id);
    checkEtag(token, input.etag);
    const stopped = deactivate(token, "MANUAL", context.now);
    if (input.validateOnly) return viewApiToken(transaction, token, settings, context.now);
    await transaction.put(apiTokens, stopped);
    await recordEvent(transaction, context, {
      accountId,
      action: "api_token.deactivate",
      resourceType: "api_token",
      resourceId: token.id,
      resourceLabel: token.description,
      changes: [{ field: "deactivation_cause", before: "", after: "MANUAL" }],
    });
    return viewApiToken(transaction, stopped, settings, context.now);
  });
}
