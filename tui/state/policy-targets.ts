import type { PolicyTarget } from "../client/access-policies.js";
import type { Role } from "../client/enums.js";
import type { Model } from "./model.js";
import { type Words, words } from "./words.js";

/** The roles a policy can be attached to. */
export const POLICY_ROLES = ["ADMIN", "AGENT", "END_USER"] as const satisfies readonly Role[];

/** Whether both name the same thing. */
export function isSameTarget(one: PolicyTarget, other: PolicyTarget): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(target: PolicyTarget): string {
  if ("role" in target) return `role ${target.role}`;
  return "apiTokenId" in target ? `token ${target.apiTokenId}` : `client ${target.oauthClientId}`;
}

/** What something is called, as far as the lists that were read tell. */
export function nameTarget(
  { apiTokens, oauthClients }: Pick<Model, "apiTokens" | "oauthClients">,
  target: PolicyTarget,
): Words {
  if ("role" in target) return words("policies.role", { role: words(`role.${target.role}`) });
  if ("apiTokenId" in target) {
    const token = apiTokens.items.find(({ id }) => id === target.apiTokenId);
    const label = token === undefined ? target.apiTokenId : nameToken(token);
    return words("policies.token", { label });
  }
  const client = oauthClients.items.find(({ id }) => id === target.oauthClientId);
  return words("policies.client", { label: client?.name ?? target.oauthClientId });
}

/** What an API token is called. */
export function nameToken({ description, secretHint }: Model["apiTokens"]["items"][number]): string {
  return description === "" ? secretHint : `${description} (${secretHint})`;
}

/** What an access token is called. */
export function nameAccessToken(token: Model["accessTokens"]["items"][number]): string {
  return `${token.secretHint} (${token.clientIdentifier})`;
}
