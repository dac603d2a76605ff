import type { Instant } from "./instants.js";
import { type OAuthGrant, REFRESH_GRACE_MS, type RefreshToken } from "./oauth-grants.js";

/**
 * What becomes of a refresh token that its client presents: it is exchanged, answered once more as before, found to be
 * used by two, or over.
 */
export type RefreshDecision = "rotate" | "repeat" | "reused" | "over";

/**
 * Decides on a refresh token of a grant that stands. A used one is answered once more only for a short while, and only
 * while its successor has not been used itself: whoever comes later is a second holder, so the token is stolen (RFC
 * 9700 section 4.14.2).
 */
export function decideRefresh(token: RefreshToken, grant: OAuthGrant, now: Instant): RefreshDecision {
  const { rotation, generation, expireTime } = token;
  if (rotation === undefined) return expireTime <= now ? "over" : "rotate";
  const isSuccessorCurrent = grant.generation === generation + 1;
  return isSuccessorCurrent && now - rotation.time <= REFRESH_GRACE_MS ? "repeat" : "reused";
}
