import { wasEnded } from "../domain/access-tokens.js";
import type { RequestContext } from "../domain/callers.js";
import type { Failure } from "../domain/failure.js";
import type { Instant } from "../domain/instants.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { TokenLifetimes } from "../domain/oauth-lifetimes.js";
import type { ExchangedTokens, ExchangeTokenInput } from "../domain/oauth-requests.js";
import type { Settings } from "../domain/settings.js";
import { mayUseCredentials } from "../domain/users.js";
import type { Lookup } from "../store/reader.js";
import { oauthCutoffs, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import type { Environment } from "./environment.js";

/** What a grant works with: a request of a client that has proved itself, in the commit that gives it tokens. */
export interface GrantWork {
  readonly environment: Environment;
  readonly transaction: Transaction;
  readonly context: RequestContext;
  readonly accountId: string;
  readonly client: OAuthClient;
  readonly settings: Settings;
  readonly lifetimes: TokenLifetimes;
  readonly input: ExchangeTokenInput;
}

/**
 * How a grant ends: with tokens, or refused. What was written until then commits either way; a grant that throws its
 * failure instead leaves nothing behind.
 */
export type GrantOutcome =
  | { readonly tokens: ExchangedTokens }
  | {
      readonly refusal: Failure;
      /** What was presented and nobody knows, where it may have been guessed. */
      readonly guess?: string;
    };

/** A way to get tokens: it fills in what is unique to it, and leaves the rest to whoever exchanges. */
export type Grant = (work: GrantWork) => Promise<GrantOutcome>;

/** What was given to a client, wherever it is kept. */
interface Given {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientAccountId: string;
  readonly userId: string;
  readonly createTime: Instant;
}

/** Whether what a client was given for a user has not been ended since, and the user is still good. */
export async function doesStand(lookup: Lookup, client: OAuthClient, given: Given): Promise<boolean> {
  const { accountId, userId, createTime } = given;
  const cutoffs = [
    await lookup.get(oauthCutoffs, accountId, "CLIENT", client.id),
    await lookup.get(oauthCutoffs, accountId, "USER", userId),
  ].filter((cutoff) => cutoff !== undefined);
  if (wasEnded({ client, cutoffs }, accountId, createTime)) return false;
  const user = await lookup.get(users, accountId, userId);
  return user !== undefined && mayUseCredentials(user);
}

/** Whether something was given to this client. */
export function isOf(client: OAuthClient, given: Pick<Given, "clientId" | "clientAccountId">): boolean {
  return given.clientId === client.id && given.clientAccountId === client.accountId;
}
