import { MAX_OBSERVED_KINDS } from "../domain/access-observations.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import type { Instant } from "../domain/instants.js";
import { diffStatements, type PolicySuggestion, suggestPolicy } from "../domain/policy-suggestions.js";
import { observedUses } from "../store/policy-tables.js";
import { findAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";

/** Whose use is to be allowed, and the policy to compare with; empty for none. */
export interface SuggestAccessPolicyInput {
  readonly credentialId: string;
  readonly accessPolicyId: string;
}

/** A proposal, what it changes, and since when use was observed. */
export interface SuggestedAccessPolicy extends PolicySuggestion {
  readonly diff: readonly string[];
  readonly sinceTime: Instant | undefined;
}

/** Proposes the smallest policy that allows what was observed of a credential. */
export async function suggestAccessPolicy(
  environment: Environment,
  context: RequestContext,
  { credentialId, accessPolicyId }: SuggestAccessPolicyInput,
): Promise<SuggestedAccessPolicy> {
  const { accountId } = authorizeInAccount(context.caller, "SuggestAccessPolicy");
  await environment.access.flush(environment.store);
  return environment.store.read(async (reader) => {
    const limit = 2 * MAX_OBSERVED_KINDS;
    const uses = await reader.list(observedUses, [accountId, credentialId], { limit });
    const suggestion = suggestPolicy(uses);
    const present =
      accessPolicyId === ""
        ? []
        : (await viewAccessPolicy(reader, await findAccessPolicy(reader, accountId, accessPolicyId))).latest
            .statements;
    const times = uses.map(({ firstTime }) => firstTime);
    return {
      ...suggestion,
      diff: diffStatements(present, suggestion.statements),
      sinceTime: times.length === 0 ? undefined : Math.min(...times),
    };
  });
}
