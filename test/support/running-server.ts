import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ChannelCredentials,
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceDefinition,
  type ServiceError,
} from "@grpc/grpc-js";
import type { MethodDefinition } from "@grpc/proto-loader";
import type { AuthenticateStreamRequest } from "../../proto/gen/latchkey/v1/AuthenticateStreamRequest.js";
import type { AuthenticateStreamResponse__Output } from "../../proto/gen/latchkey/v1/AuthenticateStreamResponse.js";
import type { WatchAuditEventsRequest } from "../../proto/gen/latchkey/v1/WatchAuditEventsRequest.js";
import type { WatchAuditEventsResponse__Output } from "../../proto/gen/latchkey/v1/WatchAuditEventsResponse.js";
import type { WatchRevocationsRequest } from "../../proto/gen/latchkey/v1/WatchRevocationsRequest.js";
import type { WatchRevocationsResponse__Output } from "../../proto/gen/latchkey/v1/WatchRevocationsResponse.js";
import { contract } from "../../proto/load.js";
import { readConfig } from "../../server/config.js";
import type { Instant } from "../../server/domain/instants.js";
import { type Foundations, start } from "../../server/start.js";
import { openLog } from "../../server/system/log.js";

/** A clock that stands still until it is moved. */
class StandingClock {
  #now: Instant = Date.parse("2026-11-01T08:00:00Z");

  /** The instant it shows. */
  readonly now = (): Instant => this.#now;

  /** Moves it on. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** How the server is to be; the rest is as in production. */
export interface ServerOptions {
  /** "memory" unless told otherwise. */
  engine?: "memory" | "level";
  /** By the machine's clock; by one that stands still unless told otherwise. */
  clock?: "system";
  /** A directory that outlives the server; a temporary one, removed on stop, unless told otherwise. */
  dataDirectory?: string;
  /** Further flags. */
  flags?: readonly string[];
  foundations?: Partial<Foundations>;
}

/** The unary calls of a service by name: answers, or rejects with grpc-js's ServiceError. */
export type Calls<Service> = {
  [Name in keyof Service as string extends Name ? never : Name]: Service[Name] extends MethodDefinition<
    infer Request,
    infer _,
    infer __,
    infer Answer
  >
    ? (request: Request, metadata?: Metadata) => Promise<Answer>
    : never;
};

/** All unary calls of the contract, over one connection. */
export type ContractCalls = ReturnType<typeof connectTo>;

/** Who to make an account for. */
export interface SignUp {
  accountId?: string;
  displayName?: string;
  adminEmail?: string;
  adminPassword?: string;
}

/** An account, and its administrator's session. */
export interface SignedUp {
  accountId: string;
  adminUserId: string;
  adminEmail: string;
  adminPassword: string;
  sessionToken: string;
  /** Carries the session. */
  metadata: Metadata;
}

/** Starts the real composition in this process, on a free port of 127.0.0.1. */
export async function startServer(options: ServerOptions = {}) {
  const temporary = await mkdtemp(join(tmpdir(), "latchkey-"));
  const clock = options.clock === "system" ? undefined : new StandingClock();
  const log: string[] = [];
  const flags = [
    ...["--engine", options.engine ?? "memory", "--port", "0", "--log-level", "debug"],
    ...["--data-directory", options.dataDirectory ?? join(temporary, "data")],
    ...["--operator-socket", join(temporary, "operator", "o.sock"), "--shutdown-grace-seconds", "2"],
    ...(options.flags ?? []),
  ];
  const config = readConfig(flags, {});
  const server = await start(config, {
    log: openLog(config.logLevel, { write: (line) => void log.push(line) }),
    ...(clock === undefined ? {} : { now: clock.now }),
    ...options.foundations,
  }).catch(async (error: unknown) => {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  });
  const open = new Set<Client>();
  const connect = (address = server.address, channel: ChannelCredentials = credentials.createInsecure()) => {
    const calls = connectTo(address, channel);
    open.add(calls.client);
    return calls;
  };
  let accounts = 0;
  const operator = connect(`unix:${config.operatorSocket}`);
  return {
    ...server,
    config,
    /** Stands still until `advance`; undefined with the system's clock. */
    clock: clock as StandingClock,
    /** What was logged, a line of JSON each. */
    log,
    /** Another connection, closed on stop. */
    connect,
    /** Calls from the network's side. */
    calls: connect(),
    /** Calls over the operator's socket. */
    operator,
    /** Makes an account over the operator's socket; the first is called acme. */
    signUp(wanted: SignUp = {}) {
      accounts += 1;
      return signUp(operator, { accountId: accounts === 1 ? "acme" : `acme-${accounts}`, ...wanted });
    },
    async stop() {
      await server.stop();
      for (const client of open) client.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** A server for a test. */
export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** All unary calls of the contract, and the stream, over a new connection. */
export function connectTo(address: string, channel: ChannelCredentials) {
  const client = new Client(address, channel);
  const { v1 } = contract.latchkey;
  return {
    /** The connection itself. */
    client,
    accounts: callsOf(client, v1.AccountService.service),
    settings: callsOf(client, v1.SettingsService.service),
    users: callsOf(client, v1.UserService.service),
    sessions: callsOf(client, v1.SessionService.service),
    accessPolicies: callsOf(client, v1.AccessPolicyService.service),
    apiTokens: callsOf(client, v1.ApiTokenService.service),
    accessTokens: callsOf(client, v1.AccessTokenService.service),
    oauthClients: callsOf(client, v1.OAuthClientService.service),
    oauth: callsOf(client, v1.OAuthService.service),
    authentication: callsOf(client, v1.AuthenticationService.service),
    auditEvents: callsOf(client, v1.AuditService.service),
    /** The stream of audit events. */
    watchAuditEvents(
      request: WatchAuditEventsRequest,
      metadata: Metadata,
    ): ClientReadableStream<WatchAuditEventsResponse__Output> {
      const method = v1.AuditService.service.WatchAuditEvents;
      const { path, requestSerialize, responseDeserialize } = method;
      return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata);
    },
    /** The stream of what decides about credentials. */
    watchRevocations(
      request: WatchRevocationsRequest,
      metadata: Metadata,
    ): ClientReadableStream<WatchRevocationsResponse__Output> {
      const method = v1.AuthenticationService.service.WatchRevocations;
      const { path, requestSerialize, responseDeserialize } = method;
      return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata);
    },
    /** The stream of checks. */
    authenticateStream(
      metadata: Metadata,
    ): ClientDuplexStream<AuthenticateStreamRequest, AuthenticateStreamResponse__Output> {
      const method = v1.AuthenticationService.service.AuthenticateStream;
      const { path, requestSerialize, responseDeserialize } = method;
      return client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata);
    },
  };
}

/** The `authorization` metadata of a session. */
export function bearer(sessionToken: string): Metadata {
  return authorization(`Bearer ${sessionToken}`);
}

/** The `authorization` metadata of an API token used with a user's e-mail. */
export function basic(email: string, secret: string): Metadata {
  return authorization(`Basic ${Buffer.from(`${email}/token:${secret}`).toString("base64")}`);
}

/** Any `authorization` metadata. */
export function authorization(value: string): Metadata {
  const metadata = new Metadata();
  metadata.set("authorization", value);
  return metadata;
}

/** What a failed call told: its google.rpc.Status details, decoded. */
export function detailsOf(error: unknown) {
  const { rpc } = contract.google;
  const bytes = (error as ServiceError).metadata.get("grpc-status-details-bin")[0];
  const { details } = rpc.Status.deserialize(bytes as Buffer);
  const find = (type: string) =>
    details.find(({ type_url }) => type_url.endsWith(`/google.rpc.${type}`))?.value;
  const info = find("ErrorInfo");
  const badRequest = find("BadRequest");
  const retry = find("RetryInfo");
  const request = find("RequestInfo");
  return {
    reason: info && rpc.ErrorInfo.deserialize(info).reason,
    domain: info && rpc.ErrorInfo.deserialize(info).domain,
    metadata: info && rpc.ErrorInfo.deserialize(info).metadata,
    fields: badRequest && rpc.BadRequest.deserialize(badRequest).fieldViolations.map(({ field }) => field),
    retryAfterSeconds: retry && rpc.RetryInfo.deserialize(retry).retryDelay?.seconds,
    requestId: request && rpc.RequestInfo.deserialize(request).requestId,
  };
}

/** What a call fails with; fails itself when the call does not. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    return error as ServiceError;
  }
  throw new Error(`The call was answered: ${JSON.stringify(answer)}`);
}

async function signUp(operator: ContractCalls, wanted: SignUp & { accountId: string }): Promise<SignedUp> {
  const { accountId } = wanted;
  const adminEmail = wanted.adminEmail ?? `admin@${accountId}.example`;
  const adminPassword = wanted.adminPassword ?? "correct horse battery";
  const { displayName = accountId } = wanted;
  const request = { accountId, displayName, adminEmail, adminName: "Ada Admin", adminPassword };
  const { adminUserId, sessionToken } = await operator.accounts.CreateAccount(request);
  return { accountId, adminUserId, adminEmail, adminPassword, sessionToken, metadata: bearer(sessionToken) };
}

function callsOf<Service extends object>(client: Client, service: Service): Calls<Service> {
  const calls: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(service as ServiceDefinition)) {
    calls[name] = (request: object, metadata = new Metadata()) =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = method;
        client.makeUnaryRequest(
          path,
          requestSerialize,
          responseDeserialize,
          request,
          metadata,
          (error, answer) => {
            if (error !== null) reject(error);
            else resolve(answer);
          },
        );
      });
  }
  return calls as Calls<Service>;
}
