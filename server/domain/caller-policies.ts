import type { AccessPolicyTerms, EnforcedRules } from "./access-policies.js";
import type { IdentifiedCaller } from "./callers.js";
import { CompiledPolicy, type NamedPolicy, type TrialPolicy } from "./compiled-policies.js";

/** The policies a caller is under, as a caller carries them; nothing when there are none. */
export type CallerPolicies = Pick<IdentifiedCaller, "policies" | "trials" | "ownPolicyIds">;

/** A policy that something is under, and what of it decides; undefined when it cannot be found. */
export interface AttachedPolicy {
  readonly id: string;
  readonly terms: AccessPolicyTerms | undefined;
}

/** Under no policy. */
export const NO_POLICIES: CallerPolicies = {};

/** The policies of a caller: those that the credential or its client is under, and those of its user's role. */
export function callerPolicies(
  own: readonly AttachedPolicy[],
  ofRole: readonly AttachedPolicy[],
): CallerPolicies {
  if (own.length === 0 && ofRole.length === 0) return NO_POLICIES;
  const policies = [...enforcedOf(own, true), ...enforcedOf(ofRole, false)];
  const trials = [...trialsOf(own, true), ...trialsOf(ofRole, false)];
  return {
    ...(policies.length === 0 ? {} : { policies }),
    ...(trials.length === 0 ? {} : { trials }),
    ...(own.length === 0 ? {} : { ownPolicyIds: own.map(({ id }) => id) }),
  };
}

function enforcedOf(attached: readonly AttachedPolicy[], isOwn: boolean): NamedPolicy[] {
  return attached.flatMap(({ id, terms }) => {
    // What cannot be found allows nothing: every doubt is a no.
    if (terms === undefined) return [{ id, version: 0, isOwn, compiled: NOTHING }];
    return terms.enforced === undefined ? [] : [namedBy(id, terms.enforced, isOwn)];
  });
}

function trialsOf(attached: readonly AttachedPolicy[], isOwn: boolean): TrialPolicy[] {
  return attached.flatMap(({ id, terms }) => {
    const rules = terms?.trial;
    return rules === undefined ? [] : [{ ...namedBy(id, rules, isOwn), startTime: rules.startTime }];
  });
}

function namedBy(id: string, rules: EnforcedRules, isOwn: boolean): NamedPolicy {
  return { id, version: rules.version, isOwn, compiled: compileRules(rules) };
}

const NOTHING = new CompiledPolicy([]);

/** Rules that were made ready, for as long as somebody holds them. */
const compiledRules = new WeakMap<EnforcedRules, CompiledPolicy>();

/** Rules made ready to be asked, once. */
function compileRules(rules: EnforcedRules): CompiledPolicy {
  const known = compiledRules.get(rules) ?? new CompiledPolicy(rules.statements);
  compiledRules.set(rules, known);
  return known;
}
