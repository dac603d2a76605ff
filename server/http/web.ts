import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { RequestContext } from "../domain/callers.js";
import type { Instant } from "../domain/instants.js";
import type { IpRange } from "../domain/ip-ranges.js";
import type { Log } from "../system/log.js";
import type { Environment } from "../usecases/environment.js";

/** Where requests are counted, and where all that is counted is read. */
export interface WebMetrics {
  requestEnded(status: number): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** What every request is answered with, besides its use case. */
export interface Web {
  readonly environment: Environment;
  readonly log: Log;
  readonly metrics: WebMetrics;
  now(): Instant;
  newRequestId(now: Instant): string;
  /** The origin that browsers and OAuth clients reach the server by, such as `https://id.example.com`. */
  origin(): string;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly IpRange[];
}

/** What is known of a request before its caller is. */
export type Circumstances = Omit<RequestContext, "caller">;

/** What hangs on a request on its way: Node's side of it, and what was observed when it came. */
export interface WebEnv {
  Bindings: HttpBindings;
  Variables: {
    circumstances: Circumstances;
    /** What went wrong, for the log; set by whoever answered with an error. */
    failure?: unknown;
  };
}

/** A request and the answer to it. */
export type WebContext = Context<WebEnv>;

/** A group of routes: one file each, listed in routes.ts. */
export type RouteGroup = (app: Hono<WebEnv>, web: Web) => void;
