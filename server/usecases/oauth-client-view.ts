import type { Instant } from "../domain/instants.js";
import { type ClientSecret, liveSecretsOf, type OAuthClient } from "../domain/oauth-clients.js";
import type { ClientSecretUse } from "../domain/oauth-grants.js";
import type { Lookup, Reader } from "../store/reader.js";
import { clientSecretUses, oauthClientUses } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";

/** A client, and when any of its tokens was last used. */
export interface UsedOAuthClient {
  readonly client: OAuthClient;
  readonly lastUseTime: Instant | undefined;
}

/** A client as its account sees it: with its secrets' uses. */
export interface OAuthClientView extends UsedOAuthClient {
  readonly secrets: readonly ClientSecretView[];
}

/** A secret that works, and from where it was used, the latest first. */
export interface ClientSecretView extends ClientSecret {
  readonly uses: readonly ClientSecretUse[];
}

/** Looks up when a client was last used. */
export async function withLastUse(lookup: Lookup, client: OAuthClient): Promise<UsedOAuthClient> {
  const use = await lookup.get(oauthClientUses, client.accountId, client.id);
  return { client, lastUseTime: use?.time };
}

/** Puts a client's view together. */
export async function viewOAuthClient(
  reader: Reader,
  used: UsedOAuthClient,
  now: Instant,
): Promise<OAuthClientView> {
  const uses = await usesOf(reader, used.client);
  uses.sort((a, b) => b.time - a.time);
  const secrets = liveSecretsOf(used.client, now).map((secret) => ({
    ...secret,
    uses: uses.filter(({ secretHint }) => secretHint === secret.hint),
  }));
  return { ...used, secrets };
}

/** Removes what is told of the uses of secrets that a client had before and has no more. */
export async function forgetUses(
  transaction: Transaction,
  before: OAuthClient,
  kept: readonly ClientSecret[],
): Promise<void> {
  for (const use of await usesOf(transaction, before)) {
    if (!kept.some(({ hint }) => hint === use.secretHint)) transaction.delete(clientSecretUses, use);
  }
}

function usesOf(reader: Reader, { accountId, id }: OAuthClient): Promise<ClientSecretUse[]> {
  return reader.list(clientSecretUses, [accountId, id], { limit: Number.MAX_SAFE_INTEGER });
}
