import {
  API_TOKEN_FIELD_NAMES,
  API_TOKEN_FIELDS,
  type ApiToken,
  type ApiTokenChoices,
  type ApiTokenField,
  checkApiTokenChoices,
  revise,
} from "../domain/api-tokens.js";
import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { checkEtag } from "../domain/etags.js";
import { resolveUpdateMask } from "../domain/update-masks.js";
import { recordEvent } from "../store/audit-trail.js";
import { apiTokens, users } from "../store/tables.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import { requireScopesWithin } from "./create-api-token.js";
import type { Environment } from "./environment.js";
import { loadApiToken } from "./get-api-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A change of a token. */
export interface UpdateApiTokenInput {
  readonly id: string;
  readonly choices: ApiTokenChoices;
  readonly etag: string;
  readonly updateMask: readonly string[];
}

/** Changes what somebody decided about a token; its secret never changes. */
export async function updateApiToken(
  environment: Environment,
  context: RequestContext,
  input: UpdateApiTokenInput,
): Promise<ApiTokenView> {
  const { accountId } = authorizeInAccount(context.caller, "UpdateApiToken");
  const named = resolveUpdateMask(input.updateMask, API_TOKEN_FIELD_NAMES);
  return writeAsCaller(environment, context, "UpdateApiToken", async (transaction, caller) => {
    const { token: before, settings } = await loadApiToken(transaction, accountId, input.id);
    checkEtag(before, input.etag);
    const changed = merge(before, input.choices, named);
    if (named.has("scopes")) requireScopesWithin(caller, changed.scopes);
    const bound = changed.boundUserId && (await transaction.get(users, accountId, changed.boundUserId));
    checkApiTokenChoices(changed, named, settings, bound || undefined, context.now);
    const changes = changesBetween(before, changed, API_TOKEN_FIELDS);
    if (changes.length === 0) return viewApiToken(transaction, before, settings, context.now);
    const after = revise(changed, context.now);
    await transaction.put(apiTokens, after);
    await recordEvent(transaction, context, {
      accountId,
      action: "api_token.update",
      resourceType: "api_token",
      resourceId: after.id,
      resourceLabel: after.description,
      changes,
    });
    return viewApiToken(transaction, after, settings, context.now);
  });
}

function merge(before: ApiToken, choices: ApiTokenChoices, named: ReadonlySet<ApiTokenField>): ApiToken {
  const { description, expireTime, boundUserId, scopes, ipAllowList, ...rest } = before;
  const expiry = named.has("expire_time") ? choices.expireTime : expireTime;
  const bound = named.has("bound_user_id") ? choices.boundUserId : boundUserId;
  return {
    ...rest,
    description: named.has("description") ? choices.description.trim() : description,
    scopes: named.has("scopes") ? choices.scopes : scopes,
    ipAllowList: named.has("ip_allow_list") ? choices.ipAllowList : ipAllowList,
    ...(expiry === undefined ? {} : { expireTime: expiry }),
    ...(bound === undefined ? {} : { boundUserId: bound }),
  };
}
