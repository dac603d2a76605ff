import { logVerbosity, Server, ServerCredentials, type ServerOptions, setLogVerbosity } from "@grpc/grpc-js";
import { HealthImplementation } from "grpc-health-check";
import { explainListenError, GRPC_KEYS } from "../system/listen-error.js";
import { Turns } from "../system/turns.js";
import { endingStreams } from "./ending-streams.js";
import { addEnvoyAuthorization } from "./envoy.js";
import { addReflection } from "./reflection.js";
import { addServices, SERVICES } from "./registry.js";
import { clearPrivateSocket, clearSocket, closeSocketToOthers } from "./sockets.js";
import type { Door, Wire } from "./wire.js";

/** Where and how the server listens. */
export interface Listening {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** For TLS on host and port; plain text when absent. */
  readonly credentials?: ServerCredentials;
  /** A unix socket with the same services, for callers with credentials. */
  readonly socket?: string;
  /** The operator's own unix socket, where no credential is needed. */
  readonly operatorSocket?: string;
  readonly maxMessageBytes: number;
}

/** The server, listening. */
export interface Listener {
  /** `host:port`, with the port that was found for 0. */
  readonly address: string;
  readonly port: number;
  /** Lets calls under way end, for so long; ends streams at once, and whatever is left in the end. */
  stop(graceMs: number): Promise<void>;
}

const MINUTE_MS = 60_000;

function serverOptions(maxMessageBytes: number): ServerOptions {
  return {
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_concurrent_streams": 1_000,
    "grpc.keepalive_time_ms": MINUTE_MS,
    "grpc.keepalive_timeout_ms": 20_000,
    // A client certificate is looked at when a connection begins, so none may stand for ever.
    "grpc.max_connection_age_ms": 24 * 60 * MINUTE_MS,
    "grpc.max_connection_age_grace_ms": 5 * MINUTE_MS,
    "grpc.enable_channelz": 0,
  };
}

/** Starts to listen. Throws ListenError when it cannot. */
export async function startListening(
  parts: Omit<Wire, "stopping" | "turns">,
  where: Listening,
): Promise<Listener> {
  // What goes wrong is thrown or logged here, in our words; grpc-js would print it a second time.
  setLogVerbosity(logVerbosity.NONE);
  const stopping = new AbortController();
  const wire: Wire = { ...parts, stopping: stopping.signal, turns: new Turns() };
  const health = new HealthImplementation();
  const servers: Server[] = [];
  const open = (door: Door) => {
    const server = buildServer(wire, door, health, where.maxMessageBytes);
    servers.push(server);
    return server;
  };
  try {
    const port = await listenPublicly(open("public"), where);
    if (where.operatorSocket !== undefined) await listenPrivately(open("operator"), where.operatorSocket);
    setHealth(health, "SERVING");
    return {
      address: formatAddress(where.host, port),
      port,
      async stop(graceMs) {
        setHealth(health, "NOT_SERVING");
        stopping.abort();
        await Promise.all(servers.map((server) => shutDown(server, graceMs)));
      },
    };
  } catch (error) {
    for (const server of servers) server.forceShutdown();
    throw error;
  }
}

function buildServer(wire: Wire, door: Door, health: HealthImplementation, maxMessageBytes: number): Server {
  const server = new Server(serverOptions(maxMessageBytes));
  addServices(server, wire, door);
  addEnvoyAuthorization(server, wire, door);
  const ending = endingStreams(server, wire.stopping);
  health.addToServer(ending);
  addReflection(ending);
  return server;
}

async function listenPublicly(server: Server, where: Listening): Promise<number> {
  const credentials = where.credentials ?? ServerCredentials.createInsecure();
  const port = await bind(server, formatAddress(where.host, where.port), credentials);
  if (where.socket !== undefined) {
    await clearSocket(where.socket);
    await bind(server, `unix:${where.socket}`, ServerCredentials.createInsecure());
  }
  return port;
}

async function listenPrivately(server: Server, socket: string): Promise<void> {
  await clearPrivateSocket(socket);
  await bind(server, `unix:${socket}`, ServerCredentials.createInsecure());
  closeSocketToOthers(socket);
}

function bind(server: Server, address: string, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => {
      if (error === null) resolve(port);
      else reject(explainListenError(error, address, GRPC_KEYS));
    });
  });
}

function formatAddress(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

function setHealth(health: HealthImplementation, servingStatus: "SERVING" | "NOT_SERVING"): void {
  for (const service of ["", ...Object.keys(SERVICES)]) health.setStatus(service, servingStatus);
}

/** Resolves when all calls have ended, or were ended. */
function shutDown(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, graceMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
