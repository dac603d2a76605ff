import { type AccessTokenFacts, accessTokenStateOf, effectiveScopes, isEnded } from "./access-tokens.js";
import { type ApiToken, stateOf } from "./api-tokens.js";
import { type Operation, REQUIREMENTS } from "./callers.js";
import type { NamedPolicy, PolicyDenial } from "./compiled-policies.js";
import { ALL_FIELDS, type FieldLists, intersectFieldLists } from "./field-paths.js";
import type { Instant } from "./instants.js";
import { isIpAllowed } from "./ip-ranges.js";
import { describeDenial } from "./policy-access.js";
import { holdsScope } from "./scopes.js";
import type { Session } from "./sessions.js";
import type { Settings } from "./settings.js";
import { mayUseCredentials, type User } from "./users.js";

/** What decides about a request, in the order in which it is asked. */
export type LayerName =
  | "credential"
  | "account_switch"
  | "user"
  | "address"
  | "role"
  | "client"
  | "scopes"
  | "policy";

/** What one layer says of a request. */
export interface AccessLayer {
  readonly layer: LayerName;
  readonly allowed: boolean;
  /** One plain sentence. */
  readonly description: string;
  /** Of a policy: which one, and why it denies; no denial when it allows. */
  readonly policy?: { readonly id: string; readonly version: number; readonly denial?: PolicyDenial };
}

/** The credential a request comes with, as it was at the moment. */
export type ExplainedCredential =
  | { readonly kind: "UNKNOWN" }
  | { readonly kind: "API_TOKEN"; readonly token: ApiToken }
  | { readonly kind: "SESSION"; readonly session: Session }
  | { readonly kind: "ACCESS_TOKEN"; readonly facts: AccessTokenFacts };

/** Everything that decides, as it was at the moment. */
export interface ExplainedFacts {
  readonly time: Instant;
  readonly credential: ExplainedCredential;
  readonly user: User | undefined;
  readonly settings: Settings;
  readonly policies: readonly NamedPolicy[];
  /** Those that were enforced and are gone since. */
  readonly lostPolicies: readonly Pick<NamedPolicy, "id" | "version">[];
}

/** The request that is explained. */
export interface ExplainedRequest {
  readonly method: string;
  readonly path: string;
  readonly sourceIp: string;
  readonly requiredScopes: readonly string[];
}

/** What every layer says, and which fields pass when all allow. */
export interface Explanation {
  readonly allowed: boolean;
  readonly layers: readonly AccessLayer[];
  readonly requestFields: FieldLists;
  readonly responseFields: FieldLists;
}

/** Says of a request which layer decides, and why. */
export function explain(facts: ExplainedFacts, request: ExplainedRequest): Explanation {
  const layers = [
    credentialLayer(facts),
    switchLayer(facts),
    userLayer(facts),
    addressLayer(facts, request),
    ...roleLayers(facts, request),
    ...clientLayers(facts),
    scopesLayer(facts, request),
  ];
  let requestFields = ALL_FIELDS;
  let responseFields = ALL_FIELDS;
  for (const { id, version, compiled } of facts.policies) {
    const verdict = compiled.decide({ ...request, scopes: scopesOf(facts.credential) });
    if (verdict.allowed) {
      requestFields = intersectFieldLists(requestFields, verdict.requestFields);
      responseFields = intersectFieldLists(responseFields, verdict.responseFields);
      const statements = verdict.statements.map((index) => index + 1).join(", ");
      const description = `The policy allows it, by statement ${statements}.`;
      layers.push({ layer: "policy", allowed: true, description, policy: { id, version } });
    } else {
      const { denial } = verdict;
      const description = describeDenial(denial);
      layers.push({ layer: "policy", allowed: false, description, policy: { id, version, denial } });
    }
  }
  for (const { id, version } of facts.lostPolicies) {
    // Nothing is made up: every doubt is a no.
    const description = `Version ${version} was enforced, and is deleted since: what it said is not known.`;
    layers.push({ layer: "policy", allowed: false, description, policy: { id, version } });
  }
  const allowed = layers.every((layer) => layer.allowed);
  return { allowed, layers, requestFields, responseFields };
}

function credentialLayer({ credential, time }: ExplainedFacts): AccessLayer {
  const say = (allowed: boolean, description: string): AccessLayer => ({
    layer: "credential",
    allowed,
    description,
  });
  switch (credential.kind) {
    case "UNKNOWN":
      return say(false, "There was no such credential, or nothing is kept of it.");
    case "API_TOKEN": {
      const state = stateOf(credential.token, time);
      return say(state === "ACTIVE", `The API token is ${state.toLowerCase()}.`);
    }
    case "SESSION": {
      const isLive = time < credential.session.expireTime;
      return say(isLive, isLive ? "The session is live." : "The session is over.");
    }
    case "ACCESS_TOKEN": {
      if (isEnded(credential.facts)) return say(false, "The access token was ended.");
      const state = accessTokenStateOf(credential.facts, time);
      return say(state === "ACTIVE", `The access token is ${state.toLowerCase()}.`);
    }
  }
}

function switchLayer({ credential, settings }: ExplainedFacts): AccessLayer {
  const [name, isOn] =
    credential.kind === "ACCESS_TOKEN"
      ? ["OAuth access", settings.oauthAccess]
      : ["API-token access", credential.kind === "SESSION" || settings.apiTokenAccess];
  return { layer: "account_switch", allowed: isOn, description: `${name} is ${isOn ? "on" : "off"}.` };
}

function userLayer({ credential, user }: ExplainedFacts): AccessLayer {
  const say = (allowed: boolean, description: string): AccessLayer => ({
    layer: "user",
    allowed,
    description,
  });
  if (credential.kind === "ACCESS_TOKEN" && credential.facts.token.userId === undefined) {
    return say(true, "The client acts for itself; there is no user.");
  }
  if (user === undefined) return say(false, "There was no such user.");
  const bound = credential.kind === "API_TOKEN" ? credential.token.boundUserId : undefined;
  if (bound !== undefined && bound !== user.id) return say(false, "The token is bound to another user.");
  if (!mayUseCredentials(user)) {
    return say(false, `The user is ${user.suspended ? "suspended" : "not verified"}.`);
  }
  return say(true, `The user is ${user.email}.`);
}

function addressLayer({ credential, settings }: ExplainedFacts, { sourceIp }: ExplainedRequest): AccessLayer {
  const own = credential.kind === "API_TOKEN" ? credential.token.ipAllowList : [];
  const refusing = !isIpAllowed(own, sourceIp)
    ? "The token's"
    : !isIpAllowed(settings.ipAllowList, sourceIp)
      ? "The account's"
      : undefined;
  const address = sourceIp === "" ? "an unknown address" : sourceIp;
  return refusing === undefined
    ? { layer: "address", allowed: true, description: `No address list keeps ${address} out.` }
    : { layer: "address", allowed: false, description: `${refusing} address list keeps ${address} out.` };
}

// The service decides what a role may do with it; only of Latchkey's own calls is it known here.
function roleLayers({ user }: ExplainedFacts, { path }: ExplainedRequest): AccessLayer[] {
  const operation = /^\/latchkey\.v1\.\w+\/(\w+)$/.exec(path)?.[1];
  if (user === undefined || operation === undefined || !(operation in REQUIREMENTS)) return [];
  const { roles } = REQUIREMENTS[operation as Operation];
  const allowed = roles.some((role) => role === user.role);
  const description = `${operation} is ${allowed ? "" : "not "}open to the role ${user.role}.`;
  return [{ layer: "role", allowed, description }];
}

function clientLayers({ credential }: ExplainedFacts): AccessLayer[] {
  if (credential.kind !== "ACCESS_TOKEN") return [];
  const { client, token } = credential.facts;
  const scopes = effectiveScopes(credential.facts);
  const allowed = client?.enabled === true && scopes.length > 0;
  const description = !client?.enabled
    ? "The client is disabled or gone."
    : `Of ${token.scopes.join(", ")} the client may have ${scopes.join(", ") || "nothing"}.`;
  return [{ layer: "client", allowed, description }];
}

function scopesLayer({ credential }: ExplainedFacts, { requiredScopes }: ExplainedRequest): AccessLayer {
  const held = scopesOf(credential);
  const missing = requiredScopes.filter((scope) => !holdsScope(held, scope));
  const description =
    missing.length > 0
      ? `It lacks ${missing.join(", ")}.`
      : held.length === 0
        ? "It is not restricted to scopes."
        : `It holds ${held.join(", ")}.`;
  return { layer: "scopes", allowed: missing.length === 0, description };
}

function scopesOf(credential: ExplainedCredential): readonly string[] {
  switch (credential.kind) {
    case "UNKNOWN":
      return [];
    case "API_TOKEN":
      return credential.token.scopes;
    case "SESSION":
      return credential.session.scopes;
    case "ACCESS_TOKEN":
      return effectiveScopes(credential.facts);
  }
}
