import { randomUUID } from "node:crypto";
import { type Client, type ClientReadableStream, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import type { MethodDefinition } from "@grpc/proto-loader";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageDefinition } from "../../../proto/load.js";
import type { Role, User } from "../../../server/domain/users.js";
import { sessions, settings, users } from "../../../server/store/tables.js";
import { createAccessPolicy } from "../../../server/usecases/create-access-policy.js";
import { createAccessToken } from "../../../server/usecases/create-access-token.js";
import { createApiToken } from "../../../server/usecases/create-api-token.js";
import { createOAuthClient } from "../../../server/usecases/create-oauth-client.js";
import { createUser } from "../../../server/usecases/create-user.js";
import { deactivateApiToken } from "../../../server/usecases/deactivate-api-token.js";
import { disableOAuthClient } from "../../../server/usecases/disable-oauth-client.js";
import { rotateOAuthClientSecret } from "../../../server/usecases/rotate-oauth-client-secret.js";
import { startDeviceAuthorization } from "../../../server/usecases/start-device-authorization.js";
import { putClient, REDIRECT_URI } from "../../support/oauth.js";
import {
  authorization,
  basic,
  bearer,
  detailsOf,
  startServer,
  type TestServer,
} from "../../support/running-server.js";
import { PLAIN_CLIENT } from "../../support/test-environment.js";

const ROLES = ["ADMIN", "AGENT", "END_USER"] as const;

/** How somebody comes; all but the first four as each role. */
const KINDS = [
  "none",
  "garbage",
  "expired session",
  "operator",
  "session",
  "read-only session",
  "API token",
  "API token `read`",
  "API token `authenticate`",
] as const;
type Kind = (typeof KINDS)[number];

/** O: it is done; U: UNAUTHENTICATED; P: PERMISSION_DENIED. */
type Mark = "O" | "U" | "P";

interface Row {
  /** Who may, of those with a credential; the others are all P. */
  readonly roles: readonly Role[];
  /** Without a credential, then over the operator's socket. */
  readonly open: `${Mark} ${Mark}`;
  /** With the right role: session, read-only session, API token, `read`, `authenticate`. */
  readonly kinds: `${Mark} ${Mark} ${Mark} ${Mark} ${Mark}`;
  /** A request that succeeds for who may make it, on things of their own account. */
  readonly request: (world: World, caller: Caller) => Promise<object> | object;
}

interface Caller {
  readonly userId: string;
  readonly role: Role;
}

/** THE table, written down by hand a second time, method by method. */
const TABLE: Record<string, Row> = {
  "AccountService/GetSetupState": {
    roles: ROLES,
    open: "O O",
    kinds: "O O O O O",
    request: () => ({}),
  },
  "AccountService/CreateAccount": {
    roles: [],
    // Without the setup code it is denied, too, for that reason.
    open: "P O",
    kinds: "P P P P P",
    request: (world) => ({
      accountId: `new-${world.count()}`,
      adminEmail: "x@new.example",
      adminPassword: PASSWORD,
      requestId: "",
    }),
  },
  "AccountService/GetAccount": {
    roles: ROLES,
    open: "U O",
    kinds: "O O O O P",
    request: () => ({ accountId: "acme" }),
  },
  "AccountService/ListAccounts": {
    roles: [],
    open: "U O",
    kinds: "P P P P P",
    request: () => ({}),
  },
  "SessionService/SignIn": {
    roles: ROLES,
    open: "O O",
    kinds: "O O O O O",
    request: () => ({ accountId: "acme", email: "admin@acme.example", password: PASSWORD }),
  },
  "SessionService/SignOut": { roles: ROLES, open: "U P", kinds: "O O P P P", request: () => ({}) },
  "SessionService/GetSession": { roles: ROLES, open: "U P", kinds: "O O P P P", request: () => ({}) },
  "SettingsService/GetSettings": { roles: ["ADMIN"], open: "U P", kinds: "O O O O P", request: () => ({}) },
  "SettingsService/UpdateSettings": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: (world) => ({
      settings: { resources: [`r${world.count()}`] },
      updateMask: { paths: ["resources"] },
    }),
  },
  "UserService/CreateUser": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: (world) => ({ user: { email: `u${world.count()}@acme.example`, role: "ROLE_AGENT" } }),
  },
  "UserService/GetUser": {
    roles: ROLES,
    open: "U P",
    kinds: "O O O O P",
    request: async (world, { role, userId }) => ({ id: role === "ADMIN" ? await world.user() : userId }),
  },
  "UserService/ListUsers": { roles: ["ADMIN"], open: "U P", kinds: "O O O O P", request: () => ({}) },
  "UserService/UpdateUser": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({
      user: { id: await world.user(), name: "Renamed" },
      updateMask: { paths: ["name"] },
    }),
  },
  "UserService/SetPassword": {
    roles: ROLES,
    open: "U P",
    kinds: "O P O P P",
    request: async (world, { role }) =>
      role === "ADMIN"
        ? { userId: await world.user(), newPassword: PASSWORD }
        : { currentPassword: PASSWORD, newPassword: PASSWORD },
  },
  "UserService/DeleteUser": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.user() }),
  },
  "ApiTokenService/CreateApiToken": {
    roles: ["ADMIN"],
    open: "U P",
    // A restricted credential hands out no more than it has, and these ask for all.
    kinds: "O P O P P",
    request: () => ({ apiToken: { description: "made" } }),
  },
  "ApiTokenService/GetApiToken": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.token() }),
  },
  "ApiTokenService/ListApiTokens": { roles: ["ADMIN"], open: "U P", kinds: "O O O O P", request: () => ({}) },
  "ApiTokenService/UpdateApiToken": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({
      apiToken: { id: await world.token(), description: "renamed" },
      updateMask: { paths: ["description"] },
    }),
  },
  "ApiTokenService/DeactivateApiToken": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.token() }),
  },
  "ApiTokenService/ReactivateApiToken": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.stoppedToken() }),
  },
  "ApiTokenService/DeleteApiToken": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.token() }),
  },
  "ApiTokenService/BatchDeleteApiTokens": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ ids: [await world.token(), await world.token()] }),
  },
  "OAuthClientService/CreateOAuthClient": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: () => ({ oauthClient: { name: "made", kind: "CLIENT_KIND_PUBLIC" } }),
  },
  "OAuthClientService/GetOAuthClient": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.client() }),
  },
  "OAuthClientService/ListOAuthClients": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: () => ({}),
  },
  "OAuthClientService/UpdateOAuthClient": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({
      oauthClient: { id: await world.client(), name: "Renamed" },
      updateMask: { paths: ["name"] },
    }),
  },
  "OAuthClientService/RotateOAuthClientSecret": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.client() }),
  },
  "OAuthClientService/RetireOAuthClientSecret": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.rotatedClient() }),
  },
  "OAuthClientService/EnableOAuthClient": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.disabledClient() }),
  },
  "OAuthClientService/DisableOAuthClient": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.client() }),
  },
  "OAuthClientService/DeleteOAuthClient": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.client() }),
  },
  "OAuthClientService/SetOAuthClientGlobal": {
    roles: [],
    open: "U O",
    kinds: "P P P P P",
    request: async (world) => ({ accountId: "acme", id: await world.client(), global: true }),
  },
  "AccessTokenService/CreateAccessToken": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ clientId: await world.client(), scopes: ["read"] }),
  },
  "AccessTokenService/GetAccessToken": {
    roles: ROLES,
    open: "U P",
    kinds: "O O O O P",
    request: async (world, { userId }) => ({ id: (await world.accessToken(userId)).id }),
  },
  "AccessTokenService/ListAccessTokens": {
    roles: ROLES,
    open: "U P",
    kinds: "O O O O P",
    request: () => ({}),
  },
  "AccessTokenService/FindToken": {
    roles: ROLES,
    open: "U P",
    kinds: "O O O O P",
    request: async (world, { userId }) => ({ value: (await world.accessToken(userId)).secret }),
  },
  "AccessTokenService/RevokeAccessToken": {
    roles: ROLES,
    open: "U P",
    kinds: "O P O P P",
    request: async (world, { userId }) => ({ id: (await world.accessToken(userId)).id }),
  },
  "AccessTokenService/BatchRevokeAccessTokens": {
    roles: ROLES,
    open: "U P",
    kinds: "O P O P P",
    request: async (world, { userId }) => ({ ids: [(await world.accessToken(userId)).id] }),
  },
  "AccessTokenService/GetCurrentAccessToken": {
    roles: ROLES,
    open: "U P",
    // Only an access token has a current one.
    kinds: "P P P P P",
    request: () => ({}),
  },
  "AccessTokenService/RevokeCurrentAccessToken": {
    roles: ROLES,
    open: "U P",
    kinds: "P P P P P",
    request: () => ({}),
  },
  "AuthenticationService/Authenticate": {
    roles: ["ADMIN", "AGENT"],
    open: "U P",
    kinds: "O P O P O",
    request: () => ({ authorization: "Bearer x" }),
  },
  "AccessPolicyService/CreateAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: (world) => ({ accessPolicy: { name: `p${world.count()}` } }),
  },
  "AccessPolicyService/GetAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.policy() }),
  },
  "AccessPolicyService/ListAccessPolicies": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: () => ({}),
  },
  "AccessPolicyService/UpdateAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({
      accessPolicy: { id: await world.policy(), description: "changed" },
      updateMask: { paths: ["description"] },
    }),
  },
  "AccessPolicyService/DeleteAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.policy() }),
  },
  "AccessPolicyService/ListAccessPolicyVersions": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.policy() }),
  },
  "AccessPolicyService/EnforceAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.policy(), version: 1 }),
  },
  "AccessPolicyService/DryRunAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.policy(), version: 1 }),
  },
  "AccessPolicyService/GetDryRunReport": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.policy() }),
  },
  "AccessPolicyService/TestAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.policy() }),
  },
  "AccessPolicyService/AttachAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.policy(), target: { apiTokenId: await world.token() } }),
  },
  "AccessPolicyService/DetachAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O P O P P",
    request: async (world) => ({ id: await world.policy(), target: { apiTokenId: await world.token() } }),
  },
  "AccessPolicyService/ListAccessPolicyAttachments": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ id: await world.policy() }),
  },
  "AccessPolicyService/ExplainAccess": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ credentialId: await world.token(), method: "GET", path: "/" }),
  },
  "AccessPolicyService/SuggestAccessPolicy": {
    roles: ["ADMIN"],
    open: "U P",
    kinds: "O O O O P",
    request: async (world) => ({ credentialId: await world.token() }),
  },
  "UsageService/GetUsage": { roles: ["ADMIN"], open: "U P", kinds: "O O O O P", request: () => ({}) },
  "AuthenticationService/AuthenticateStream": {
    roles: ["ADMIN", "AGENT"],
    open: "U P",
    kinds: "O P O P O",
    request: () => ({ checks: [{ id: 1, question: { authorization: "Bearer x" } }] }),
  },
  "AuthenticationService/WatchRevocations": {
    roles: ["ADMIN", "AGENT"],
    open: "U P",
    kinds: "O P O P O",
    request: () => ({}),
  },
  "AuthenticationService/ReportUses": {
    roles: ["ADMIN", "AGENT"],
    open: "U P",
    kinds: "O P O P O",
    request: () => ({ reporterId: randomUUID(), sequence: 1 }),
  },
  "OAuthService/Authorize": {
    roles: ROLES,
    open: "U P",
    // Consent is a person's, who is there: neither a token nor a session that may not.
    kinds: "O P P P P",
    request: async (world) => ({ request: await world.authorizationRequest() }),
  },
  "OAuthService/ApproveAuthorization": {
    roles: ROLES,
    open: "U P",
    kinds: "O P P P P",
    request: async (world) => ({ request: await world.authorizationRequest(), approved: true }),
  },
  "OAuthService/StartDeviceAuthorization": {
    roles: ROLES,
    open: "O O",
    kinds: "O O O O O",
    request: async (world) => ({
      accountId: "acme",
      client: await world.clientAuthentication(),
      scope: "read",
    }),
  },
  "OAuthService/GetDeviceAuthorization": {
    roles: ROLES,
    open: "U P",
    kinds: "O P P P P",
    request: async (world) => ({ userCode: await world.userCode() }),
  },
  "OAuthService/ApproveDevice": {
    roles: ROLES,
    open: "U P",
    kinds: "O P P P P",
    request: async (world) => ({ userCode: await world.userCode(), approved: true }),
  },
  "OAuthService/ExchangeToken": {
    roles: ROLES,
    open: "O O",
    kinds: "O O O O O",
    request: async (world) => ({
      accountId: "acme",
      client: await world.clientAuthentication(),
      grantType: "GRANT_TYPE_CLIENT_CREDENTIALS",
      scope: "read",
    }),
  },
  "OAuthService/RevokeToken": {
    roles: ROLES,
    open: "O O",
    kinds: "O O O O O",
    request: async (world) => ({ accountId: "acme", client: await world.clientAuthentication(), token: "x" }),
  },
  "OAuthService/IntrospectToken": {
    roles: ["ADMIN", "AGENT"],
    open: "O O",
    kinds: "O P O P O",
    request: async (world) => ({ accountId: "acme", client: await world.clientAuthentication(), token: "x" }),
  },
  "AuditService/ListAuditEvents": { roles: ["ADMIN"], open: "U P", kinds: "O O O O P", request: () => ({}) },
  "AuditService/WatchAuditEvents": { roles: ["ADMIN"], open: "U P", kinds: "O O O O P", request: () => ({}) },
};

const PASSWORD = "correct horse battery";
const STATUS_OF: Record<Mark, string> = { O: "OK", U: "UNAUTHENTICATED", P: "PERMISSION_DENIED" };

type Method = MethodDefinition<object, object>;

const METHODS = new Map(
  Object.entries(packageDefinition)
    .filter(([name]) => /^latchkey\.v1\.\w+Service$/.test(name))
    .flatMap(([name, service]) =>
      Object.entries(service as Record<string, Method>).map(([method, definition]): [string, Method] => [
        `${name.replace("latchkey.v1.", "")}/${method}`,
        definition,
      ]),
    ),
);

interface Answer {
  readonly code: string;
  readonly error: ServiceError | undefined;
}

/** Makes a call as anybody could: nothing but the contract and the metadata. A stream is read up to its first message. */
function call(client: Client, name: string, request: object, metadata: Metadata): Promise<Answer> {
  const { path, requestSerialize, responseDeserialize, responseStream } = METHODS.get(name) as Method;
  return new Promise((resolve) => {
    const end = (error: ServiceError | null) =>
      resolve({ code: status[error?.code ?? 0] as string, error: error ?? undefined });
    if (!responseStream) {
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, metadata, end);
      return;
    }
    const stream: ClientReadableStream<object> = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
    );
    stream.once("data", () => {
      end(null);
      stream.cancel();
    });
    stream.on("error", end);
  });
}

/** Two accounts with people of every role, and whatever a request needs, made past the wire. */
class World {
  readonly server: TestServer;
  readonly people = new Map<Role, User>();
  readonly #accountId: string;
  #count = 0;
  #admin!: User;

  constructor(server: TestServer, accountId: string) {
    this.server = server;
    this.#accountId = accountId;
  }

  async begin(): Promise<void> {
    const { adminUserId } = await this.server.signUp({ accountId: this.#accountId });
    const { store } = this.server.environment;
    await store.write(async (transaction) => {
      const rules = await transaction.get(settings, this.#accountId);
      const admin = await transaction.get(users, this.#accountId, adminUserId);
      if (rules === undefined || admin === undefined) throw new Error("The account is not there.");
      const open = { apiTokenAccess: true, oauthAccess: true, maxApiTokens: 2_048 };
      await transaction.put(settings, { ...rules, ...open });
      this.#admin = admin;
    });
    this.people.set("ADMIN", this.#admin);
    for (const role of ["AGENT", "END_USER"] as const) {
      const user = await this.#addUser(role);
      const withPassword = { ...user, passwordDigest: this.#admin.passwordDigest as string };
      await store.write((transaction) => transaction.put(users, withPassword));
      this.people.set(role, withPassword);
    }
  }

  /** A number that was not given out before. */
  count(): number {
    this.#count += 1;
    return this.#count;
  }

  /** The id of a new user. */
  async user(): Promise<string> {
    return (await this.#addUser("AGENT")).id;
  }

  /** The id of a new token. */
  async token(): Promise<string> {
    return (await this.#addToken([])).id;
  }

  /** The id of a new access policy. */
  async policy(): Promise<string> {
    const choices = { name: `p${this.count()}`, description: "", statements: [], testCases: [] };
    const input = { ...choices, requestId: "" };
    const { policy } = await createAccessPolicy(this.server.environment, await this.#context(), input);
    return policy.id;
  }

  /** The id of a new token that is deactivated. */
  async stoppedToken(): Promise<string> {
    const id = await this.token();
    const input = { id, etag: "", validateOnly: false };
    await deactivateApiToken(this.server.environment, await this.#context(), input);
    return id;
  }

  /** The id of a new confidential client. */
  async client(): Promise<string> {
    const input = { ...PLAIN_CLIENT, name: `Client ${this.count()}` };
    const { oauthClient } = await createOAuthClient(this.server.environment, await this.#context(), input);
    return oauthClient.client.id;
  }

  /** A new access token that acts for this user. */
  async accessToken(userId: string): Promise<{ id: string; secret: string }> {
    const { accessToken, secret } = await createAccessToken(this.server.environment, await this.#context(), {
      clientId: await this.client(),
      userId,
      scopes: ["read"],
      lifetimeSeconds: undefined,
      withRefreshToken: false,
      requestId: "",
    });
    return { id: accessToken.token.id, secret };
  }

  /** The id of a new access token that acts for somebody else. */
  async somebodysAccessToken(): Promise<string> {
    return (await this.accessToken(await this.user())).id;
  }

  /** The id of a new client with an old secret. */
  async rotatedClient(): Promise<string> {
    const id = await this.client();
    const input = { id, etag: "", overlapSeconds: 600 };
    await rotateOAuthClientSecret(this.server.environment, await this.#context(), input);
    return id;
  }

  /** The id of a new client that is disabled. */
  async disabledClient(): Promise<string> {
    const id = await this.client();
    await disableOAuthClient(this.server.environment, await this.#context(), { id, etag: "" });
    return id;
  }

  /** How a new client proves itself, which may do everything. */
  async clientAuthentication(): Promise<{ clientId: string; clientSecret: string }> {
    const { environment, clock } = this.server;
    const account = { id: this.#accountId, admin: { userId: this.#admin.id, email: this.#admin.email } };
    return (await putClient(environment, clock.now(), account)).authentication;
  }

  /** A request of a new client. */
  async authorizationRequest() {
    const { clientId } = await this.clientAuthentication();
    return { clientId, responseType: "code", scope: "read", redirectUri: REDIRECT_URI };
  }

  /** What a person types for a new device. */
  async userCode(): Promise<string> {
    const context = { ...(await this.#context()), caller: { kind: "ANONYMOUS" as const } };
    const input = { accountId: this.#accountId, client: await this.clientAuthentication(), scope: "read" };
    return (await startDeviceAuthorization(this.server.environment, context, input)).userCode;
  }

  /** The metadata of somebody new of this kind. */
  async credential(kind: Kind, role: Role): Promise<Metadata> {
    const user = this.people.get(role) as User;
    switch (kind) {
      case "none":
      case "operator":
        return new Metadata();
      case "garbage":
        return authorization("Bearer lks_000000000000000000000000000000000000");
      case "expired session":
        return bearer((await this.#session(user, [], 0)).secret);
      case "session":
        return bearer((await this.#session(user, [], 1)).secret);
      case "read-only session":
        return bearer((await this.#session(user, ["read"], 1)).secret);
      case "API token":
        return basic(user.email, (await this.#addToken([])).secret);
      case "API token `read`":
        return basic(user.email, (await this.#addToken(["read"])).secret);
      case "API token `authenticate`":
        return basic(user.email, (await this.#addToken(["authenticate"])).secret);
    }
  }

  async #session(user: User, scopes: readonly string[], lifetime: number) {
    const { environment, clock } = this.server;
    const secret = environment.newSecret("SESSION");
    const now = clock.now();
    const session = {
      id: environment.newId("ses", now),
      accountId: this.#accountId,
      userId: user.id,
      digest: environment.digest(secret),
      scopes,
      createTime: now,
      expireTime: now + lifetime,
    };
    await environment.store.write((transaction) => transaction.put(sessions, session));
    return { secret, id: session.id };
  }

  async #context() {
    const { id } = await this.#session(this.#admin, [], 1);
    return {
      caller: {
        kind: "SESSION" as const,
        accountId: this.#accountId,
        user: this.#admin,
        credentialId: id,
        scopes: [],
      },
      now: this.server.clock.now(),
      requestId: "",
      sourceIp: "",
    };
  }

  async #addUser(role: Role): Promise<User> {
    const email = `${role.toLowerCase()}${this.count()}@${this.#accountId}.example`;
    const input = { email, name: "", role, verified: true, suspended: false, password: "", requestId: "" };
    return createUser(this.server.environment, await this.#context(), input);
  }

  async #addToken(scopes: readonly string[]): Promise<{ id: string; secret: string }> {
    const input = { description: "", scopes, ipAllowList: [], requestId: "" };
    const { apiToken, secret } = await createApiToken(this.server.environment, await this.#context(), input);
    return { id: apiToken.token.id, secret };
  }
}

let server: TestServer;
let acme: World;
let other: World;

beforeAll(async () => {
  // Nothing is written but what is called for.
  server = await startServer({ foundations: { flushEveryMs: 3_600_000, sweepEveryMs: 3_600_000 } });
  acme = new World(server, "acme");
  other = new World(server, "globex");
  await acme.begin();
  await other.begin();
});
afterAll(() => server.stop());

test("every method of the contract has a row, and no other has", () => {
  expect(Object.keys(TABLE).sort()).toEqual([...METHODS.keys()].sort());
});

describe.each(Object.entries(TABLE))("%s", (name, row) => {
  const [none, operator] = row.open.split(" ") as [Mark, Mark];
  const marks = row.kinds.split(" ") as Mark[];
  const cells: [Kind, Role, Mark][] = [
    ["none", "ADMIN", none],
    ["garbage", "ADMIN", "U"],
    ["expired session", "ADMIN", "U"],
    ["operator", "ADMIN", operator],
    ...KINDS.slice(4).flatMap((kind, index) =>
      ROLES.map((role): [Kind, Role, Mark] => [
        kind,
        role,
        row.roles.includes(role) ? (marks[index] as Mark) : "P",
      ]),
    ),
  ];

  test.each(cells)("%s as %s: %s", async (kind, role, mark) => {
    const userId = acme.people.get(role)?.id ?? "";
    const request = await row.request(acme, { userId, role });
    const metadata = await acme.credential(kind, role);
    const position = server.environment.store.position();
    const { client } = kind === "operator" ? server.operator : server.calls;
    const { code, error } = await call(client, name, request, metadata);
    expect(code).toBe(STATUS_OF[mark]);
    if (mark === "O") return;
    // A denial of somebody known is one event, and nothing else.
    const told = server.environment.store.position() - position;
    expect(told).toBeLessThanOrEqual(mark === "P" && kind !== "none" && kind !== "operator" ? 1 : 0);
    const { reason } = detailsOf(error);
    const reasons =
      mark === "U"
        ? ["CREDENTIAL_INVALID"]
        : ["ROLE_INSUFFICIENT", "SCOPE_INSUFFICIENT", ...(kind === "none" ? ["SETUP_CODE_INVALID"] : [])];
    expect(reasons).toContain(reason);
  });
});

/** Every method that names something: the request with an id, and an id of another account. */
const NAMING: Record<string, { request: (id: string) => object; foreign: () => Promise<string> }> = {
  "AccessPolicyService/GetAccessPolicy": { request: (id) => ({ id }), foreign: () => other.policy() },
  "AccessPolicyService/UpdateAccessPolicy": {
    request: (id) => ({ accessPolicy: { id, description: "x" }, updateMask: { paths: ["description"] } }),
    foreign: () => other.policy(),
  },
  "AccessPolicyService/DeleteAccessPolicy": { request: (id) => ({ id }), foreign: () => other.policy() },
  "AccessPolicyService/ListAccessPolicyVersions": {
    request: (id) => ({ id }),
    foreign: () => other.policy(),
  },
  "AccessPolicyService/EnforceAccessPolicy": {
    request: (id) => ({ id, version: 1 }),
    foreign: () => other.policy(),
  },
  "AccessPolicyService/DryRunAccessPolicy": {
    request: (id) => ({ id, version: 1 }),
    foreign: () => other.policy(),
  },
  "AccessPolicyService/GetDryRunReport": { request: (id) => ({ id }), foreign: () => other.policy() },
  "AccessPolicyService/TestAccessPolicy": { request: (id) => ({ id }), foreign: () => other.policy() },
  "AccessPolicyService/AttachAccessPolicy": {
    request: (id) => ({ id, target: { role: "ROLE_AGENT" } }),
    foreign: () => other.policy(),
  },
  "AccessPolicyService/DetachAccessPolicy": {
    request: (id) => ({ id, target: { role: "ROLE_AGENT" } }),
    foreign: () => other.policy(),
  },
  "AccessPolicyService/ListAccessPolicyAttachments": {
    request: (id) => ({ id }),
    foreign: () => other.policy(),
  },
  "UserService/GetUser": { request: (id) => ({ id }), foreign: () => other.user() },
  "UserService/UpdateUser": {
    request: (id) => ({ user: { id, name: "x" }, updateMask: { paths: ["name"] } }),
    foreign: () => other.user(),
  },
  "UserService/SetPassword": {
    request: (userId) => ({ userId, newPassword: PASSWORD }),
    foreign: () => other.user(),
  },
  "UserService/DeleteUser": { request: (id) => ({ id }), foreign: () => other.user() },
  "ApiTokenService/CreateApiToken": {
    request: (boundUserId) => ({ apiToken: { boundUserId } }),
    foreign: () => other.user(),
  },
  "ApiTokenService/GetApiToken": { request: (id) => ({ id }), foreign: () => other.token() },
  "ApiTokenService/UpdateApiToken": {
    request: (id) => ({ apiToken: { id, description: "x" }, updateMask: { paths: ["description"] } }),
    foreign: () => other.token(),
  },
  "ApiTokenService/DeactivateApiToken": { request: (id) => ({ id }), foreign: () => other.token() },
  "ApiTokenService/ReactivateApiToken": { request: (id) => ({ id }), foreign: () => other.stoppedToken() },
  "ApiTokenService/DeleteApiToken": { request: (id) => ({ id }), foreign: () => other.token() },
  "ApiTokenService/BatchDeleteApiTokens": { request: (id) => ({ ids: [id] }), foreign: () => other.token() },
  "AccessTokenService/CreateAccessToken": {
    request: (clientId) => ({ clientId, scopes: ["read"] }),
    foreign: () => other.client(),
  },
  "AccessTokenService/GetAccessToken": {
    request: (id) => ({ id }),
    foreign: () => other.somebodysAccessToken(),
  },
  "AccessTokenService/ListAccessTokens": {
    request: (clientId) => ({ clientId }),
    foreign: () => other.client(),
  },
  "AccessTokenService/RevokeAccessToken": {
    request: (id) => ({ id }),
    foreign: () => other.somebodysAccessToken(),
  },
  "AccessTokenService/BatchRevokeAccessTokens": {
    request: (id) => ({ ids: [id] }),
    foreign: () => other.somebodysAccessToken(),
  },
  "OAuthClientService/GetOAuthClient": { request: (id) => ({ id }), foreign: () => other.client() },
  "OAuthClientService/UpdateOAuthClient": {
    request: (id) => ({ oauthClient: { id, name: "x" }, updateMask: { paths: ["name"] } }),
    foreign: () => other.client(),
  },
  "OAuthClientService/RotateOAuthClientSecret": { request: (id) => ({ id }), foreign: () => other.client() },
  "OAuthClientService/RetireOAuthClientSecret": {
    request: (id) => ({ id }),
    foreign: () => other.rotatedClient(),
  },
  "OAuthClientService/EnableOAuthClient": {
    request: (id) => ({ id }),
    foreign: () => other.disabledClient(),
  },
  "OAuthClientService/DisableOAuthClient": { request: (id) => ({ id }), foreign: () => other.client() },
  "OAuthClientService/DeleteOAuthClient": { request: (id) => ({ id }), foreign: () => other.client() },
};

describe("another account's id cannot be told from one that is nobody's", () => {
  test("every request with an id is tried", () => {
    const naming = [...METHODS].filter(([name, { requestType }]) => {
      const { field } = requestType.type as { field: { name: string }[] };
      // What is new names nobody, and the operator no credential of an account.
      if (/\/(CreateUser|CreateAccessPolicy|CreateOAuthClient|SetOAuthClientGlobal)$/.test(name))
        return false;
      return field.some((one) => /^(id|ids|userId|user|apiToken|oauthClient|accessPolicy)$/.test(one.name));
    });
    expect(naming.map(([name]) => name).sort()).toEqual(Object.keys(NAMING).sort());
  });

  const kinds = ["session", "API token"] as const;
  test.each(Object.entries(NAMING).flatMap(([name, row]) => kinds.map((kind) => [name, kind, row] as const)))(
    "%s with %s",
    async (name, kind, { request, foreign }) => {
      const metadata = await acme.credential(kind, "ADMIN");
      const hidden = await foreign();
      const absent = hidden.slice(0, 4) + hidden.slice(4).split("").reverse().join("");
      const position = server.environment.store.position();
      const [one, two] = [
        await call(server.calls.client, name, request(hidden), metadata),
        await call(server.calls.client, name, request(absent), metadata),
      ];
      expect(one.code).toBe(name === "ApiTokenService/CreateApiToken" ? "INVALID_ARGUMENT" : "NOT_FOUND");
      expect(tellingOf(one, hidden)).toEqual(tellingOf(two, absent));
      expect(server.environment.store.position()).toBe(position);
    },
  );

  test.each(["AGENT", "END_USER"] as const)("for a person who is %s, nor are colleagues", async (role) => {
    const metadata = await acme.credential("session", role);
    const names = {
      "UserService/GetUser": "user",
      "UserService/SetPassword": "user",
      "AccessTokenService/GetAccessToken": "somebodysAccessToken",
      "AccessTokenService/RevokeAccessToken": "somebodysAccessToken",
      "AccessTokenService/BatchRevokeAccessTokens": "somebodysAccessToken",
    } as const;
    for (const [name, thing] of Object.entries(names)) {
      const tellings: unknown[] = [];
      const mine = await acme[thing]();
      for (const id of [mine, await other[thing](), `${mine.slice(0, 4)}${"0".repeat(26)}`]) {
        const { request } = NAMING[name] as { request: (id: string) => object };
        const answer = await call(server.calls.client, name, request(id), metadata);
        expect(answer.code).toBe("NOT_FOUND");
        tellings.push(tellingOf(answer, id));
      }
      expect(tellings[1]).toEqual(tellings[0]);
      expect(tellings[2]).toEqual(tellings[0]);
    }
  });

  test("an account's id is no more telling", async () => {
    const metadata = await acme.credential("session", "ADMIN");
    const tellings: unknown[] = [];
    for (const accountId of ["globex", "hoolis"]) {
      const answer = await call(server.calls.client, "AccountService/GetAccount", { accountId }, metadata);
      expect(answer.code).toBe("NOT_FOUND");
      tellings.push(tellingOf(answer, accountId));
    }
    expect(tellings[1]).toEqual(tellings[0]);
  });

  test("a credential of one account is nobody's to the other, be it good or not", async () => {
    const metadata = await acme.credential("API token `authenticate`", "ADMIN");
    const foreign = (await other.credential("API token", "ADMIN")).get("authorization")[0] as string;
    const ask = (asked: string) =>
      server.calls.authentication.Authenticate({ authorization: asked }, metadata);
    const answer = await ask(foreign);
    expect(answer).toEqual(await ask("Bearer nobody"));
    expect(answer.authenticated).toBe(false);
  });
});

/** All that an answer tells, apart from the id that was asked for and the request's own. */
function tellingOf({ code, error }: Answer, id: string): unknown {
  const strip = (text: string) => text.replaceAll(id, "ID").replaceAll(/req_[0-9a-z]{26}/g, "REQUEST");
  const details = error?.metadata.get("grpc-status-details-bin")[0] as Buffer;
  return [code, strip(error?.details ?? ""), strip(details.toString("latin1"))];
}
