import * as crypto from "node:crypto";
import { parseAuthorization } from "../server/domain/credentials.js";
import { normalizeEmail } from "../server/domain/users.js";
import type { PresentedDigest } from "./book.js";

/** How many headers are remembered. */
const CAPACITY = 50_000;

/** The longest header that is remembered: longer than any credential. */
const LONGEST = 512;

/** Reads headers. Those that came before are known by their digest, so that no secret stays in memory. */
export class PresentedCredentials {
  readonly #known = new Map<string, PresentedDigest>();

  /** What a header presents; undefined for what is no credential. */
  read(authorization: string): PresentedDigest | undefined {
    if (authorization.length > LONGEST) return digestOf(authorization);
    const key = sha256(authorization);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const presented = digestOf(authorization);
    if (presented !== undefined) this.#remember(key, presented);
    return presented;
  }

  #remember(key: string, presented: PresentedDigest): void {
    this.#known.set(key, presented);
    if (this.#known.size <= CAPACITY) return;
    const oldest = this.#known.keys().next();
    if (!oldest.done) this.#known.delete(oldest.value);
  }
}

function digestOf(authorization: string): PresentedDigest | undefined {
  const credential = parseAuthorization(authorization);
  if (credential === undefined) return undefined;
  const email = credential.kind === "API_TOKEN" ? normalizeEmail(credential.email) : "";
  return { kind: credential.kind, digest: sha256(credential.secret), email };
}

const sha256: (text: string) => string =
  typeof crypto.hash === "function"
    ? (text) => crypto.hash("sha256", text, "base64url")
    : (text) => crypto.createHash("sha256").update(text).digest("base64url");
