import { type ApiToken, requireApiTokenAccess } from "../domain/api-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { Settings } from "../domain/settings.js";
import type { Reader } from "../store/reader.js";
import { apiTokens } from "../store/tables.js";
import { type ApiTokenView, viewApiToken } from "./api-token-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";

/** Returns one API token of the caller's account. */
export async function getApiToken(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<ApiTokenView> {
  const { accountId } = authorizeInAccount(context.caller, "GetApiToken");
  return environment.store.read(async (reader) => {
    const { token, settings } = await loadApiToken(reader, accountId, input.id);
    return viewApiToken(reader, token, settings, context.now);
  });
}

/** A token and the settings it lives under. Throws API_TOKEN_ACCESS_OFF or RESOURCE_NOT_FOUND. */
export async function loadApiToken(
  reader: Reader,
  accountId: string,
  id: string,
): Promise<{ token: ApiToken; settings: Settings }> {
  const settings = await loadSettings(reader, accountId);
  requireApiTokenAccess(settings);
  const token = await reader.get(apiTokens, accountId, id);
  if (token === undefined) throw notFound("API token", id);
  return { token, settings };
}
