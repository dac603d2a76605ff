import { describe, expect, test } from "vitest";
import {
  authorize,
  authorizeInAccount,
  type Caller,
  type IdentifiedCaller,
  type Operation,
  REQUIREMENTS,
} from "../../../server/domain/callers.js";
import type { Reason } from "../../../server/domain/failure.js";
import type { Role } from "../../../server/domain/users.js";
import { failureIn, START } from "../../support/test-environment.js";

function caller(
  role: Role,
  kind: IdentifiedCaller["kind"] = "SESSION",
  scopes: readonly string[] = [],
): IdentifiedCaller {
  const user = {
    id: "usr_1",
    accountId: "acme",
    email: "x@acme.example",
    name: "x",
    role,
    verified: true,
    suspended: false,
    createTime: START,
    updateTime: START,
    revision: 1,
  };
  return { kind, accountId: "acme", user, credentialId: "c", scopes };
}

/** Who may do what, written down a second time and by hand: roles, then the scope, then who else. */
const TABLE: Record<Operation, [roles: string, scope: string, others: string]> = {
  GetSetupState: ["ADMIN AGENT END_USER", "", "ANONYMOUS OPERATOR"],
  CreateAccount: ["", "", "ANONYMOUS OPERATOR"],
  GetAccount: ["ADMIN AGENT END_USER", "accounts:read", "OPERATOR"],
  ListAccounts: ["", "", "OPERATOR"],
  SignIn: ["ADMIN AGENT END_USER", "", "ANONYMOUS OPERATOR"],
  SignOut: ["ADMIN AGENT END_USER", "", ""],
  GetSession: ["ADMIN AGENT END_USER", "", ""],
  GetSettings: ["ADMIN", "settings:read", ""],
  UpdateSettings: ["ADMIN", "settings:write", ""],
  CreateUser: ["ADMIN", "users:write", ""],
  GetUser: ["ADMIN AGENT END_USER", "users:read", ""],
  ListUsers: ["ADMIN", "users:read", ""],
  UpdateUser: ["ADMIN", "users:write", ""],
  SetPassword: ["ADMIN AGENT END_USER", "users:write", ""],
  DeleteUser: ["ADMIN", "users:write", ""],
  CreateApiToken: ["ADMIN", "api_tokens:write", ""],
  GetApiToken: ["ADMIN", "api_tokens:read", ""],
  ListApiTokens: ["ADMIN", "api_tokens:read", ""],
  UpdateApiToken: ["ADMIN", "api_tokens:write", ""],
  DeactivateApiToken: ["ADMIN", "api_tokens:write", ""],
  ReactivateApiToken: ["ADMIN", "api_tokens:write", ""],
  DeleteApiToken: ["ADMIN", "api_tokens:write", ""],
  BatchDeleteApiTokens: ["ADMIN", "api_tokens:write", ""],
  CreateOAuthClient: ["ADMIN", "oauth_clients:write", ""],
  GetOAuthClient: ["ADMIN", "oauth_clients:read", ""],
  ListOAuthClients: ["ADMIN", "oauth_clients:read", ""],
  UpdateOAuthClient: ["ADMIN", "oauth_clients:write", ""],
  RotateOAuthClientSecret: ["ADMIN", "oauth_clients:write", ""],
  RetireOAuthClientSecret: ["ADMIN", "oauth_clients:write", ""],
  EnableOAuthClient: ["ADMIN", "oauth_clients:write", ""],
  DisableOAuthClient: ["ADMIN", "oauth_clients:write", ""],
  DeleteOAuthClient: ["ADMIN", "oauth_clients:write", ""],
  SetOAuthClientGlobal: ["", "", "OPERATOR"],
  CreateAccessToken: ["ADMIN", "access_tokens:write", ""],
  GetAccessToken: ["ADMIN AGENT END_USER", "access_tokens:read", ""],
  ListAccessTokens: ["ADMIN AGENT END_USER", "access_tokens:read", ""],
  FindToken: ["ADMIN AGENT END_USER", "access_tokens:read", ""],
  RevokeAccessToken: ["ADMIN AGENT END_USER", "access_tokens:write", ""],
  BatchRevokeAccessTokens: ["ADMIN AGENT END_USER", "access_tokens:write", ""],
  GetCurrentAccessToken: ["ADMIN AGENT END_USER", "", ""],
  RevokeCurrentAccessToken: ["ADMIN AGENT END_USER", "", ""],
  Authenticate: ["ADMIN AGENT", "authenticate", ""],
  Authorize: ["ADMIN AGENT END_USER", "oauth_grants:write", ""],
  ApproveAuthorization: ["ADMIN AGENT END_USER", "oauth_grants:write", ""],
  StartDeviceAuthorization: ["ADMIN AGENT END_USER", "", "ANONYMOUS OPERATOR"],
  GetDeviceAuthorization: ["ADMIN AGENT END_USER", "oauth_grants:write", ""],
  ApproveDevice: ["ADMIN AGENT END_USER", "oauth_grants:write", ""],
  ExchangeToken: ["ADMIN AGENT END_USER", "", "ANONYMOUS OPERATOR"],
  RevokeToken: ["ADMIN AGENT END_USER", "", "ANONYMOUS OPERATOR"],
  IntrospectToken: ["ADMIN AGENT", "authenticate", "ANONYMOUS OPERATOR"],
  GetUsage: ["ADMIN", "audit_events:read", ""],
  ReportUses: ["ADMIN AGENT", "authenticate", ""],
  AuthenticateStream: ["ADMIN AGENT", "authenticate", ""],
  WatchRevocations: ["ADMIN AGENT", "authenticate", ""],
  CreateAccessPolicy: ["ADMIN", "access_policies:write", ""],
  GetAccessPolicy: ["ADMIN", "access_policies:read", ""],
  ListAccessPolicies: ["ADMIN", "access_policies:read", ""],
  UpdateAccessPolicy: ["ADMIN", "access_policies:write", ""],
  DeleteAccessPolicy: ["ADMIN", "access_policies:write", ""],
  ListAccessPolicyVersions: ["ADMIN", "access_policies:read", ""],
  EnforceAccessPolicy: ["ADMIN", "access_policies:write", ""],
  DryRunAccessPolicy: ["ADMIN", "access_policies:write", ""],
  GetDryRunReport: ["ADMIN", "access_policies:read", ""],
  TestAccessPolicy: ["ADMIN", "access_policies:read", ""],
  AttachAccessPolicy: ["ADMIN", "access_policies:write", ""],
  DetachAccessPolicy: ["ADMIN", "access_policies:write", ""],
  ListAccessPolicyAttachments: ["ADMIN", "access_policies:read", ""],
  ExplainAccess: ["ADMIN", "access_policies:read", ""],
  SuggestAccessPolicy: ["ADMIN", "access_policies:read", ""],
  ListAuditEvents: ["ADMIN", "audit_events:read", ""],
  WatchAuditEvents: ["ADMIN", "audit_events:read", ""],
};

const reasonOf = (who: Caller, operation: Operation): Reason | undefined =>
  failureIn(() => authorize(who, operation))?.reason;

test("the table here and the one there name the same operations", () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(REQUIREMENTS).sort());
});

describe.each(Object.entries(TABLE) as [Operation, [string, string, string]][])(
  "%s",
  (operation, [roles, scope, others]) => {
    // Only an access token has a current one.
    const kind = operation.endsWith("CurrentAccessToken") ? "ACCESS_TOKEN" : "SESSION";

    test.each(["ADMIN", "AGENT", "END_USER"] as const)("as %s", (role) => {
      const expected = roles.split(" ").includes(role) ? undefined : "ROLE_INSUFFICIENT";
      expect(reasonOf(caller(role, kind), operation)).toBe(expected);
    });

    test("without a credential, and as the operator", () => {
      const isOpen = (kind: string) => others.split(" ").includes(kind);
      expect(reasonOf({ kind: "ANONYMOUS" }, operation)).toBe(
        isOpen("ANONYMOUS") ? undefined : "CREDENTIAL_INVALID",
      );
      expect(reasonOf({ kind: "OPERATOR" }, operation)).toBe(
        isOpen("OPERATOR") ? undefined : "ROLE_INSUFFICIENT",
      );
    });

    test.each([["none:read"], ["read"], ["write"], ["authenticate"], ["impersonate"]])(
      "restricted to %s",
      (held) => {
        if (roles === "") return;
        const covers =
          scope === "" || held === scope || (held !== "authenticate" && scope.endsWith(`:${held}`));
        const expected = covers ? undefined : "SCOPE_INSUFFICIENT";
        expect(reasonOf(caller("ADMIN", kind, [held]), operation)).toBe(expected);
        if (scope !== "") expect(reasonOf(caller("ADMIN", kind, [scope]), operation)).toBeUndefined();
      },
    );
  },
);

test("what only a person who is there does is for sessions", () => {
  const consent = ["Authorize", "ApproveAuthorization", "GetDeviceAuthorization", "ApproveDevice"] as const;
  for (const operation of ["SignOut", "GetSession", ...consent] as const) {
    expect(reasonOf(caller("ADMIN", "API_TOKEN"), operation)).toBe("ROLE_INSUFFICIENT");
  }
  expect(reasonOf(caller("ADMIN", "API_TOKEN"), "GetSettings")).toBeUndefined();
});

test("what is about the token of the call is for access tokens", () => {
  for (const operation of ["GetCurrentAccessToken", "RevokeCurrentAccessToken"] as const) {
    expect(reasonOf(caller("ADMIN", "SESSION"), operation)).toBe("ROLE_INSUFFICIENT");
    expect(reasonOf(caller("ADMIN", "API_TOKEN"), operation)).toBe("ROLE_INSUFFICIENT");
    expect(reasonOf(caller("END_USER", "ACCESS_TOKEN"), operation)).toBeUndefined();
  }
});

test("who has no account does nothing in one, not even the server itself", () => {
  for (const kind of ["SYSTEM", "OPERATOR"] as const) {
    expect(failureIn(() => authorizeInAccount({ kind }, "GetAccount"))?.reason).toBe("ROLE_INSUFFICIENT");
  }
  expect(failureIn(() => authorizeInAccount({ kind: "ANONYMOUS" }, "SignIn"))?.reason).toBe(
    "ROLE_INSUFFICIENT",
  );
  expect(authorizeInAccount(caller("AGENT"), "GetUser").accountId).toBe("acme");
});

test("a missing scope is named for programs", () => {
  const failure = failureIn(() => authorize(caller("ADMIN", "API_TOKEN", ["read"]), "DeleteUser"));
  expect(failure?.details.metadata).toEqual({ scope: "users:write" });
});
