import {
  type ApiToken,
  type ApiTokenState,
  type ApiTokenUse,
  inactivityDeactivateTime,
  purgeTime,
  stateOf,
} from "../domain/api-tokens.js";
import type { Instant } from "../domain/instants.js";
import type { Settings } from "../domain/settings.js";
import type { Reader } from "../store/reader.js";
import { apiTokenUses } from "../store/tables.js";

/** A token as its account sees it: with what follows from the moment, its use and the settings. */
export interface ApiTokenView {
  readonly token: ApiToken;
  readonly state: ApiTokenState;
  readonly lastUse: ApiTokenUse | undefined;
  readonly inactivityDeactivateTime: Instant | undefined;
  readonly purgeTime: Instant | undefined;
}

/** Puts a token's view together. */
export async function viewApiToken(
  reader: Reader,
  token: ApiToken,
  settings: Settings,
  now: Instant,
): Promise<ApiTokenView> {
  return viewOf(token, await reader.get(apiTokenUses, token.accountId, token.id), settings, now);
}

/** As viewApiToken, where the last use is known. */
export function viewOf(
  token: ApiToken,
  lastUse: ApiTokenUse | undefined,
  settings: Settings,
  now: Instant,
): ApiTokenView {
  return {
    token,
    state: stateOf(token, now),
    lastUse,
    inactivityDeactivateTime: inactivityDeactivateTime(token, lastUse, settings.inactivityPolicy),
    purgeTime: purgeTime(token, settings.inactivityPolicy),
  };
}
