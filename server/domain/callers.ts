import type { NamedPolicy, TrialPolicy } from "./compiled-policies.js";
import { Failure } from "./failure.js";
import type { Instant } from "./instants.js";
import type { ClientTerms } from "./oauth-clients.js";
import { AUTHENTICATE_SCOPE, holdsScope } from "./scopes.js";
import type { Role, UserTerms } from "./users.js";

/** What a good credential tells, whoever stands behind it. */
interface Identified {
  readonly accountId: string;
  /** The id of the session, the API token or the access token. */
  readonly credentialId: string;
  /** Empty for all that the user may; never empty for an access token. */
  readonly scopes: readonly string[];
  /** When the credential ends on its own. */
  readonly expireTime?: Instant;
  /** The access policies that are enforced on it, its user's role's included; absent when there are none. */
  readonly policies?: readonly NamedPolicy[];
  /** Those that only run beside, to see what they would deny; absent when there are none. */
  readonly trials?: readonly TrialPolicy[];
  /** The ids of those it is under by itself or its client, enforced or not; absent when there are none. */
  readonly ownPolicyIds?: readonly string[];
}

/** A person with a credential of an account, or an OAuth client that acts for one. */
export interface UserCaller extends Identified {
  readonly kind: "SESSION" | "API_TOKEN" | "ACCESS_TOKEN";
  readonly user: UserTerms;
  /** The client an access token was made for. */
  readonly client?: ClientTerms;
}

/** An OAuth client that acts for itself: there is no user. */
export interface ClientCaller extends Identified {
  readonly kind: "ACCESS_TOKEN";
  readonly user?: undefined;
  readonly client: ClientTerms;
}

/** Somebody with a credential of an account. */
export type IdentifiedCaller = UserCaller | ClientCaller;

/** Who makes a call. */
export type Caller =
  | IdentifiedCaller
  | { readonly kind: "ANONYMOUS" }
  | { readonly kind: "OPERATOR" }
  | { readonly kind: "SYSTEM" };

/** A call and the circumstances it is made in: one request, one instant. */
export interface RequestContext {
  readonly caller: Caller;
  readonly now: Instant;
  /** Names the request in the log, the audit events and the errors. */
  readonly requestId: string;
  /** The address the call came from; empty over a unix socket. */
  readonly sourceIp: string;
  /** The path of the RPC, such as `/latchkey.v1.UserService/ListUsers`; absent when it did not come by gRPC. */
  readonly rpcPath?: string;
}

/** What an operation asks of its caller. */
interface Requirement {
  /** Who may call without a credential. */
  readonly open?: readonly ("ANONYMOUS" | "OPERATOR")[];
  /** Which roles may call; none when only `open` callers may. */
  readonly roles: readonly Role[];
  /** The scope a restricted credential needs; absent when any will do. */
  readonly scope?: string;
  /** Whether an OAuth client may call for itself, by the scope alone. */
  readonly clients?: boolean;
  /** Which kinds of credential may call; absent when all may. */
  readonly kinds?: readonly IdentifiedCaller["kind"][];
}

const ADMINS = ["ADMIN"] as const;
const TEAM = ["ADMIN", "AGENT"] as const;
const EVERYBODY = ["ADMIN", "AGENT", "END_USER"] as const;

/** What every operation asks of its caller: the one table of permissions, tested cell by cell. */
export const REQUIREMENTS = {
  GetSetupState: { open: ["ANONYMOUS", "OPERATOR"], roles: EVERYBODY },
  CreateAccount: { open: ["ANONYMOUS", "OPERATOR"], roles: [] },
  GetAccount: { open: ["OPERATOR"], roles: EVERYBODY, scope: "accounts:read" },
  ListAccounts: { open: ["OPERATOR"], roles: [] },
  SignIn: { open: ["ANONYMOUS", "OPERATOR"], roles: EVERYBODY },
  SignOut: { roles: EVERYBODY, kinds: ["SESSION"] },
  GetSession: { roles: EVERYBODY, kinds: ["SESSION"] },
  GetSettings: { roles: ADMINS, scope: "settings:read" },
  UpdateSettings: { roles: ADMINS, scope: "settings:write" },
  CreateUser: { roles: ADMINS, scope: "users:write" },
  GetUser: { roles: EVERYBODY, scope: "users:read" },
  ListUsers: { roles: ADMINS, scope: "users:read" },
  UpdateUser: { roles: ADMINS, scope: "users:write" },
  SetPassword: { roles: EVERYBODY, scope: "users:write" },
  DeleteUser: { roles: ADMINS, scope: "users:write" },
  CreateApiToken: { roles: ADMINS, scope: "api_tokens:write" },
  GetApiToken: { roles: ADMINS, scope: "api_tokens:read" },
  ListApiTokens: { roles: ADMINS, scope: "api_tokens:read" },
  UpdateApiToken: { roles: ADMINS, scope: "api_tokens:write" },
  DeactivateApiToken: { roles: ADMINS, scope: "api_tokens:write" },
  ReactivateApiToken: { roles: ADMINS, scope: "api_tokens:write" },
  DeleteApiToken: { roles: ADMINS, scope: "api_tokens:write" },
  BatchDeleteApiTokens: { roles: ADMINS, scope: "api_tokens:write" },
  CreateOAuthClient: { roles: ADMINS, scope: "oauth_clients:write" },
  GetOAuthClient: { roles: ADMINS, scope: "oauth_clients:read" },
  ListOAuthClients: { roles: ADMINS, scope: "oauth_clients:read" },
  UpdateOAuthClient: { roles: ADMINS, scope: "oauth_clients:write" },
  RotateOAuthClientSecret: { roles: ADMINS, scope: "oauth_clients:write" },
  RetireOAuthClientSecret: { roles: ADMINS, scope: "oauth_clients:write" },
  EnableOAuthClient: { roles: ADMINS, scope: "oauth_clients:write" },
  DisableOAuthClient: { roles: ADMINS, scope: "oauth_clients:write" },
  DeleteOAuthClient: { roles: ADMINS, scope: "oauth_clients:write" },
  SetOAuthClientGlobal: { open: ["OPERATOR"], roles: [] },
  CreateAccessToken: { roles: ADMINS, scope: "access_tokens:write" },
  GetAccessToken: { roles: EVERYBODY, scope: "access_tokens:read" },
  ListAccessTokens: { roles: EVERYBODY, scope: "access_tokens:read" },
  FindToken: { roles: EVERYBODY, scope: "access_tokens:read" },
  RevokeAccessToken: { roles: EVERYBODY, scope: "access_tokens:write" },
  BatchRevokeAccessTokens: { roles: EVERYBODY, scope: "access_tokens:write" },
  GetCurrentAccessToken: { roles: EVERYBODY, clients: true, kinds: ["ACCESS_TOKEN"] },
  RevokeCurrentAccessToken: { roles: EVERYBODY, clients: true, kinds: ["ACCESS_TOKEN"] },
  Authenticate: { roles: TEAM, clients: true, scope: AUTHENTICATE_SCOPE },
  GetUsage: { roles: ADMINS, scope: "audit_events:read" },
  AuthenticateStream: { roles: TEAM, clients: true, scope: AUTHENTICATE_SCOPE },
  WatchRevocations: { roles: TEAM, clients: true, scope: AUTHENTICATE_SCOPE },
  ReportUses: { roles: TEAM, clients: true, scope: AUTHENTICATE_SCOPE },
  Authorize: { roles: EVERYBODY, kinds: ["SESSION"], scope: "oauth_grants:write" },
  ApproveAuthorization: { roles: EVERYBODY, kinds: ["SESSION"], scope: "oauth_grants:write" },
  StartDeviceAuthorization: { open: ["ANONYMOUS", "OPERATOR"], roles: EVERYBODY, clients: true },
  GetDeviceAuthorization: { roles: EVERYBODY, kinds: ["SESSION"], scope: "oauth_grants:write" },
  ApproveDevice: { roles: EVERYBODY, kinds: ["SESSION"], scope: "oauth_grants:write" },
  ExchangeToken: { open: ["ANONYMOUS", "OPERATOR"], roles: EVERYBODY, clients: true },
  RevokeToken: { open: ["ANONYMOUS", "OPERATOR"], roles: EVERYBODY, clients: true },
  // Without a credential, a client asks about its own tokens, and proves itself in the request.
  IntrospectToken: {
    open: ["ANONYMOUS", "OPERATOR"],
    roles: TEAM,
    clients: true,
    scope: AUTHENTICATE_SCOPE,
  },
  CreateAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  GetAccessPolicy: { roles: ADMINS, scope: "access_policies:read" },
  ListAccessPolicies: { roles: ADMINS, scope: "access_policies:read" },
  UpdateAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  DeleteAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  ListAccessPolicyVersions: { roles: ADMINS, scope: "access_policies:read" },
  EnforceAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  DryRunAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  GetDryRunReport: { roles: ADMINS, scope: "access_policies:read" },
  TestAccessPolicy: { roles: ADMINS, scope: "access_policies:read" },
  AttachAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  DetachAccessPolicy: { roles: ADMINS, scope: "access_policies:write" },
  ListAccessPolicyAttachments: { roles: ADMINS, scope: "access_policies:read" },
  ExplainAccess: { roles: ADMINS, scope: "access_policies:read" },
  SuggestAccessPolicy: { roles: ADMINS, scope: "access_policies:read" },
  ListAuditEvents: { roles: ADMINS, scope: "audit_events:read" },
  WatchAuditEvents: { roles: ADMINS, scope: "audit_events:read" },
} as const satisfies Record<string, Requirement>;

/** An operation of the contract, named as its RPC. */
export type Operation = keyof typeof REQUIREMENTS;

/** Throws CREDENTIAL_INVALID, ROLE_INSUFFICIENT or SCOPE_INSUFFICIENT unless the caller may do this. */
export function authorize(caller: Caller, operation: Operation): void {
  const requirement: Requirement = REQUIREMENTS[operation];
  if (caller.kind === "SYSTEM") return;
  if (caller.kind === "ANONYMOUS" || caller.kind === "OPERATOR") {
    if (requirement.open?.includes(caller.kind)) return;
    if (caller.kind === "OPERATOR") throw roleInsufficient(operation, "the operator");
    throw new Failure(
      "CREDENTIAL_INVALID",
      "Send a valid credential in the `authorization` metadata: `Bearer TOKEN` or `Basic base64(email/token:API_TOKEN)`.",
    );
  }
  if (caller.user === undefined && requirement.clients !== true) {
    throw roleInsufficient(operation, "a client that acts for itself");
  }
  if (caller.user !== undefined && !requirement.roles.includes(caller.user.role)) {
    throw roleInsufficient(operation, `the role ${caller.user.role}`);
  }
  if (requirement.kinds !== undefined && !requirement.kinds.includes(caller.kind)) {
    throw roleInsufficient(operation, KIND_WORDS[caller.kind]);
  }
  if (requirement.scope !== undefined && !holdsScope(caller.scopes, requirement.scope)) {
    throw scopeInsufficient(requirement.scope);
  }
}

/** As authorize, for operations on the caller's own account; gives the caller back as a user. */
export function authorizeInAccount(caller: Caller, operation: Operation): UserCaller {
  const identified = authorizeCredential(caller, operation);
  if (identified.user !== undefined) return identified;
  throw roleInsufficient(operation, "a client that acts for itself");
}

/** As authorizeInAccount, for operations that are open to clients that act for themselves, too. */
export function authorizeCredential(caller: Caller, operation: Operation): IdentifiedCaller {
  authorize(caller, operation);
  if ("accountId" in caller) return caller;
  throw roleInsufficient(operation, "a caller without an account");
}

/**
 * Throws SCOPE_INSUFFICIENT unless the caller's credential is without restriction: what follows would give somebody
 * more than a restricted one holds, such as a password or the role of an administrator.
 */
export function requireUnrestricted(caller: IdentifiedCaller, what: string): void {
  if (caller.scopes.length === 0 && caller.policies?.some(({ isOwn }) => isOwn) !== true) return;
  const restriction = caller.scopes.length > 0 ? "restricted to scopes" : "under an access policy";
  throw new Failure("SCOPE_INSUFFICIENT", `A credential ${restriction} may not ${what}.`);
}

/** The failure for a credential that lacks a scope. */
export function scopeInsufficient(scope: string): Failure {
  return new Failure("SCOPE_INSUFFICIENT", `This credential lacks the scope ${scope}.`, {
    metadata: { scope },
  });
}

const KIND_WORDS = {
  SESSION: "a session",
  API_TOKEN: "an API token",
  ACCESS_TOKEN: "an access token",
} as const;

function roleInsufficient(operation: Operation, who: string): Failure {
  return new Failure("ROLE_INSUFFICIENT", `${operation} is not open to ${who}.`);
}
