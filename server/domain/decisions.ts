import { type AccessTokenFacts, isAccessTokenLive } from "./access-tokens.js";
import { type ApiTokenTerms, identifies } from "./api-tokens.js";
import type { IdentifiedCaller, UserCaller } from "./callers.js";
import type { Instant } from "./instants.js";
import { isIpAllowed } from "./ip-ranges.js";
import { holdsScope } from "./scopes.js";
import { isSessionLive, type SessionTerms } from "./sessions.js";
import type { AccountRules } from "./settings.js";

/**
 * All that is stored and counts when a credential is presented: whoever answers has these, from the store, from memory
 * or from a feed, and the answer follows from them and the circumstances.
 */
export type CredentialFacts = ApiTokenFacts | SessionFacts | OAuthFacts;

interface Facts<Kind extends IdentifiedCaller["kind"]> {
  readonly kind: Kind;
  /** Who it is, provided that they are still anybody. */
  readonly caller: Kind extends "ACCESS_TOKEN" ? IdentifiedCaller : UserCaller;
  readonly rules: AccountRules;
  /** The decision while it is good and lacks nothing: one and the same, so that nobody makes it a second time. */
  readonly granted: Decision;
}

/** Of an API token, presented with a user's e-mail. */
interface ApiTokenFacts extends Facts<"API_TOKEN"> {
  readonly token: ApiTokenTerms;
}

/** Of a session. */
interface SessionFacts extends Facts<"SESSION"> {
  readonly session: SessionTerms;
}

/** Of an OAuth access token. */
interface OAuthFacts extends Facts<"ACCESS_TOKEN"> {
  readonly access: AccessTokenFacts;
}

/** What counts besides. */
export interface Circumstances {
  /** The address the request came from; empty when unknown. */
  readonly sourceIp: string;
  readonly now: Instant;
}

/** What is asked about a request. */
export interface Question extends Circumstances {
  /** The account that asks: nobody learns of another's. */
  readonly accountId: string;
  readonly method: string;
  readonly path: string;
  readonly requiredScopes: readonly string[];
}

/** The decision: nobody identified, or somebody, with the required scopes they lack. */
export type Decision =
  | { readonly authenticated: false }
  | {
      readonly authenticated: true;
      readonly principal: IdentifiedCaller;
      readonly missingScopes: readonly string[];
    };

/** The decision about what identifies nobody. */
export const NOT_AUTHENTICATED: Decision = { authenticated: false };
const NO_SCOPES: readonly string[] = [];

/** Who stands behind a credential now; undefined when it is unknown, dead, or not for this address. */
export function identify(
  facts: CredentialFacts | undefined,
  { sourceIp, now }: Circumstances,
): IdentifiedCaller | undefined {
  if (facts === undefined) return undefined;
  return isGood(facts, sourceIp, now) ? facts.caller : undefined;
}

function isGood(facts: CredentialFacts, sourceIp: string, now: Instant): boolean {
  const { rules } = facts;
  switch (facts.kind) {
    case "API_TOKEN":
      return identifies(facts.token, facts.caller.user, rules, sourceIp, now);
    case "SESSION":
      return isSessionLive(facts.session, facts.caller.user, now) && isIpAllowed(rules.ipAllowList, sourceIp);
    case "ACCESS_TOKEN":
      return isAccessTokenLive(facts.access, sourceIp, now);
  }
}

/**
 * Answers who presents a credential and whether they may do this: the one decision, whichever way it is asked for. A
 * credential that is dead, unknown or of another account is not authenticated, and that is all that is told.
 */
export function decide(facts: CredentialFacts | undefined, question: Question): Decision {
  const principal = identify(facts, question);
  if (facts === undefined || principal?.accountId !== question.accountId) return NOT_AUTHENTICATED;
  const missingScopes = missing(principal.scopes, question.requiredScopes);
  return missingScopes.length === 0 ? facts.granted : { authenticated: true, principal, missingScopes };
}

function missing(held: readonly string[], required: readonly string[]): readonly string[] {
  if (required.length === 0 || held.length === 0) return NO_SCOPES;
  return required.filter((scope) => !holdsScope(held, scope));
}
