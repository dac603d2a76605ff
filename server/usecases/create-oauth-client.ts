import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { hintOf } from "../domain/credentials.js";
import { Failure, notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import {
  type ClientKind,
  checkIdentifier,
  checkOAuthClientChoices,
  grantTypesByDefault,
  identifierFrom,
  MAX_OAUTH_CLIENTS,
  OAUTH_CLIENT_FIELD_NAMES,
  OAUTH_CLIENT_FIELDS,
  type OAuthClient,
  type OAuthClientChoices,
} from "../domain/oauth-clients.js";
import { requirePoliciesWithin } from "../domain/policy-access.js";
import { count, recordEvent } from "../store/audit-trail.js";
import { checkRequestId, findReplay, type RequestMark, rememberRequest } from "../store/replays.js";
import { accountCounters, oauthClients } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { requireScopesWithin } from "./create-api-token.js";
import type { Environment } from "./environment.js";
import { findOAuthClient } from "./get-oauth-client.js";
import { loadSettings } from "./get-settings.js";
import { type OAuthClientView, viewOAuthClient, withLastUse } from "./oauth-client-view.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A client to be. */
export interface CreateOAuthClientInput extends OAuthClientChoices {
  /** Empty for one made from the name. */
  readonly identifier: string;
  readonly kind: ClientKind | undefined;
  readonly requestId: string;
}

/** The client that was made; its secret is empty for a public one, and when the request came before. */
export interface CreatedOAuthClient {
  readonly oauthClient: OAuthClientView;
  readonly secret: string;
}

const ALL_FIELDS = new Set(OAUTH_CLIENT_FIELD_NAMES);

/**
 * Makes an OAuth client and hands out its secret, this once. A request that came before makes no second one, not even
 * when the first is gone: RESOURCE_NOT_FOUND then.
 */
export async function createOAuthClient(
  environment: Environment,
  context: RequestContext,
  given: CreateOAuthClientInput,
): Promise<CreatedOAuthClient> {
  const { accountId } = authorizeInAccount(context.caller, "CreateOAuthClient");
  const input = readInput(given);
  checkRequestId(input.requestId);
  const mark = markOf(environment, accountId, input);
  const secret = input.kind === "PUBLIC" ? "" : environment.newSecret("CLIENT_SECRET");
  return writeAsCaller(environment, context, "CreateOAuthClient", async (transaction, caller) => {
    const answer = async (client: OAuthClient, shown: string): Promise<CreatedOAuthClient> => {
      const used = await withLastUse(transaction, client);
      return { oauthClient: await viewOAuthClient(transaction, used, context.now), secret: shown };
    };
    const replayed = await findReplay(transaction, mark);
    if (replayed !== undefined) {
      const existing = await transaction.get(oauthClients, accountId, replayed);
      if (existing === undefined) throw notFound("OAuth client", replayed);
      return answer(existing, "");
    }
    requireScopesWithin(caller, input.allowedScopes);
    requirePoliciesWithin(caller, []);
    const { resources } = await loadSettings(transaction, accountId);
    checkOAuthClientChoices(input, input.kind, ALL_FIELDS, resources);
    await requireRoom(transaction, accountId);
    const identifier = await freeIdentifier(transaction, accountId, input);
    const client = newOAuthClient(environment, context, caller, { ...input, identifier }, secret);
    await saveNewOAuthClient(transaction, context, client, mark);
    return answer(client, secret);
  });
}

type WholeInput = CreateOAuthClientInput & { readonly kind: ClientKind };

function readInput(input: CreateOAuthClientInput): WholeInput {
  const checks = new FieldChecks();
  const { kind, identifier } = input;
  checks.require(kind !== undefined, "oauth_client.kind", "Must be PUBLIC or CONFIDENTIAL.");
  if (identifier !== "") checkIdentifier(checks, identifier);
  checks.finish();
  const known = kind as ClientKind;
  const named = input.allowedGrantTypes;
  const allowedGrantTypes = named.length === 0 ? grantTypesByDefault(known) : named;
  return { ...input, kind: known, allowedGrantTypes };
}

function markOf(environment: Environment, accountId: string, input: WholeInput): RequestMark {
  const { requestId, ...rest } = input;
  const told = [
    rest.identifier,
    rest.kind,
    ...OAUTH_CLIENT_FIELD_NAMES.map((name) => OAUTH_CLIENT_FIELDS[name](rest)),
  ];
  const fingerprint = environment.digest(JSON.stringify(told));
  return { accountId, requestId, operation: "CreateOAuthClient", fingerprint };
}

// The counter is read by key, so that of two creates for the last free place only one commits.
async function requireRoom(transaction: Transaction, accountId: string): Promise<void> {
  const counters = await transaction.get(accountCounters, accountId);
  if ((counters?.oauthClients ?? 0) < MAX_OAUTH_CLIENTS) return;
  throw new Failure(
    "LIMIT_REACHED",
    `This account holds ${MAX_OAUTH_CLIENTS} OAuth clients, which is all it may: delete one first.`,
    { metadata: { limit: String(MAX_OAUTH_CLIENTS) } },
  );
}

/** The identifier asked for, or one made from the name, with a number when that is taken. */
async function freeIdentifier(
  transaction: Transaction,
  accountId: string,
  { identifier, name }: CreateOAuthClientInput,
): Promise<string> {
  const isFree = async (wanted: string) =>
    (await findOAuthClient(transaction, accountId, wanted)) === undefined;
  if (identifier !== "") {
    if (await isFree(identifier)) return identifier;
    const description = `"${identifier}" is the identifier of another client of this account.`;
    throw new Failure("RESOURCE_EXISTS", `oauth_client.identifier: ${description}`, {
      violations: [{ field: "oauth_client.identifier", description }],
    });
  }
  const base = identifierFrom(name);
  // There are fewer clients than numbers.
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? base : `${base.slice(0, 59)}-${number}`;
    if (await isFree(wanted)) return wanted;
  }
}

function newOAuthClient(
  environment: Environment,
  { now }: RequestContext,
  { accountId, user }: UserCaller,
  { requestId: _, ...choices }: WholeInput,
  secret: string,
): OAuthClient {
  const secrets =
    secret === "" ? [] : [{ digest: environment.digest(secret), hint: hintOf(secret), createTime: now }];
  return {
    ...trimmed(choices),
    id: environment.newId("ocl", now),
    accountId,
    identifier: choices.identifier,
    kind: choices.kind,
    enabled: true,
    global: false,
    secrets,
    creatorUserId: user.id,
    creatorEmail: user.email,
    createTime: now,
    updateTime: now,
    revision: 1,
  };
}

/** What was decided about a client, without the blanks around it. */
export function trimmed(choices: OAuthClientChoices): OAuthClientChoices {
  const { name, description, company, logoUrl, redirectUris, allowedScopes, allowedGrantTypes } = choices;
  return {
    name: name.trim(),
    description: description.trim(),
    company: company.trim(),
    logoUrl,
    redirectUris,
    allowedScopes,
    allowedGrantTypes,
  };
}

async function saveNewOAuthClient(
  transaction: Transaction,
  context: RequestContext,
  client: OAuthClient,
  mark: RequestMark,
): Promise<void> {
  await transaction.put(oauthClients, client);
  await count(transaction, client.accountId, "oauthClients", 1);
  await rememberRequest(transaction, mark, client.id, context.now);
  await recordEvent(transaction, context, {
    accountId: client.accountId,
    action: "oauth_client.create",
    resourceType: "oauth_client",
    resourceId: client.id,
    resourceLabel: client.name,
    changes: changesBetween(undefined, client, {
      identifier: ({ identifier }) => identifier,
      kind: ({ kind }) => kind,
      ...OAUTH_CLIENT_FIELDS,
    }),
  });
}
