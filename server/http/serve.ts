import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { explainListenError, HTTP_KEYS } from "../system/listen-error.js";
import type { TlsMaterial } from "../system/tls.js";
import { buildApp } from "./app.js";
import { servePrograms } from "./programs.js";
import type { Web } from "./web.js";

/** Where and how HTTP is served. */
export interface HttpListening {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** For TLS; plain text when absent. */
  readonly tls?: TlsMaterial;
  /** The origin it is reached by from outside; where it listens when absent. */
  readonly issuer?: string;
}

/** The HTTP server, listening. */
export interface HttpListener {
  /** Where it listens, as an origin: `http://127.0.0.1:50552`. */
  readonly address: string;
  /** The origin that browsers and OAuth clients reach it by. */
  readonly origin: string;
  /** Serves this certificate from the next connection on. */
  replaceCertificate(certificate: TlsMaterial): void;
  /** Lets requests under way end, for so long. */
  stop(graceMs: number): Promise<void>;
}

/** Limits against those who send slowly, much, or nothing at all. */
const LIMITS: ServerOptions = {
  maxHeaderSize: 16 * 1_024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  requireHostHeader: true,
  // Not the first of several: nobody shall pick among credentials.
  joinDuplicateHeaders: true,
};

/** Starts to serve HTTP. Throws ListenError when it cannot. */
export async function startHttp(parts: Omit<Web, "origin">, where: HttpListening): Promise<HttpListener> {
  let isStopping = false;
  let origin = where.issuer ?? "";
  const web: Web = { ...parts, origin: () => origin };
  const programs = servePrograms(web, () => isStopping);
  const app = buildApp(web, () => isStopping);
  // The adapter's own Response, which it puts in the place of Node's, is written out in a third of the time.
  const pages = getRequestListener(app.fetch);
  const server = buildServer((incoming, outgoing) => {
    if (!programs(incoming, outgoing)) void pages(incoming, outgoing);
  }, where.tls);
  const address = await listen(server, where);
  origin ||= address;
  return {
    address,
    origin,
    replaceCertificate(certificate) {
      if ("setSecureContext" in server) server.setSecureContext(certificate);
    },
    stop(graceMs) {
      isStopping = true;
      return shutDown(server, graceMs);
    },
  };
}

function buildServer(handler: RequestListener, tls: TlsMaterial | undefined): Server | SecureServer {
  if (tls === undefined) return createServer(LIMITS, handler);
  const isMutual = tls.ca !== undefined;
  return createSecureServer(
    { ...LIMITS, ...tls, requestCert: isMutual, rejectUnauthorized: isMutual },
    handler,
  );
}

function listen(server: Server, { host, port, tls }: HttpListening): Promise<string> {
  const scheme = tls === undefined ? "http" : "https";
  const authority = (found: number) => (host.includes(":") ? `[${host}]:${found}` : `${host}:${found}`);
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explainListenError(error, authority(port), HTTP_KEYS)));
    server.listen(port, host, () => {
      const found = (server.address() as AddressInfo).port;
      resolve(`${scheme}://${authority(found)}`);
    });
  });
}

/** Resolves when all requests have ended, or were ended. */
function shutDown(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
