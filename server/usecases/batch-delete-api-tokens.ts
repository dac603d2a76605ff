import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { FieldChecks } from "../domain/field-checks.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import { removeApiToken } from "./delete-api-token.js";
import type { Environment } from "./environment.js";
import { loadApiToken } from "./get-api-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which tokens to delete. */
export interface BatchDeleteApiTokensInput {
  readonly ids: readonly string[];
  readonly validateOnly: boolean;
}

/** Deletes tokens for good, all of them in one commit or none; answers them as they were. */
export async function batchDeleteApiTokens(
  environment: Environment,
  context: RequestContext,
  input: BatchDeleteApiTokensInput,
): Promise<ApiTokenView[]> {
  const { accountId } = authorizeInAccount(context.caller, "BatchDeleteApiTokens");
  const checks = new FieldChecks();
  checks.require(input.ids.length > 0, "ids", "Must name a token.");
  if (checks.atMost("ids", input.ids, 500, "ids")) {
    checks.require(new Set(input.ids).size === input.ids.length, "ids", "Must name each token once.");
  }
  checks.finish();
  return writeAsCaller(environment, context, "BatchDeleteApiTokens", async (transaction) => {
    const views: ApiTokenView[] = [];
    for (const id of input.ids) {
      const { token, settings } = await loadApiToken(transaction, accountId, id);
      views.push(await viewApiToken(transaction, token, settings, context.now));
      if (!input.validateOnly) await removeApiToken(transaction, context, token);
    }
    return views;
  });
}
