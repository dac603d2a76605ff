import { readFileSync } from "node:fs";
import { type ChannelCredentials, Client as Connection, connectivityState, credentials } from "@grpc/grpc-js";
import { type AccessPolicyCalls, accessPolicyCalls } from "./access-policies.js";
import { type AccessTokenCalls, accessTokenCalls } from "./access-tokens.js";
import { type AccountCalls, accountCalls } from "./accounts.js";
import { type ApiTokenCalls, apiTokenCalls } from "./api-tokens.js";
import { type AuditEventCalls, auditEventCalls } from "./audit-events.js";
import { type AuthenticationCalls, authenticationCalls } from "./authentication.js";
import { type OAuthCalls, oauthCalls } from "./oauth.js";
import { type OAuthClientCalls, oauthClientCalls } from "./oauth-clients.js";
import { type SessionCalls, sessionCalls } from "./sessions.js";
import { type SettingsCalls, settingsCalls } from "./settings.js";
import { type UsageCalls, usageCalls } from "./usage.js";
import { type UserCalls, userCalls } from "./users.js";
import type { Wire } from "./wire.js";

/** PEM files for TLS: without caFile the system's authorities are trusted; certFile and keyFile go together. */
export type TlsFiles = { caFile?: string; certFile?: string; keyFile?: string };

/** Where the server is, and who is calling. */
export type ConnectOptions = {
  /** `host:port`, or `unix:/path` for the operator's socket. */
  address: string;
  /** Left out for plain text, which the server offers on loopback only. */
  tls?: TlsFiles;
  /** Asked before every call for the value of its `authorization` metadata; see authorization.ts. */
  authorization?: () => string | undefined;
};

/** How the connection is doing: IDLE has not been asked to connect, TRANSIENT_FAILURE tries again by itself. */
export type Connectivity = "IDLE" | "CONNECTING" | "READY" | "TRANSIENT_FAILURE" | "SHUTDOWN";

/** A connection to one server: the calls by noun, each answering with a promise or an async iterable. */
export type Client = {
  accessPolicies: AccessPolicyCalls;
  accounts: AccountCalls;
  settings: SettingsCalls;
  users: UserCalls;
  sessions: SessionCalls;
  apiTokens: ApiTokenCalls;
  oauthClients: OAuthClientCalls;
  oauth: OAuthCalls;
  accessTokens: AccessTokenCalls;
  authentication: AuthenticationCalls;
  auditEvents: AuditEventCalls;
  usage: UsageCalls;
  /** Tells the listener each change of the connection from now on, until the returned function is called. */
  watchConnectivity(listener: (state: Connectivity) => void): () => void;
  /** Drops the connection; calls under way are cancelled, later ones fail. */
  close(): void;
};

/** Reconnecting starts after half a second and slows down to five, so that a restarted server is found soon. */
const CHANNEL_OPTIONS = {
  "grpc.initial_reconnect_backoff_ms": 500,
  "grpc.min_reconnect_backoff_ms": 500,
  "grpc.max_reconnect_backoff_ms": 5000,
  "grpc.keepalive_time_ms": 30_000,
  "grpc.keepalive_timeout_ms": 10_000,
  "grpc.enable_retries": 0,
};

/**
 * Connects to a server, lazily: the first call does the work, and a server that cannot be reached fails it with
 * UNAVAILABLE. Throws at once only when a TLS file cannot be read.
 */
export function connect({ address, tls, authorization = () => undefined }: ConnectOptions): Client {
  // Plain text stays on this machine: a proxy of the environment (http_proxy) is for TLS only.
  const options = { ...CHANNEL_OPTIONS, "grpc.enable_http_proxy": tls === undefined ? 0 : 1 };
  const connection = new Connection(address, makeCredentials(tls), options);
  const wire: Wire = { connection, authorization };
  return {
    accessPolicies: accessPolicyCalls(wire),
    accounts: accountCalls(wire),
    settings: settingsCalls(wire),
    users: userCalls(wire),
    sessions: sessionCalls(wire),
    apiTokens: apiTokenCalls(wire),
    oauthClients: oauthClientCalls(wire),
    oauth: oauthCalls(wire),
    accessTokens: accessTokenCalls(wire),
    authentication: authenticationCalls(wire),
    auditEvents: auditEventCalls(wire),
    usage: usageCalls(wire),
    watchConnectivity: (listener) => watchConnectivity(connection, listener),
    close: () => connection.close(),
  };
}

function makeCredentials(tls: TlsFiles | undefined): ChannelCredentials {
  if (tls === undefined) return credentials.createInsecure();
  const read = (file: string | undefined) => (file === undefined ? null : readFileSync(file));
  return credentials.createSsl(read(tls.caFile), read(tls.keyFile), read(tls.certFile));
}

function watchConnectivity(connection: Connection, listener: (state: Connectivity) => void): () => void {
  const channel = connection.getChannel();
  let watching = true;
  const follow = (last: connectivityState) => {
    channel.watchConnectivityState(last, Number.POSITIVE_INFINITY, (error) => {
      if (!watching || error !== undefined) return;
      const state = channel.getConnectivityState(false);
      listener(connectivityState[state] as Connectivity);
      if (state !== connectivityState.SHUTDOWN) follow(state);
    });
  };
  follow(channel.getConnectivityState(false));
  return () => {
    watching = false;
  };
}
