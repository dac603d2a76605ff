import { authorizeCredential, type IdentifiedCaller, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { Lookup } from "../store/reader.js";
import { accessTokens } from "../store/tables.js";
import { type AccessTokenView, viewAccessToken } from "./access-token-view.js";
import type { Environment } from "./environment.js";

/** Returns the access token the call is made with. */
export async function getCurrentAccessToken(
  environment: Environment,
  context: RequestContext,
): Promise<AccessTokenView> {
  const caller = authorizeCredential(context.caller, "GetCurrentAccessToken");
  return environment.store.read((reader) => loadCurrentAccessToken(reader, caller, context.now));
}

/** The access token of a caller. Throws RESOURCE_NOT_FOUND when it has just ended. */
export async function loadCurrentAccessToken(
  lookup: Lookup,
  { accountId, credentialId }: IdentifiedCaller,
  now: number,
): Promise<AccessTokenView> {
  const token = await lookup.get(accessTokens, accountId, credentialId);
  const view = token && (await viewAccessToken(lookup, token, now));
  if (view === undefined) throw notFound("access token", credentialId);
  return view;
}
