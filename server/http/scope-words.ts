import { fillPlainly } from "./page.js";
import type { PageWords } from "./page-words-en.js";

const BROAD: Readonly<Record<string, keyof PageWords>> = {
  read: "scopeRead",
  write: "scopeWrite",
  impersonate: "scopeImpersonate",
  authenticate: "scopeAuthenticate",
};

const RESOURCES: Readonly<Record<string, keyof PageWords>> = {
  accounts: "resourceAccounts",
  settings: "resourceSettings",
  users: "resourceUsers",
  api_tokens: "resourceApiTokens",
  oauth_clients: "resourceOauthClients",
  access_tokens: "resourceAccessTokens",
  oauth_grants: "resourceOauthGrants",
  audit_events: "resourceAuditEvents",
};

/** What a scope lets an application do, in words. An account's own resources are called what it calls them. */
export function sayScope(words: PageWords, scope: string): string {
  const broad = Object.hasOwn(BROAD, scope) ? BROAD[scope] : undefined;
  if (broad !== undefined) return words[broad];
  const [name = "", access] = scope.split(":");
  const known = Object.hasOwn(RESOURCES, name) ? RESOURCES[name] : undefined;
  const resource = known === undefined ? fillPlainly(words.resourceOther, { name }) : words[known];
  return fillPlainly(access === "write" ? words.scopeWriteOf : words.scopeReadOf, { resource });
}
