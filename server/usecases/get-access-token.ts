import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { Lookup } from "../store/reader.js";
import { accessTokens } from "../store/tables.js";
import { type AccessTokenView, viewAccessToken } from "./access-token-view.js";
import type { Environment } from "./environment.js";

/** Returns one access token of the caller's account; who is no administrator sees nobody's but their own. */
export async function getAccessToken(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<AccessTokenView> {
  const caller = authorizeInAccount(context.caller, "GetAccessToken");
  return environment.store.read((reader) => loadAccessToken(reader, caller, input.id, context.now));
}

/** A token that this caller may see and that has not been ended. Throws RESOURCE_NOT_FOUND. */
export async function loadAccessToken(
  lookup: Lookup,
  caller: UserCaller,
  id: string,
  now: number,
): Promise<AccessTokenView> {
  const token = await lookup.get(accessTokens, caller.accountId, id);
  const isVisible = token !== undefined && maySeeTokensOf(caller, token.userId);
  const view = isVisible ? await viewAccessToken(lookup, token, now) : undefined;
  if (view === undefined) throw notFound("access token", id);
  return view;
}

/** Whether tokens that act for this user are the caller's business; undefined for those of clients themselves. */
export function maySeeTokensOf({ user }: UserCaller, userId: string | undefined): boolean {
  return user.role === "ADMIN" || user.id === userId;
}
