import { ACCESS_TOKEN_LIFETIME_SECONDS } from "./access-tokens.js";
import { oauthFailure } from "./oauth-errors.js";
import { REFRESH_TOKEN_LIFETIME_SECONDS } from "./oauth-grants.js";
import type { Settings } from "./settings.js";

/** How long the tokens of one answer live. */
export interface TokenLifetimes {
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/** The lifetimes asked for, or those of the settings. Throws OAUTH_INVALID_REQUEST for one out of bounds. */
export function resolveLifetimes(
  asked: {
    readonly lifetimeSeconds: number | undefined;
    readonly refreshLifetimeSeconds: number | undefined;
  },
  settings: Settings,
): TokenLifetimes {
  const access = asked.lifetimeSeconds ?? settings.accessTokenLifetimeSeconds;
  const refresh = asked.refreshLifetimeSeconds ?? settings.refreshTokenLifetimeSeconds;
  requireWithin("access", access, ACCESS_TOKEN_LIFETIME_SECONDS);
  requireWithin("refresh", refresh, REFRESH_TOKEN_LIFETIME_SECONDS);
  return { accessSeconds: access, refreshSeconds: refresh };
}

function requireWithin(which: string, seconds: number, { min, max }: { min: number; max: number }): void {
  if (Number.isInteger(seconds) && seconds >= min && seconds <= max) return;
  throw oauthFailure(
    "OAUTH_INVALID_REQUEST",
    `The lifetime of the ${which} token must be a whole number of seconds from ${min} to ${max}.`,
  );
}
