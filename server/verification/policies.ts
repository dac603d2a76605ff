import {
  type AttachedPolicy,
  type CallerPolicies,
  callerPolicies,
  NO_POLICIES,
} from "../domain/caller-policies.js";
import type { NamedPolicy } from "../domain/compiled-policies.js";
import { type MaybePromise, whenAllThere, whenThere } from "../domain/maybe-promises.js";
import type { AccountRules } from "../domain/settings.js";
import type { Role } from "../domain/users.js";
import { accessPolicyTerms } from "../store/policy-tables.js";
import type { Lookup } from "../store/reader.js";

/** What leads to the policies of a credential. */
export interface PolicySource {
  /** Of what the credential or its client is under, and the account that has those policies. */
  readonly own: { readonly accountId: string; readonly ids: readonly string[] | undefined };
  readonly rules: AccountRules;
  /** Of its user; absent for a client that acts for itself. */
  readonly role: Role | undefined;
}

const NONE: readonly string[] = [];

/** The policies that are enforced on a credential, and those in dry run. */
export function policiesOf(lookup: Lookup, { own, rules, role }: PolicySource): MaybePromise<CallerPolicies> {
  const ofRole = (role && rules.roleAccessPolicyIds?.[role]) ?? NONE;
  const ownIds = own.ids ?? NONE;
  if (ofRole.length === 0 && ownIds.length === 0) return NO_POLICIES;
  const load = (accountId: string) => (id: string) => loadAttached(lookup, accountId, id);
  return whenThere(whenAllThere(ownIds.map(load(own.accountId)), toArray), (ofOwn) =>
    whenThere(whenAllThere(ofRole.map(load(rules.accountId)), toArray), (ofRoles) =>
      callerPolicies(ofOwn, ofRoles),
    ),
  );
}

/** The policies that are enforced on every user of a role. */
export async function policiesOfRole(
  lookup: Lookup,
  rules: AccountRules,
  role: Role,
): Promise<readonly NamedPolicy[]> {
  const own = { accountId: rules.accountId, ids: undefined };
  return (await policiesOf(lookup, { own, rules, role })).policies ?? [];
}

function loadAttached(lookup: Lookup, accountId: string, id: string): MaybePromise<AttachedPolicy> {
  return whenThere(lookup.get(accessPolicyTerms, accountId, id), (terms) => ({ id, terms }));
}

function toArray<R>(all: readonly R[]): R[] {
  return [...all];
}
