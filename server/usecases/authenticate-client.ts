import { actorOfClient } from "../domain/audit-events.js";
import type { RequestContext } from "../domain/callers.js";
import { invalidClient, secretUsedBy } from "../domain/client-authentication.js";
import { Failure } from "../domain/failure.js";
import { isIpAllowed, networkOf } from "../domain/ip-ranges.js";
import { type MaybePromise, whenAllThere, whenThere } from "../domain/maybe-promises.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { ClientAuthenticationInput } from "../domain/oauth-requests.js";
import type { Settings } from "../domain/settings.js";
import { recordEvent } from "../store/audit-trail.js";
import type { Lookup } from "../store/reader.js";
import { globalOAuthClients, oauthClientsByIdentifier, settings } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { GuessThrottle } from "../verification/guess-throttle.js";
import type { Environment } from "./environment.js";

/** A client's attempt to prove itself in an account. */
export interface ClientAttempt extends ClientAuthenticationInput {
  readonly accountId: string;
}

/** A client that has proved itself, and where. */
export interface AuthenticatedClient {
  readonly accountId: string;
  readonly client: OAuthClient;
  readonly settings: Settings;
  /** The hint of the secret it used; empty for a public client. */
  readonly secretHint: string;
}

/** The longest identifier and secret that are looked at, in characters. */
const LONGEST = 512;

/** The client with this identifier: the account's own, or else the one that every account may use. */
export function findOAuthClient(
  lookup: Lookup,
  accountId: string,
  identifier: string,
): MaybePromise<OAuthClient | undefined> {
  if (identifier === "" || identifier.length > LONGEST) return undefined;
  return whenThere(
    lookup.find(oauthClientsByIdentifier, accountId, identifier),
    (own) => own ?? lookup.find(globalOAuthClients, identifier),
  );
}

/**
 * Runs `work` in one commit for a client that proves itself in it (RFC 6749 section 2.3): what it writes commits only
 * if client, secret and settings still are what they were. A refusal is an audit event, at most one a minute for a
 * client and network. Throws OAUTH_INVALID_CLIENT, or SIGN_IN_THROTTLED after too many wrong secrets.
 */
export async function writeAsClient<T>(
  environment: Environment,
  context: RequestContext,
  attempt: ClientAttempt,
  work: (transaction: Transaction, authenticated: AuthenticatedClient) => Promise<T>,
): Promise<T> {
  requireTurn(environment, context, attempt);
  let proved: AuthenticatedClient | undefined;
  try {
    const done = await environment.store.write(async (transaction) => {
      proved = await authenticateClient(environment, transaction, context, attempt);
      return proved && { result: await work(transaction, proved) };
    });
    if (done !== undefined) return done.result;
  } finally {
    if (proved !== undefined) noteSecretUse(environment, context, proved);
  }
  return refuseClient(environment, context, attempt);
}

/** As writeAsClient, where nothing is written: from memory, at once where it can. */
export function readAsClient<T>(
  environment: Environment,
  context: RequestContext,
  attempt: ClientAttempt,
  work: (authenticated: AuthenticatedClient) => MaybePromise<T>,
): MaybePromise<T> {
  requireTurn(environment, context, attempt);
  const lookup = environment.credentials.lookup();
  return whenThere(authenticateClient(environment, lookup, context, attempt), (proved) => {
    if (proved === undefined) return refuseClient(environment, context, attempt);
    noteSecretUse(environment, context, proved);
    return work(proved);
  });
}

/** As requireNoWait, for clients, of whom hardly ever one has guessed wrong. */
function requireTurn({ clientThrottle }: Environment, context: RequestContext, attempt: ClientAttempt): void {
  if (!clientThrottle.isQuiet) requireNoWait(clientThrottle, guesserOf(context, attempt), context);
}

/** Throws SIGN_IN_THROTTLED for whoever must wait before the next try. */
export function requireNoWait(throttle: GuessThrottle, guesser: string, context: RequestContext): void {
  const seconds = throttle.waitSeconds(guesser, context.sourceIp, context.now);
  if (seconds === 0) return;
  throw new Failure("SIGN_IN_THROTTLED", `Too many failed tries: try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });
}

/** Notes that a client presented something wrong that it may be guessing. */
export function noteGuess(
  environment: Environment,
  context: RequestContext,
  attempt: ClientAttempt,
  guess: string,
): void {
  const guesser = guesserOf(context, attempt);
  environment.clientThrottle.failed(guesser, context.sourceIp, environment.digest(guess), context.now);
}

/** A client and the network it calls from: nobody elsewhere slows it down. */
function guesserOf({ sourceIp }: RequestContext, { accountId, clientId }: ClientAttempt): string {
  return `${accountId.slice(0, LONGEST)}/${clientId.slice(0, LONGEST)} at ${networkOf(sourceIp)}`;
}

function authenticateClient(
  environment: Environment,
  lookup: Lookup,
  { sourceIp, now }: RequestContext,
  { accountId, clientId, clientSecret }: ClientAttempt,
): MaybePromise<AuthenticatedClient | undefined> {
  return whenAllThere(
    [lookup.get(settings, accountId), findOAuthClient(lookup, accountId, clientId)],
    ([rules, client]) => {
      if (rules === undefined || client === undefined) return undefined;
      if (!isIpAllowed(rules.ipAllowList, sourceIp)) return undefined;
      const secretHint = secretUsedBy(client, clientSecret, environment.digest, now);
      return secretHint === undefined ? undefined : { accountId, client, settings: rules, secretHint };
    },
  );
}

function noteSecretUse(
  { uses }: Environment,
  { sourceIp, now }: RequestContext,
  { client, secretHint }: AuthenticatedClient,
): void {
  if (secretHint === "") return;
  const { accountId, id: clientId } = client;
  uses.recordSecret({ accountId, clientId, secretHint, sourceIp, time: now, count: 1 });
}

async function refuseClient(
  environment: Environment,
  context: RequestContext,
  attempt: ClientAttempt,
): Promise<never> {
  noteGuess(environment, context, attempt, attempt.clientSecret);
  await recordRefusal(environment, context, attempt);
  throw invalidClient();
}

async function recordRefusal(
  environment: Environment,
  context: RequestContext,
  attempt: ClientAttempt,
): Promise<void> {
  const { accountId, clientId } = attempt;
  const { credentials, denials, store } = environment;
  const lookup = credentials.lookup();
  const isAccount = (await lookup.get(settings, accountId)) !== undefined;
  const client = isAccount ? await findOAuthClient(lookup, accountId, clientId) : undefined;
  // Of identifiers that nobody has, one stands for all: made-up ones must not fill the audit log.
  const kind = `${accountId} ${client?.id ?? "unknown"} ${networkOf(context.sourceIp)}`;
  if (!isAccount || !denials.isNew(`client ${kind}`, context.now)) return;
  await store.write((transaction) =>
    recordEvent(transaction, context, {
      accountId,
      action: "oauth_client.authentication_refused",
      resourceType: "oauth_client",
      resourceId: client?.id ?? "",
      resourceLabel: client?.identifier ?? "",
      actor: actorOfClient(client?.id ?? ""),
    }),
  );
}
