import { Failure, notFound } from "../domain/failure.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { Reader } from "../store/reader.js";
import {
  accessTokensByClient,
  globalOAuthClients,
  oauthClients,
  oauthGrantsByClient,
} from "../store/tables.js";
import { findOAuthClient } from "./get-oauth-client.js";

/**
 * A client whose tokens an account may hold, by its id or its identifier: one of the account's own, or a global one of
 * another. By its id that is found only where the account has to do with it. Throws RESOURCE_NOT_FOUND.
 */
export async function findClientOfTokens(
  reader: Reader,
  accountId: string,
  idOrIdentifier: string,
): Promise<OAuthClient> {
  const own = await findOAuthClient(reader, accountId, idOrIdentifier);
  if (own !== undefined) return own;
  const shared = idOrIdentifier.startsWith("ocl_")
    ? await findForeignClient(reader, accountId, idOrIdentifier)
    : await reader.find(globalOAuthClients, idOrIdentifier);
  if (shared === undefined) throw notFound("OAuth client", idOrIdentifier);
  return shared;
}

/** As findClientOfTokens, for tokens to be made. Throws STATE_CONFLICT when it is disabled. */
export async function findClientAtWork(
  reader: Reader,
  accountId: string,
  idOrIdentifier: string,
): Promise<OAuthClient> {
  const client = await findClientOfTokens(reader, accountId, idOrIdentifier);
  if (client.enabled) return client;
  throw new Failure("STATE_CONFLICT", "The OAuth client is disabled: enable it first.");
}

async function findForeignClient(reader: Reader, accountId: string, id: string) {
  const below = [accountId, id];
  const [token] = await reader.listBy(accessTokensByClient, below, { limit: 1 });
  const [grant] = await reader.listBy(oauthGrantsByClient, below, { limit: 1 });
  const owner = token?.clientAccountId ?? grant?.clientAccountId;
  const client = owner === undefined ? undefined : await reader.get(oauthClients, owner, id);
  return client?.global ? client : undefined;
}
