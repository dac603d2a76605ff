import type { IncomingMessage } from "node:http";
import { oauthFailure } from "../domain/oauth-errors.js";
import { headerOf } from "./headers.js";
import { receiveBody } from "./request-body.js";
import type { WebContext } from "./web.js";

/** The parameters of a request; unknown ones are nobody's business (RFC 6749 sections 3.1 and 3.2). */
export class Parameters {
  readonly #values = new Map<string, string>();
  /** The name of a parameter that came more than once, if any did. */
  readonly repeated: string | undefined;

  constructor(entries: Iterable<readonly [name: string, value: string]>) {
    for (const [name, value] of entries) {
      if (this.#values.has(name)) this.repeated ??= name;
      else this.#values.set(name, value);
    }
  }

  /** The value; empty for a parameter that was left out, since one without a value counts as that. */
  get(name: string): string {
    return this.#values.get(name) ?? "";
  }

  /** These parameters. Throws OAUTH_INVALID_REQUEST when one came more than once. */
  once(): this {
    if (this.repeated === undefined) return this;
    throw oauthFailure(
      "OAUTH_INVALID_REQUEST",
      `A parameter came more than once: ${shorten(this.repeated)}.`,
    );
  }

  /** A number of seconds; undefined when it was left out. Throws OAUTH_INVALID_REQUEST. */
  seconds(name: string): number | undefined {
    const value = this.get(name);
    if (value === "") return undefined;
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw oauthFailure("OAUTH_INVALID_REQUEST", `${name} must be a whole number of seconds.`);
  }
}

/** The parameters of the query. */
export function readQuery(context: WebContext): Parameters {
  return new Parameters(new URL(context.req.url).searchParams);
}

/** The parameters of the body, for those who can wait. Throws OAUTH_INVALID_REQUEST, and BodyTooLarge. */
export async function readBodyParameters(incoming: IncomingMessage): Promise<Parameters> {
  const body = await new Promise<string>((received, failed) => receiveBody(incoming, { received, failed }));
  return parseParameters(incoming, body);
}

const FORM = "application/x-www-form-urlencoded";

/**
 * The parameters in a body: a form, or an object of JSON (which RFC 6749 does not know, but many clients send). Throws
 * OAUTH_INVALID_REQUEST.
 */
export function parseParameters(incoming: IncomingMessage, body: string): Parameters {
  const contentType = headerOf(incoming, "content-type") ?? "";
  const type = contentType === FORM ? FORM : contentType.replace(/;.*$/s, "").trim().toLowerCase();
  if (type === FORM || body === "") return new Parameters(new URLSearchParams(body)).once();
  if (type === "application/json") return new Parameters(readJson(body)).once();
  throw oauthFailure(
    "OAUTH_INVALID_REQUEST",
    "The Content-Type must be application/x-www-form-urlencoded or application/json.",
  );
}

function readJson(body: string): readonly (readonly [string, string])[] {
  const values = parseObject(body);
  const entries = keysOf(body).map((key) => [key, toText(key, values[key])] as const);
  return entries;
}

function parseObject(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw oauthFailure("OAUTH_INVALID_REQUEST", "The body is not JSON.");
  }
  const isFlat =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((entry) => entry === null || typeof entry !== "object");
  if (isFlat) return value as Record<string, unknown>;
  throw oauthFailure("OAUTH_INVALID_REQUEST", "The body must be one JSON object of texts and numbers.");
}

/** The keys of a flat object as they were written, those that JSON.parse lets win or lose included. */
function keysOf(body: string): readonly string[] {
  const keys = body.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?/g);
  return [...keys].flatMap(([, text, colon]) =>
    colon === undefined ? [] : [JSON.parse(text ?? "") as string],
  );
}

function toText(key: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return "";
  throw oauthFailure("OAUTH_INVALID_REQUEST", `${shorten(key)} must be a text or a number.`);
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}...` : name;
}
