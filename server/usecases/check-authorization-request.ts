import { checkAuthorization } from "../domain/authorization-requests.js";
import type { AuthorizationRequestInput, CheckedAuthorization } from "../domain/oauth-requests.js";
import type { Lookup } from "../store/reader.js";
import { settings } from "../store/tables.js";
import { findOAuthClient } from "./authenticate-client.js";
import type { Environment } from "./environment.js";

/**
 * Checks an authorization request that came to an account, whoever brings it. Throws what checkAuthorization throws:
 * OAUTH_CLIENT_UNKNOWN and OAUTH_REDIRECT_URI_INVALID for a page, the rest with `redirect_to` in its metadata.
 */
export async function checkAuthorizationRequest(
  environment: Environment,
  { accountId }: { readonly accountId: string },
  request: AuthorizationRequestInput,
): Promise<CheckedAuthorization> {
  return environment.store.read((reader) => checkRequestIn(environment, reader, accountId, request));
}

/** As checkAuthorizationRequest, on what this lookup sees. */
export async function checkRequestIn(
  environment: Environment,
  lookup: Lookup,
  accountId: string,
  request: AuthorizationRequestInput,
): Promise<CheckedAuthorization> {
  return checkAuthorization(request, {
    client: await findOAuthClient(lookup, accountId, request.clientId),
    settings: await lookup.get(settings, accountId),
    issuer: environment.issuerOf(accountId),
  });
}
