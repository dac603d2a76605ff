import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import type { Settings } from "../domain/settings.js";
import type { Reader } from "../store/reader.js";
import { settings } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** Returns the settings of the caller's account. */
export async function getSettings(environment: Environment, context: RequestContext): Promise<Settings> {
  const { accountId } = authorizeInAccount(context.caller, "GetSettings");
  return environment.store.read((reader) => loadSettings(reader, accountId));
}

/** The settings of an account, which has them from its first moment. */
export async function loadSettings(reader: Reader, accountId: string): Promise<Settings> {
  const found = await reader.get(settings, accountId);
  if (found === undefined) throw notFound("account", accountId);
  return found;
}
