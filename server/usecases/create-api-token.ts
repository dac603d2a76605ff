import {
  API_TOKEN_FIELD_NAMES,
  API_TOKEN_FIELDS,
  type ApiToken,
  type ApiTokenChoices,
  checkApiTokenChoices,
  requireApiTokenAccess,
} from "../domain/api-tokens.js";
import { changesBetween } from "../domain/audit-events.js";
import {
  authorizeInAccount,
  type RequestContext,
  scopeInsufficient,
  type UserCaller,
} from "../domain/callers.js";
import { hintOf } from "../domain/credentials.js";
import { Failure, notFound } from "../domain/failure.js";
import { withinScopes } from "../domain/scopes.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { accountCounters, apiTokens, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A token to be. */
export interface CreateApiTokenInput extends ApiTokenChoices {
  readonly requestId: string;
}

/** The token that was made; its secret is empty when the request came before. */
export interface CreatedApiToken {
  readonly apiToken: ApiTokenView;
  readonly secret: string;
}

const ALL_FIELDS = new Set(API_TOKEN_FIELD_NAMES);

/**
 * Makes an API token and hands out its secret, this once. A request that came before makes no second one, not even
 * when the first is gone: RESOURCE_NOT_FOUND then.
 */
export async function createApiToken(
  environment: Environment,
  context: RequestContext,
  input: CreateApiTokenInput,
): Promise<CreatedApiToken> {
  const { accountId } = authorizeInAccount(context.caller, "CreateApiToken");
  checkRequestId(input.requestId);
  const mark = markOf(environment, accountId, input);
  const secret = environment.newSecret("API_TOKEN");
  return writeAsCaller(environment, context, "CreateApiToken", async (transaction, caller) => {
    const settings = await loadSettings(transaction, accountId);
    requireApiTokenAccess(settings);
    const replayed = await findReplay(transaction, mark);
    if (replayed !== undefined) {
      const existing = await transaction.get(apiTokens, accountId, replayed);
      if (existing === undefined) throw notFound("API token", replayed);
      return { apiToken: await viewApiToken(transaction, existing, settings, context.now), secret: "" };
    }
    requireScopesWithin(caller, input.scopes);
    const boundUser = input.boundUserId && (await transaction.get(users, accountId, input.boundUserId));
    checkApiTokenChoices(input, ALL_FIELDS, settings, boundUser || undefined, context.now);
    await requireRoom(transaction, accountId, settings.maxApiTokens);
    const token = newApiToken(environment, context, caller, input, secret);
    await saveNewApiToken(transaction, context, token, mark);
    return { apiToken: await viewApiToken(transaction, token, settings, context.now), secret };
  });
}

/** Throws SCOPE_INSUFFICIENT when a caller would hand out more than they hold. */
export function requireScopesWithin(caller: UserCaller, scopes: readonly string[]): void {
  if (withinScopes(caller.scopes, scopes)) return;
  const missing = scopes.find((scope) => !withinScopes(caller.scopes, [scope]));
  throw missing === undefined
    ? new Failure(
        "SCOPE_INSUFFICIENT",
        "A restricted credential makes restricted tokens only: name their scopes.",
      )
    : scopeInsufficient(missing);
}

function markOf(environment: Environment, accountId: string, input: CreateApiTokenInput): RequestMark {
  const { requestId, description, expireTime, boundUserId, scopes, ipAllowList } = input;
  const fingerprint = environment.digest(
    JSON.stringify([description, expireTime, boundUserId, scopes, ipAllowList]),
  );
  return { accountId, requestId, operation: "CreateApiToken", fingerprint };
}

// The counter is read by key, so that of two creates for the last free place only one commits.
async function requireRoom(transaction: Transaction, accountId: string, max: number): Promise<void> {
  const counters = await transaction.get(accountCounters, accountId);
  if ((counters?.apiTokens ?? 0) < max) return;
  throw new Failure(
    "LIMIT_REACHED",
    `This account holds ${max} API tokens, which is all it may: delete one first.`,
    {
      metadata: { limit: String(max) },
    },
  );
}

function newApiToken(
  environment: Environment,
  { now }: RequestContext,
  { accountId, user }: UserCaller,
  { requestId: _, description, ...choices }: CreateApiTokenInput,
  secret: string,
): ApiToken {
  return {
    ...choices,
    description: description.trim(),
    id: environment.newId("tok", now),
    accountId,
    digest: environment.digest(secret),
    secretHint: hintOf(secret),
    creatorUserId: user.id,
    creatorEmail: user.email,
    createTime: now,
    updateTime: now,
    revision: 1,
  };
}

async function saveNewApiToken(
  transaction: Transaction,
  context: RequestContext,
  token: ApiToken,
  mark: RequestMark,
): Promise<void> {
  await transaction.put(apiTokens, token);
  await count(transaction, token.accountId, "apiTokens", 1);
  await rememberRequest(transaction, mark, token.id, context.now);
  await recordEvent(transaction, context, {
    accountId: token.accountId,
    action: "api_token.create",
    resourceType: "api_token",
    resourceId: token.id,
    resourceLabel: token.description,
    changes: changesBetween(undefined, token, API_TOKEN_FIELDS),
  });
}
