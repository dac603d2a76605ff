import { type AccessTokenFacts, isAccessTokenLive } from "./access-tokens.js";
import { type ApiTokenTerms, identifies } from "./api-tokens.js";
import type { IdentifiedCaller, UserCaller } from "./callers.js";
import {
  decideByAll,
  type JointVerdict,
  type NamedPolicy,
  type PolicyDenial,
  type TrialPolicy,
} from "./compiled-policies.js";
import { admitsAll } from "./field-paths.js";
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
      /** What its policies say; absent when it is under none, or when they leave everything as it is. */
      readonly policy?: JointVerdict;
    };

/** What a policy in dry run would have denied, and why. */
export interface TrialDenial {
  readonly trial: TrialPolicy;
  readonly denial: PolicyDenial;
}

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
  if (missingScopes.length > 0) return { authenticated: true, principal, missingScopes };
  return principal.policies === undefined
    ? facts.granted
    : decideByPolicies(facts, principal.policies, question);
}

/** Whether what was asked about may be done. */
export function isAllowed(decision: Decision): boolean {
  return decision.authenticated && decision.missingScopes.length === 0 && decision.policy?.allowed !== false;
}

/** What the policies in dry run would deny of what is allowed. */
export function trialDenials(decision: Decision, question: PolicyCircumstances): readonly TrialDenial[] {
  if (!decision.authenticated || decision.principal.trials === undefined || !isAllowed(decision)) return [];
  const { principal } = decision;
  return decision.principal.trials.flatMap((trial) => {
    const verdict = ask(principal, [trial], question);
    return verdict.allowed ? [] : [{ trial, denial: verdict.denial }];
  });
}

/** What policies look at besides the credential. */
export type PolicyCircumstances = Pick<Question, "method" | "path" | "sourceIp">;

/** The decisions that came of a verdict for a credential, so that what is answered again is made once. */
const decisionsByVerdict = new WeakMap<CredentialFacts, WeakMap<JointVerdict, Decision>>();

function decideByPolicies(
  facts: CredentialFacts,
  policies: readonly NamedPolicy[],
  question: Question,
): Decision {
  const { caller: principal } = facts;
  // Mostly there is one, and it was asked the same before: then nothing is made for the question.
  const recalled =
    policies.length === 1 ? policies[0]?.compiled.recall(question.method, question.path) : undefined;
  if (recalled?.allowed && recalled.admitsAll) return facts.granted;
  const policy = ask(principal, policies, question);
  if (policy.allowed && admitsAll(policy.requestFields) && admitsAll(policy.responseFields))
    return facts.granted;
  const known = decisionsByVerdict.get(facts);
  const decisions = known ?? new WeakMap<JointVerdict, Decision>();
  if (known === undefined) decisionsByVerdict.set(facts, decisions);
  const decision = decisions.get(policy) ?? {
    authenticated: true,
    principal,
    missingScopes: NO_SCOPES,
    policy,
  };
  decisions.set(policy, decision);
  return decision;
}

function ask(
  { scopes }: IdentifiedCaller,
  policies: readonly NamedPolicy[],
  { method, path, sourceIp }: PolicyCircumstances,
): JointVerdict {
  return decideByAll(policies, { method, path, sourceIp, scopes });
}

function missing(held: readonly string[], required: readonly string[]): readonly string[] {
  if (held.length === 0) return NO_SCOPES;
  // Hardly ever is one missing, and what is asked for each request makes no list for nothing.
  for (const scope of required) {
    if (!holdsScope(held, scope)) return required.filter((one) => !holdsScope(held, one));
  }
  return NO_SCOPES;
}
