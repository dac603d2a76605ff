import { Failure } from "./failure.js";
import { FieldChecks } from "./field-checks.js";
import type { Instant } from "./instants.js";
import { checkRedirectUris } from "./redirect-uris.js";
import { checkScopes } from "./scopes.js";

/** Whether a client can keep a secret (RFC 6749 section 2.1). */
export type ClientKind = "PUBLIC" | "CONFIDENTIAL";

/** A way to get tokens. */
export type GrantType = "AUTHORIZATION_CODE" | "REFRESH_TOKEN" | "CLIENT_CREDENTIALS" | "DEVICE_CODE";

/** What whoever changes a client decides about it. */
export interface OAuthClientChoices {
  /** What people who consent are shown. */
  readonly name: string;
  readonly description: string;
  readonly company: string;
  /** An https address; empty for none. */
  readonly logoUrl: string;
  readonly redirectUris: readonly string[];
  /** The most it may be granted; empty for every scope of the account. */
  readonly allowedScopes: readonly string[];
  readonly allowedGrantTypes: readonly GrantType[];
}

/** A secret of a client, by its digest. */
export interface ClientSecret {
  /** SHA-256 of the secret, base64url. */
  readonly digest: string;
  readonly hint: string;
  readonly createTime: Instant;
  /** When it ends, once it was rotated out. */
  readonly expireTime?: Instant;
}

/** An application that asks for access tokens. */
export interface OAuthClient extends OAuthClientChoices {
  readonly id: string;
  readonly accountId: string;
  /** The `client_id` of OAuth, unique in the account and never changed. */
  readonly identifier: string;
  readonly kind: ClientKind;
  readonly enabled: boolean;
  /** Whether every account of this server may use it. */
  readonly global: boolean;
  /** Tokens that other accounts made up to this moment have ended: it was then that it ceased to be global. */
  readonly foreignEndTime?: Instant;
  /** The access policies all its tokens are under; absent for none. */
  readonly accessPolicyIds?: readonly string[];
  /** The current one first, then the one it replaced while that still works; none for a public client. */
  readonly secrets: readonly ClientSecret[];
  readonly creatorUserId: string;
  readonly creatorEmail: string;
  readonly createTime: Instant;
  readonly updateTime: Instant;
  readonly revision: number;
}

/** What of a client decides about its access tokens. */
export type ClientTerms = Pick<
  OAuthClient,
  | "id"
  | "accountId"
  | "identifier"
  | "enabled"
  | "global"
  | "foreignEndTime"
  | "allowedScopes"
  | "accessPolicyIds"
>;

/** When any of a client's tokens was last used; kept apart from it: a use is no change. */
export interface OAuthClientUse {
  readonly accountId: string;
  readonly clientId: string;
  readonly time: Instant;
}

/** How many clients an account may hold. */
export const MAX_OAUTH_CLIENTS = 2_000;

/** What is decided about a client, as the contract spells it; the audit log tells of each. */
export const OAUTH_CLIENT_FIELDS = {
  name: (client: OAuthClientChoices) => client.name,
  description: (client: OAuthClientChoices) => client.description,
  company: (client: OAuthClientChoices) => client.company,
  logo_url: (client: OAuthClientChoices) => client.logoUrl,
  redirect_uris: (client: OAuthClientChoices) => client.redirectUris,
  allowed_scopes: (client: OAuthClientChoices) => client.allowedScopes,
  allowed_grant_types: (client: OAuthClientChoices) => client.allowedGrantTypes,
} as const;

/** A field that is decided about a client. */
export type OAuthClientField = keyof typeof OAUTH_CLIENT_FIELDS;

/** Every field that is decided about a client. */
export const OAUTH_CLIENT_FIELD_NAMES = Object.keys(OAUTH_CLIENT_FIELDS) as OAuthClientField[];

/** The grant types of a client that names none. */
export function grantTypesByDefault(kind: ClientKind): readonly GrantType[] {
  const ofPeople = ["AUTHORIZATION_CODE", "REFRESH_TOKEN"] as const;
  return kind === "PUBLIC" ? ofPeople : [...ofPeople, "CLIENT_CREDENTIALS"];
}

/** Checks what somebody decided about the fields named. Throws FIELD_INVALID. */
export function checkOAuthClientChoices(
  choices: OAuthClientChoices,
  kind: ClientKind,
  named: ReadonlySet<OAuthClientField>,
  resources: readonly string[],
): void {
  const checks = new FieldChecks();
  if (named.has("name")) checks.text("oauth_client.name", choices.name, 1, 120);
  if (named.has("description")) checks.text("oauth_client.description", choices.description, 0, 500);
  if (named.has("company")) checks.text("oauth_client.company", choices.company, 0, 120);
  if (named.has("logo_url")) checkLogoUrl(checks, choices.logoUrl);
  if (named.has("redirect_uris"))
    checkRedirectUris(checks, "oauth_client.redirect_uris", choices.redirectUris);
  if (named.has("allowed_scopes")) {
    checkScopes(checks, "oauth_client.allowed_scopes", choices.allowedScopes, resources);
  }
  if (named.has("allowed_grant_types")) checkGrantTypes(checks, choices.allowedGrantTypes, kind);
  checks.finish();
}

/**
 * Checks an identifier somebody chose. It must not look like an id of Latchkey, so that a client that acts for itself
 * is never taken for a user (RFC 9700 section 4.15).
 */
export function checkIdentifier(checks: FieldChecks, identifier: string): void {
  const field = "oauth_client.identifier";
  checks.require(
    /^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$/.test(identifier),
    field,
    "Must have 3 to 64 characters: a-z, 0-9, `.`, `_` and `-`, beginning and ending with a letter or digit.",
  );
  checks.require(
    !/^[a-z]{3}_/.test(identifier),
    field,
    "Must not begin like an id of Latchkey: three letters and `_`.",
  );
}

/** An identifier made from a name: `Nightly Export (new)` gives `nightly-export-new`. */
export function identifierFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const joined = words.join("-").slice(0, 60).replace(/-+$/, "");
  return joined.length >= 3 ? joined : `client-${joined || "1"}`;
}

/** The secret of the client with this digest, while it works. Digests may be compared plainly. */
export function findLiveSecret(client: OAuthClient, digest: string, now: Instant): ClientSecret | undefined {
  return client.secrets.find(
    (secret) => secret.digest === digest && (secret.expireTime === undefined || secret.expireTime > now),
  );
}

/** The longest time an old secret goes on working, in seconds. */
export const MAX_SECRET_OVERLAP_SECONDS = 90 * 86_400;

/** The secrets of a client that work now, the current one first. */
export function liveSecretsOf(client: OAuthClient, now: Instant): readonly ClientSecret[] {
  return client.secrets.filter(({ expireTime }) => expireTime === undefined || expireTime > now);
}

/** A client with a new secret; the one before goes on working until then, and a still older one ends. */
export function rotateSecret(
  client: OAuthClient,
  fresh: ClientSecret,
  oldExpireTime: Instant,
  now: Instant,
): OAuthClient {
  if (client.kind === "PUBLIC") {
    throw new Failure("STATE_CONFLICT", "A public client has no secret.");
  }
  const [current] = client.secrets;
  const overlaps = current !== undefined && oldExpireTime > now;
  const old = overlaps ? [{ ...current, expireTime: oldExpireTime }] : [];
  return reviseOAuthClient({ ...client, secrets: [fresh, ...old] }, now);
}

/** A client without its old secret. Throws STATE_CONFLICT when there is none that still works. */
export function retireSecret(client: OAuthClient, now: Instant): OAuthClient {
  const secrets = liveSecretsOf(client, now).filter(({ expireTime }) => expireTime === undefined);
  if (secrets.length === liveSecretsOf(client, now).length) {
    throw new Failure("STATE_CONFLICT", "The client has no old secret that still works.");
  }
  return reviseOAuthClient({ ...client, secrets }, now);
}

/** A client at work, or stopped. Throws STATE_CONFLICT when it is so already. */
export function switchOAuthClient(client: OAuthClient, enabled: boolean, now: Instant): OAuthClient {
  if (client.enabled === enabled) {
    throw new Failure("STATE_CONFLICT", `The OAuth client is ${enabled ? "enabled" : "disabled"} already.`);
  }
  return reviseOAuthClient({ ...client, enabled }, now);
}

/** A client that every account may use, or its own account's alone: then the tokens of the others end for good. */
export function shareOAuthClient(client: OAuthClient, global: boolean, now: Instant): OAuthClient {
  const end = client.global && !global ? { foreignEndTime: now } : {};
  return reviseOAuthClient({ ...client, global, ...end }, now);
}

/** The same client, changed now. */
export function reviseOAuthClient(client: OAuthClient, now: Instant): OAuthClient {
  return { ...client, updateTime: now, revision: client.revision + 1 };
}

function checkLogoUrl(checks: FieldChecks, logoUrl: string): void {
  if (logoUrl === "") return;
  const isHttps = URL.canParse(logoUrl) && new URL(logoUrl).protocol === "https:";
  checks.require(
    isHttps && logoUrl.length <= 2_000,
    "oauth_client.logo_url",
    "Must be an https address of at most 2,000 characters.",
  );
}

function checkGrantTypes(checks: FieldChecks, types: readonly GrantType[], kind: ClientKind): void {
  const field = "oauth_client.allowed_grant_types";
  checks.require(types.length > 0, field, "Must name at least one grant type.");
  for (const [index, type] of types.entries()) {
    checks.require(types.indexOf(type) === index, `${field}[${index}]`, "Is in the list already.");
    // RFC 6749 section 4.4: the client credentials grant must only be used by confidential clients.
    checks.require(
      type !== "CLIENT_CREDENTIALS" || kind === "CONFIDENTIAL",
      `${field}[${index}]`,
      "A public client cannot use client credentials: it has none.",
    );
  }
}
