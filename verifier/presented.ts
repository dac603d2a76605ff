import * as crypto from "node:crypto";
import { parseAuthorization } from "../server/domain/credentials.js";
import type { CredentialFacts, Decision } from "../server/domain/decisions.js";
import { normalizeEmail } from "../server/domain/users.js";
import { type Answer, answerOf, NOT_AUTHENTICATED } from "./answer.js";
import type { Book, PresentedDigest } from "./book.js";
import type { Tallied } from "./tallies.js";

/** How many headers are remembered. */
const CAPACITY = 50_000;

/** The longest header that is remembered: longer than any credential. */
const LONGEST = 512;

/** A credential that was presented, with what was found about it last. */
export class Presented implements PresentedDigest, Tallied {
  readonly kind: PresentedDigest["kind"];
  readonly digest: string;
  readonly email: string;
  tally: Tallied["tally"];
  #book: Book | undefined;
  #edition = -1;
  #facts: CredentialFacts | undefined;
  #decision: Decision | undefined;
  #answer: Answer = NOT_AUTHENTICATED;

  constructor(kind: PresentedDigest["kind"], digest: string, email: string) {
    this.kind = kind;
    this.digest = digest;
    this.email = email;
  }

  /** Its facts, looked up anew only when the book has changed. */
  factsIn(book: Book): CredentialFacts | undefined {
    if (this.#book === book && this.#edition === book.edition) return this.#facts;
    this.#facts = book.facts(this);
    this.#book = book;
    this.#edition = book.edition;
    return this.#facts;
  }

  /** A decision about it as an answer: mostly the same as last time. */
  answer(decision: Decision): Answer {
    if (decision !== this.#decision) {
      this.#decision = decision;
      this.#answer = answerOf(decision);
    }
    return this.#answer;
  }
}

/** Reads headers. Those that came before are known by their digest, so that no secret stays in memory. */
export class PresentedCredentials {
  readonly #known = new Map<string, Presented>();

  /** What a header presents; undefined for what is no credential. */
  read(authorization: string): Presented | undefined {
    if (authorization.length > LONGEST) return digestOf(authorization);
    const key = sha256(authorization);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const presented = digestOf(authorization);
    if (presented !== undefined) this.#remember(key, presented);
    return presented;
  }

  #remember(key: string, presented: Presented): void {
    this.#known.set(key, presented);
    if (this.#known.size <= CAPACITY) return;
    const oldest = this.#known.keys().next();
    if (!oldest.done) this.#known.delete(oldest.value);
  }
}

function digestOf(authorization: string): Presented | undefined {
  const credential = parseAuthorization(authorization);
  if (credential === undefined) return undefined;
  const email = credential.kind === "API_TOKEN" ? normalizeEmail(credential.email) : "";
  return new Presented(credential.kind, sha256(credential.secret), email);
}

const sha256: (text: string) => string =
  typeof crypto.hash === "function"
    ? (text) => crypto.hash("sha256", text, "base64url")
    : (text) => crypto.createHash("sha256").update(text).digest("base64url");
