import { changesBetween } from "../domain/audit-events.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import {
  checkOAuthClientChoices,
  OAUTH_CLIENT_FIELD_NAMES,
  OAUTH_CLIENT_FIELDS,
  type OAuthClient,
  type OAuthClientChoices,
  type OAuthClientField,
  reviseOAuthClient,
} from "../domain/oauth-clients.js";
import { requirePoliciesWithin } from "../domain/policy-access.js";
import { resolveUpdateMask } from "../domain/update-masks.js";
import { changeOAuthClient } from "./change-oauth-client.js";
import { requireScopesWithin } from "./create-api-token.js";
import { trimmed } from "./create-oauth-client.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import type { OAuthClientView } from "./oauth-client-view.js";

/** A change of a client. */
export interface UpdateOAuthClientInput {
  readonly id: string;
  readonly choices: OAuthClientChoices;
  readonly etag: string;
  readonly updateMask: readonly string[];
}

/** What decides who gets tokens for the client, and of what. */
const FIELDS_OF_POWER = ["allowed_scopes", "redirect_uris", "allowed_grant_types"] as const;

/** Changes what somebody decided about a client; its identifier and kind never change. */
export async function updateOAuthClient(
  environment: Environment,
  context: RequestContext,
  input: UpdateOAuthClientInput,
): Promise<OAuthClientView> {
  authorizeInAccount(context.caller, "UpdateOAuthClient");
  const named = resolveUpdateMask(input.updateMask, OAUTH_CLIENT_FIELD_NAMES);
  return changeOAuthClient(
    environment,
    context,
    "UpdateOAuthClient",
    input,
    async (before, caller, transaction) => {
      const changed = merge(before, input.choices, named);
      // Nobody lets a client have, or gets at, more than they hold themselves.
      if (FIELDS_OF_POWER.some((field) => named.has(field))) {
        requireScopesWithin(caller, before.allowedScopes);
        requireScopesWithin(caller, changed.allowedScopes);
        requirePoliciesWithin(caller, before.accessPolicyIds ?? []);
      }
      const { resources } = await loadSettings(transaction, before.accountId);
      checkOAuthClientChoices(changed, before.kind, named, resources);
      const changes = changesBetween(before, changed, OAUTH_CLIENT_FIELDS);
      if (changes.length === 0) return { after: before, changes };
      return { after: reviseOAuthClient(changed, context.now), action: "oauth_client.update", changes };
    },
  );
}

function merge(
  before: OAuthClient,
  given: OAuthClientChoices,
  named: ReadonlySet<OAuthClientField>,
): OAuthClient {
  const choices = trimmed(given);
  return {
    ...before,
    name: named.has("name") ? choices.name : before.name,
    description: named.has("description") ? choices.description : before.description,
    company: named.has("company") ? choices.company : before.company,
    logoUrl: named.has("logo_url") ? choices.logoUrl : before.logoUrl,
    redirectUris: named.has("redirect_uris") ? choices.redirectUris : before.redirectUris,
    allowedScopes: named.has("allowed_scopes") ? choices.allowedScopes : before.allowedScopes,
    allowedGrantTypes: named.has("allowed_grant_types")
      ? choices.allowedGrantTypes
      : before.allowedGrantTypes,
  };
}
