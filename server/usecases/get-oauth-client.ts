import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { Lookup } from "../store/reader.js";
import { oauthClients, oauthClientsByIdentifier } from "../store/tables.js";
import type { Environment } from "./environment.js";
import { type OAuthClientView, viewOAuthClient, withLastUse } from "./oauth-client-view.js";

/** Returns one OAuth client of the caller's account. */
export async function getOAuthClient(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<OAuthClientView> {
  const { accountId } = authorizeInAccount(context.caller, "GetOAuthClient");
  return environment.store.read(async (reader) => {
    const client = await loadOAuthClient(reader, accountId, input.id);
    return viewOAuthClient(reader, await withLastUse(reader, client), context.now);
  });
}

/** A client of an account, by its id or its identifier. Throws RESOURCE_NOT_FOUND. */
export async function loadOAuthClient(
  lookup: Lookup,
  accountId: string,
  idOrIdentifier: string,
): Promise<OAuthClient> {
  const client = await findOAuthClient(lookup, accountId, idOrIdentifier);
  if (client === undefined) throw notFound("OAuth client", idOrIdentifier);
  return client;
}

/** A client of an account, by its id or its identifier; undefined when there is none. */
export async function findOAuthClient(
  lookup: Lookup,
  accountId: string,
  idOrIdentifier: string,
): Promise<OAuthClient | undefined> {
  // No identifier begins like an id.
  return idOrIdentifier.startsWith("ocl_")
    ? lookup.get(oauthClients, accountId, idOrIdentifier)
    : lookup.find(oauthClientsByIdentifier, accountId, idOrIdentifier);
}
