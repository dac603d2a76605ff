import { randomUUID } from "node:crypto";
import {
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  status,
} from "@grpc/grpc-js";
import type { AccessToken } from "../../proto/gen/latchkey/v1/AccessToken.js";
import type { AccountServiceHandlers } from "../../proto/gen/latchkey/v1/AccountService.js";
import type { ApiToken } from "../../proto/gen/latchkey/v1/ApiToken.js";
import type { ApiTokenServiceHandlers } from "../../proto/gen/latchkey/v1/ApiTokenService.js";
import type { AuditEvent } from "../../proto/gen/latchkey/v1/AuditEvent.js";
import type { AuditServiceHandlers } from "../../proto/gen/latchkey/v1/AuditService.js";
import type { AuthenticationServiceHandlers } from "../../proto/gen/latchkey/v1/AuthenticationService.js";
import type { HourlyUsage } from "../../proto/gen/latchkey/v1/HourlyUsage.js";
import type { OAuthClient } from "../../proto/gen/latchkey/v1/OAuthClient.js";
import type { SessionServiceHandlers } from "../../proto/gen/latchkey/v1/SessionService.js";
import type { Settings } from "../../proto/gen/latchkey/v1/Settings.js";
import type { SettingsServiceHandlers } from "../../proto/gen/latchkey/v1/SettingsService.js";
import type { User } from "../../proto/gen/latchkey/v1/User.js";
import type { UserServiceHandlers } from "../../proto/gen/latchkey/v1/UserService.js";
import type { WatchAuditEventsResponse } from "../../proto/gen/latchkey/v1/WatchAuditEventsResponse.js";
import { contract } from "../../proto/load.js";
import { accessTokenHandlers, deviceHandlers, type FakeDevice, oauthClientHandlers } from "./fake-oauth.js";

/** A refusal as the server sends it: a status, a reason, and details. */
export type Refusal = {
  code: keyof typeof status;
  reason: string;
  message?: string;
  fields?: { field: string; description: string }[];
  retrySeconds?: number;
  metadata?: Record<string, string>;
};

/** Thrown in a handler of the fake server to refuse a call. */
export class Refused extends Error {
  /** Makes the error of a refusal. */
  constructor(readonly refusal: Refusal) {
    super(refusal.message ?? refusal.reason);
  }
}

/** What the fake server remembers; tests may reach in. */
export type FakeState = {
  setupRequired: boolean;
  setupCode: string;
  account: { id: string; displayName: string };
  settings: Settings;
  users: Map<string, User & { password?: string }>;
  apiTokens: Map<string, ApiToken>;
  oauthClients: Map<string, OAuthClient>;
  accessTokens: Map<string, AccessToken>;
  /** The ids of tokens by their values, for those that can be found by it. */
  values: Map<string, string>;
  /** The devices that wait, by their codes in capitals and without a hyphen; and what they were answered. */
  devices: Map<string, FakeDevice>;
  answers: { userCode: string; approved: boolean }[];
  events: AuditEvent[];
  usage: HourlyUsage[];
  sessions: Map<string, string>;
  /** Refuses the next call of a method, such as `CreateApiToken`, this once. */
  refuse: Map<string, Refusal>;
  /** The names of the methods called so far. */
  calls: string[];
  /** The `authorization` metadata of the last call. */
  authorization: string;
};

/** The fake server, running. */
export type FakeServer = {
  address: string;
  state: FakeState;
  stop: () => Promise<void>;
  restart: () => Promise<void>;
};

const PAGE_SIZE = 50;

type Watcher = ServerWritableStream<unknown, WatchAuditEventsResponse>;

/** Starts a server in this process that keeps everything in memory and is just true enough to the contract. */
export async function startFakeServer(changes: Partial<FakeState> = {}): Promise<FakeServer> {
  const state: FakeState = { ...emptyState(), ...changes };
  const watchers = new Set<Watcher>();
  let server = await listen(state, watchers, "127.0.0.1:0");
  const stop = async () => {
    for (const watcher of watchers) watcher.destroy();
    watchers.clear();
    server.server.forceShutdown();
  };
  return {
    address: server.address,
    state,
    stop,
    restart: async () => {
      server = await listen(state, watchers, server.address);
    },
  };
}

/** A fake server's state before anybody came. */
function emptyState(): FakeState {
  return {
    setupRequired: true,
    setupCode: "SETUP-CODE",
    account: { id: "", displayName: "" },
    settings: {
      apiTokenAccess: false,
      oauthAccess: false,
      maxApiTokens: 256,
      authorizationCodeLifetimeSeconds: 120,
      accessTokenLifetimeSeconds: 1800,
      refreshTokenLifetimeSeconds: 2_592_000,
      inactivityPolicy: { enabled: false, deactivateAfterDays: 30, purgeAfterDays: 60 },
      resources: [],
      ipAllowList: [],
      etag: "1",
      updateTime: stamp(),
    },
    users: new Map(),
    apiTokens: new Map(),
    oauthClients: new Map(),
    accessTokens: new Map(),
    values: new Map(),
    devices: new Map(),
    answers: [],
    usage: [],
    events: [],
    sessions: new Map(),
    refuse: new Map(),
    calls: [],
    authorization: "",
  };
}

/** The wire form of a moment, now unless told. */
export function stamp(time = Date.now()): { seconds: number; nanos: number } {
  return { seconds: Math.floor(time / 1000), nanos: (time % 1000) * 1e6 };
}

let counter = 0;

/** A new id in the order of time, as the server makes them. */
export function makeId(prefix: string): string {
  counter += 1;
  return `${prefix}_${Date.now().toString(36).padStart(10, "0")}${String(counter).padStart(16, "0")}`;
}

async function listen(state: FakeState, watchers: Set<Watcher>, address: string) {
  const server = new Server();
  const v1 = contract.latchkey.v1;
  const unary = makeUnary(state);
  const record = (event: AuditEvent) => {
    const made = {
      id: makeId("evt"),
      createTime: stamp(),
      requestId: randomUUID(),
      sourceIp: "127.0.0.1",
      ...event,
    };
    state.events.unshift(made);
    for (const watcher of watchers) watcher.write({ auditEvent: made });
  };
  server.addService(v1.AccountService.service, accountHandlers(state, unary, record));
  server.addService(v1.SessionService.service, sessionHandlers(state, unary, record));
  server.addService(v1.SettingsService.service, settingsHandlers(state, unary, record));
  server.addService(v1.UserService.service, userHandlers(state, unary, record));
  server.addService(v1.ApiTokenService.service, apiTokenHandlers(state, unary, record));
  server.addService(v1.OAuthClientService.service, oauthClientHandlers(state, unary, record));
  server.addService(v1.AccessTokenService.service, accessTokenHandlers(state, unary, record));
  // The other methods of OAuth are not a person's: they answer that they are not there.
  server.addService(v1.OAuthService.service, { ...deviceHandlers(state, unary) });
  server.addService(v1.AuthenticationService.service, authenticationHandlers(state, unary));
  server.addService(v1.UsageService.service, { GetUsage: unary("GetUsage", () => ({ hours: state.usage })) });
  server.addService(v1.AuditService.service, auditHandlers(state, unary, watchers));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { server, address: `127.0.0.1:${port}` };
}

/** Makes a handler of what a method answers. */
export type Unary = <Request, Answer>(
  name: string,
  answer: (request: Request, call: ServerUnaryCall<Request, Answer>) => Answer,
) => handleUnaryCall<Request, Answer>;
/** Writes an event into the audit log. */
export type Note = (event: AuditEvent) => void;

function makeUnary(state: FakeState): Unary {
  return (name, answer) => (call, callback) => {
    state.calls.push(name);
    state.authorization = String(call.metadata.get("authorization")[0] ?? "");
    try {
      const wanted = state.refuse.get(name);
      state.refuse.delete(name);
      if (wanted !== undefined) throw new Refused(wanted);
      callback(null, answer(call.request, call));
    } catch (cause) {
      const unexpected: Refusal = { code: "INTERNAL", reason: "INTERNAL" };
      const refusal = cause instanceof Refused ? cause.refusal : unexpected;
      const metadata = new Metadata();
      metadata.set("grpc-status-details-bin", encodeRefusal(refusal));
      callback({ code: status[refusal.code], details: refusal.message ?? refusal.reason, metadata });
    }
  };
}

/** The details trailer of a refusal. */
function encodeRefusal(refusal: Refusal): Buffer {
  const { rpc } = contract.google;
  const pack = (name: string, value: Buffer) => ({
    type_url: `type.googleapis.com/google.rpc.${name}`,
    value,
  });
  const details = [
    pack(
      "ErrorInfo",
      rpc.ErrorInfo.serialize({
        reason: refusal.reason,
        domain: "latchkey.dev",
        metadata: refusal.metadata ?? {},
      }),
    ),
    pack("RequestInfo", rpc.RequestInfo.serialize({ requestId: "req-1" })),
  ];
  if (refusal.fields !== undefined)
    details.push(pack("BadRequest", rpc.BadRequest.serialize({ fieldViolations: refusal.fields })));
  if (refusal.retrySeconds !== undefined)
    details.push(
      pack("RetryInfo", rpc.RetryInfo.serialize({ retryDelay: { seconds: refusal.retrySeconds, nanos: 0 } })),
    );
  return rpc.Status.serialize({ code: status[refusal.code], message: refusal.message ?? "", details });
}

/** Who is signed in with the session of a call; refuses it otherwise. */
export function signedIn(state: FakeState, call: { metadata: Metadata }): User {
  const authorization = String(call.metadata.get("authorization")[0] ?? "");
  const user = state.users.get(state.sessions.get(authorization.replace("Bearer ", "")) ?? "");
  if (user === undefined) throw new Refused({ code: "UNAUTHENTICATED", reason: "CREDENTIAL_INVALID" });
  return user;
}

/** One page of the items, as a request asks for it. */
export function paged<Item>(items: Item[], request: { pageSize?: number; pageToken?: string }) {
  const from = Number(request.pageToken || 0);
  const to = from + (request.pageSize || PAGE_SIZE);
  return { page: items.slice(from, to), nextPageToken: to < items.length ? String(to) : "" };
}

/** Who a user is in the audit log. */
export function actorOf(user: User) {
  return { kind: "ACTOR_KIND_SESSION" as const, userId: user.id ?? "", email: user.email ?? "" };
}

function startSession(state: FakeState, userId: string): string {
  const token = `lks_${randomUUID()}`;
  state.sessions.set(token, userId);
  return token;
}

/** Adds a user to the fake server, an administrator who can sign in unless told otherwise. */
export function addUser(state: FakeState, changes: Partial<User> & { password?: string }): User {
  const user = {
    id: makeId("usr"),
    email: "ada@example.com",
    name: "Ada",
    role: "ROLE_ADMIN" as const,
    verified: true,
    suspended: false,
    hasPassword: true,
    etag: "1",
    createTime: stamp(),
    updateTime: stamp(),
    ...changes,
  };
  state.users.set(user.id, user);
  return user;
}

/** Adds an API token to the fake server. */
export function addApiToken(state: FakeState, changes: Partial<ApiToken> = {}): ApiToken {
  const token = {
    id: makeId("tok"),
    description: "",
    secretHint: "lka_AAAAAA…",
    state: "API_TOKEN_STATE_ACTIVE" as const,
    creatorEmail: "ada@example.com",
    createTime: stamp(),
    updateTime: stamp(),
    etag: "1",
    ...changes,
  };
  state.apiTokens.set(token.id, token);
  return token;
}

function accountHandlers(state: FakeState, unary: Unary, record: Note): AccountServiceHandlers {
  return {
    CreateAccount: unary("CreateAccount", (request) => {
      if (request.setupCode !== state.setupCode)
        throw new Refused({ code: "PERMISSION_DENIED", reason: "SETUP_CODE_INVALID" });
      state.setupRequired = false;
      state.account = { id: request.accountId, displayName: request.displayName };
      const user = addUser(state, {
        email: request.adminEmail,
        name: request.adminName || request.adminEmail,
        password: request.adminPassword,
      });
      record({
        action: "account.create",
        resourceType: "account",
        resourceId: request.accountId,
        actor: actorOf(user),
      });
      return {
        account: { ...state.account, createTime: stamp() },
        adminUserId: user.id ?? "",
        sessionToken: startSession(state, user.id ?? ""),
      };
    }),
    GetAccount: unary("GetAccount", () => ({ account: { ...state.account, createTime: stamp() } })),
    ListAccounts: unary("ListAccounts", () => ({ accounts: [{ ...state.account, createTime: stamp() }] })),
    GetSetupState: unary("GetSetupState", () => ({ setupRequired: state.setupRequired })),
  };
}

function sessionHandlers(state: FakeState, unary: Unary, record: Note): SessionServiceHandlers {
  const session = (userId: string) => ({ id: "ses_1", userId, createTime: stamp(), expireTime: stamp() });
  return {
    SignIn: unary("SignIn", (request) => {
      const user = [...state.users.values()].find(({ email }) => email === request.email);
      if (user === undefined || user.password !== request.password)
        throw new Refused({ code: "UNAUTHENTICATED", reason: "SIGN_IN_REFUSED" });
      record({
        action: "session.sign_in",
        resourceType: "session",
        resourceId: "ses_1",
        actor: actorOf(user),
      });
      return { sessionToken: startSession(state, user.id ?? ""), session: session(user.id ?? "") };
    }),
    SignOut: unary("SignOut", () => ({})),
    GetSession: unary("GetSession", (_request, call) => {
      const user = signedIn(state, call);
      return {
        session: session(user.id ?? ""),
        accountId: state.account.id,
        accountDisplayName: state.account.displayName,
        email: user.email ?? "",
        name: user.name ?? "",
        role: user.role ?? "ROLE_ADMIN",
      };
    }),
  };
}

function settingsHandlers(state: FakeState, unary: Unary, record: Note): SettingsServiceHandlers {
  return {
    GetSettings: unary("GetSettings", (_request, call) => {
      signedIn(state, call);
      return { settings: state.settings };
    }),
    UpdateSettings: unary("UpdateSettings", (request, call) => {
      const user = signedIn(state, call);
      const asked = request.settings;
      if (asked === null) throw new Refused({ code: "INVALID_ARGUMENT", reason: "FIELD_INVALID" });
      if (asked.etag !== "" && asked.etag !== state.settings.etag)
        throw new Refused({ code: "ABORTED", reason: "ETAG_MISMATCH" });
      const changed: Settings = {
        ...state.settings,
        inactivityPolicy: { ...state.settings.inactivityPolicy },
      };
      for (const path of request.updateMask?.paths ?? []) {
        const [outer, inner] = path.split(".").map(camel);
        const into = (inner === undefined ? changed : changed.inactivityPolicy) as Record<string, unknown>;
        const from = (inner === undefined ? asked : asked.inactivityPolicy) as unknown as Record<
          string,
          unknown
        >;
        into[inner ?? outer ?? ""] = from[inner ?? outer ?? ""];
      }
      if (changed.authorizationCodeLifetimeSeconds === 1)
        throw new Refused({
          code: "INVALID_ARGUMENT",
          reason: "FIELD_INVALID",
          fields: [
            { field: "settings.authorization_code_lifetime_seconds", description: "must be 30 to 600" },
          ],
        });
      state.settings = { ...changed, etag: `${Number(changed.etag) + 1}`, updateTime: stamp() };
      const changes = (request.updateMask?.paths ?? []).map((field) => ({ field, before: "?", after: "!" }));
      record({ action: "settings.update", resourceType: "settings", actor: actorOf(user), changes });
      return { settings: state.settings };
    }),
  };
}

function camel(path: string): string {
  return path.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The item with the fields of the mask changed; refuses it when the etag is another. */
export function changeFields<Item extends { etag?: string }>(
  item: Item,
  asked: Record<string, unknown>,
  paths: string[],
): Item {
  if (asked["etag"] !== "" && asked["etag"] !== item.etag)
    throw new Refused({ code: "ABORTED", reason: "ETAG_MISMATCH" });
  const changes = Object.fromEntries(paths.map((path) => [camel(path), asked[camel(path)]]));
  return { ...item, ...changes, etag: `${Number(item.etag) + 1}`, updateTime: stamp() };
}

/** The item with this id; refuses the call when there is none. */
export function found<Item>(items: Map<string, Item>, id: string): Item {
  const item = items.get(id);
  if (item === undefined) throw new Refused({ code: "NOT_FOUND", reason: "RESOURCE_NOT_FOUND" });
  return item;
}

function userHandlers(state: FakeState, unary: Unary, record: Note): UserServiceHandlers {
  const note = (action: string, user: User, by: User) =>
    record({
      action,
      resourceType: "user",
      resourceId: user.id ?? "",
      resourceLabel: user.email ?? "",
      actor: actorOf(by),
    });
  return {
    CreateUser: unary("CreateUser", (request, call) => {
      const by = signedIn(state, call);
      const { id: _id, etag: _etag, createTime: _create, updateTime: _update, ...asked } = request.user ?? {};
      const user = addUser(state, {
        ...asked,
        password: request.password,
        hasPassword: request.password !== "",
      } as User);
      note("user.create", user, by);
      return { user };
    }),
    GetUser: unary("GetUser", (request) => ({ user: found(state.users, request.id) })),
    ListUsers: unary("ListUsers", (request, call) => {
      signedIn(state, call);
      const wanted = /^email = "(.*)"$/.exec(request.filter)?.[1];
      const users = [...state.users.values()].filter(({ email }) => wanted === undefined || email === wanted);
      const { page, nextPageToken } = paged(users, request);
      return { users: page, nextPageToken, totalSize: state.users.size };
    }),
    UpdateUser: unary("UpdateUser", (request, call) => {
      const by = signedIn(state, call);
      const asked = request.user as unknown as Record<string, unknown>;
      const user = changeFields(
        found(state.users, String(asked["id"])),
        asked,
        request.updateMask?.paths ?? [],
      );
      state.users.set(user.id ?? "", user);
      note("user.update", user, by);
      return { user, endedSessions: 0 };
    }),
    SetPassword: unary("SetPassword", (request, call) => {
      const by = signedIn(state, call);
      const user = found(state.users, request.userId || (by.id ?? ""));
      if (request.userId === "" && user.password !== request.currentPassword)
        throw new Refused({ code: "UNAUTHENTICATED", reason: "SIGN_IN_REFUSED" });
      user.password = request.newPassword;
      note("user.set_password", user, by);
      return { user, endedSessions: 1 };
    }),
    DeleteUser: unary("DeleteUser", (request, call) => {
      const by = signedIn(state, call);
      const user = found(state.users, request.id);
      if (!request.validateOnly) {
        state.users.delete(request.id);
        note("user.delete", user, by);
      }
      return { endedSessions: 2, unusableApiTokens: 1, endedAccessTokens: 0 };
    }),
  };
}

function apiTokenHandlers(state: FakeState, unary: Unary, record: Note): ApiTokenServiceHandlers {
  const admit = (call: { metadata: Metadata }): User => {
    const user = signedIn(state, call);
    if (!state.settings.apiTokenAccess)
      throw new Refused({ code: "FAILED_PRECONDITION", reason: "API_TOKEN_ACCESS_OFF" });
    return user;
  };
  const note = (action: string, token: ApiToken, by: User) =>
    record({
      action: `api_token.${action}`,
      resourceType: "api_token",
      resourceId: token.id ?? "",
      resourceLabel: token.description ?? "",
      actor: actorOf(by),
    });
  const put = (token: ApiToken): ApiToken => {
    state.apiTokens.set(token.id ?? "", token);
    return token;
  };
  return {
    CreateApiToken: unary("CreateApiToken", (request, call) => {
      const by = admit(call);
      const {
        id: _id,
        etag: _etag,
        state: _state,
        createTime: _create,
        updateTime: _update,
        ...asked
      } = request.apiToken ?? {};
      const secret = `lka_${randomUUID().replaceAll("-", "")}ABCD`;
      const apiToken = addApiToken(state, {
        ...(asked as ApiToken),
        secretHint: `${secret.slice(0, 10)}…`,
        creatorEmail: by.email ?? "",
        creatorUserId: by.id ?? "",
      });
      note("create", apiToken, by);
      return { apiToken, secret };
    }),
    GetApiToken: unary("GetApiToken", (request) => ({ apiToken: found(state.apiTokens, request.id) })),
    ListApiTokens: unary("ListApiTokens", (request, call) => {
      admit(call);
      const { page, nextPageToken } = paged([...state.apiTokens.values()], request);
      return { apiTokens: page, nextPageToken, totalSize: state.apiTokens.size, maxSize: 256 };
    }),
    UpdateApiToken: unary("UpdateApiToken", (request, call) => {
      const by = admit(call);
      const asked = request.apiToken as unknown as Record<string, unknown>;
      const token = found(state.apiTokens, String(asked["id"]));
      const apiToken = put(changeFields(token, asked, request.updateMask?.paths ?? []));
      note("update", apiToken, by);
      return { apiToken };
    }),
    DeactivateApiToken: unary("DeactivateApiToken", (request, call) => {
      const by = admit(call);
      const token = changeFields(found(state.apiTokens, request.id), { etag: request.etag }, []);
      const apiToken = put({
        ...token,
        state: "API_TOKEN_STATE_DEACTIVATED",
        deactivationCause: "DEACTIVATION_CAUSE_MANUAL",
        deactivateTime: stamp(),
      });
      note("deactivate", apiToken, by);
      return { apiToken };
    }),
    ReactivateApiToken: unary("ReactivateApiToken", (request, call) => {
      const by = admit(call);
      const token = changeFields(found(state.apiTokens, request.id), { etag: request.etag }, []);
      const apiToken = put({ ...token, state: "API_TOKEN_STATE_ACTIVE", deactivateTime: null });
      note("reactivate", apiToken, by);
      return { apiToken };
    }),
    DeleteApiToken: unary("DeleteApiToken", (request, call) => {
      const by = admit(call);
      const apiToken = found(state.apiTokens, request.id);
      if (!request.validateOnly) {
        state.apiTokens.delete(request.id);
        note("delete", apiToken, by);
      }
      return { apiToken };
    }),
    BatchDeleteApiTokens: unary("BatchDeleteApiTokens", (request) => ({
      apiTokens: request.ids.map((id) => found(state.apiTokens, id)),
    })),
  };
}

function authenticationHandlers(state: FakeState, unary: Unary): AuthenticationServiceHandlers {
  return {
    Authenticate: unary("Authenticate", (request) => {
      if (request.authorization === "")
        return { authenticated: false, reason: "DECISION_REASON_NOT_AUTHENTICATED" };
      const user = [...state.users.values()][0];
      return {
        authenticated: true,
        allowed: true,
        accountId: state.account.id,
        principal: { userId: user?.id ?? "", email: user?.email ?? "", role: user?.role ?? "ROLE_ADMIN" },
        credentialKind: "CREDENTIAL_KIND_API_TOKEN",
        credentialId: "tok_1",
      };
    }),
    // Nobody in front of a terminal asks for these.
    AuthenticateStream: (call) => call.end(),
    WatchRevocations: (call) => call.end(),
    ReportUses: unary("ReportUses", () => ({ alreadyCounted: false })),
  };
}

function auditHandlers(state: FakeState, unary: Unary, watchers: Set<Watcher>): AuditServiceHandlers {
  return {
    ListAuditEvents: unary("ListAuditEvents", (request, call) => {
      signedIn(state, call);
      // Of filters it knows only those that name actions, or the thing that was acted on.
      const actions = [...(request.filter ?? "").matchAll(/action = "([^"]+)"/g)].map(([, action]) => action);
      const ids = [...(request.filter ?? "").matchAll(/resource_id = "([^"]+)"/g)].map(([, id]) => id);
      const events = state.events.filter(
        ({ action, resourceId }) =>
          (actions.length === 0 || actions.includes(action)) &&
          (ids.length === 0 || ids.includes(resourceId)),
      );
      const { page, nextPageToken } = paged(events, request);
      return { auditEvents: page, nextPageToken };
    }),
    WatchAuditEvents: (call) => {
      state.calls.push("WatchAuditEvents");
      try {
        signedIn(state, call);
      } catch {
        const metadata = new Metadata();
        metadata.set(
          "grpc-status-details-bin",
          encodeRefusal({ code: "UNAUTHENTICATED", reason: "CREDENTIAL_INVALID" }),
        );
        call.emit("error", { code: status.UNAUTHENTICATED, details: "", metadata });
        return;
      }
      watchers.add(call);
      call.on("close", () => watchers.delete(call));
      call.on("cancelled", () => watchers.delete(call));
      call.write({});
      const at = state.events.findIndex(({ id }) => id === call.request.afterId);
      for (const auditEvent of state.events.slice(0, Math.max(0, at)).reverse()) call.write({ auditEvent });
    },
  };
}
