import { type AccessPolicy, MAX_POLICIES_ATTACHED } from "../domain/access-policies.js";
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
  type IdentifiedCaller,
  type RequestContext,
  scopeInsufficient,
  type UserCaller,
} from "../domain/callers.js";
import { hintOf } from "../domain/credentials.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { requirePoliciesWithin } from "../domain/policy-access.js";
import { withinScopes } from "../domain/scopes.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { accessPolicies } from "../store/policy-tables.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { accountCounters, apiTokens, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { type ApiTokenView, viewApiToken, viewOf } from "./api-token-view.js";
import { noteAttached } from "./attach-access-policy.js";
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
    const policies = await loadPolicies(transaction, caller, input.accessPolicyIds ?? []);
    const token = newApiToken(environment, context, caller, input, secret, policies);
    await saveNewApiToken(transaction, context, token, mark);
    for (const policy of policies) {
      await noteAttached(transaction, context, policy, { kind: "API_TOKEN", id: token.id });
    }
    return { apiToken: viewOf(token, undefined, settings, context.now), secret };
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

// A token made by a credential under policies is under them, too: nobody hands out more than they have.
async function loadPolicies(
  transaction: Transaction,
  { accountId, ownPolicyIds = [] }: IdentifiedCaller,
  asked: readonly string[],
): Promise<AccessPolicy[]> {
  const checks = new FieldChecks();
  const ids = [...new Set([...ownPolicyIds, ...asked])];
  const found = await Promise.all(ids.map((id) => transaction.get(accessPolicies, accountId, id)));
  for (const [index, id] of asked.entries()) {
    const field = `api_token.access_policy_ids[${index}]`;
    const problem = `There is no access policy with the id "${id.slice(0, 60)}" in this account.`;
    checks.require(found[ids.indexOf(id)] !== undefined, field, problem);
  }
  checks.atMost("api_token.access_policy_ids", ids, MAX_POLICIES_ATTACHED, "policies");
  checks.finish();
  // Of a client that another account owns, the policies are not this account's to attach.
  requirePoliciesWithin(
    { ownPolicyIds },
    found.flatMap((policy) => policy?.id ?? []),
  );
  return found.filter((policy) => policy !== undefined);
}

function markOf(environment: Environment, accountId: string, input: CreateApiTokenInput): RequestMark {
  const { requestId, description, expireTime, boundUserId, scopes, ipAllowList, accessPolicyIds } = input;
  const fingerprint = environment.digest(
    JSON.stringify([
      description,
      expireTime,
      boundUserId,
      scopes,
      ipAllowList,
      ...(accessPolicyIds === undefined ? [] : [accessPolicyIds]),
    ]),
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
  { description, expireTime, boundUserId, scopes, ipAllowList }: CreateApiTokenInput,
  secret: string,
  policies: readonly AccessPolicy[],
): ApiToken {
  return {
    id: environment.newId("tok", now),
    accountId,
    description: description.trim(),
    ...(expireTime === undefined ? {} : { expireTime }),
    ...(boundUserId === undefined ? {} : { boundUserId }),
    scopes,
    ipAllowList,
    digest: environment.digest(secret),
    secretHint: hintOf(secret),
    creatorUserId: user.id,
    creatorEmail: user.email,
    createTime: now,
    updateTime: now,
    revision: 1,
    ...(policies.length === 0 ? {} : { accessPolicyIds: policies.map((policy) => policy.id) }),
  };
}

async function saveNewApiToken(
  transaction: Transaction,
  context: RequestContext,
  token: ApiToken,
  mark: RequestMark,
): Promise<void> {
  await transaction.add(apiTokens, token);
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
