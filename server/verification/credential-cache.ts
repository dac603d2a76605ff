import { type PresentedCredential, parseAuthorization } from "../domain/credentials.js";
import type { CredentialFacts } from "../domain/decisions.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import { accessPolicyTerms } from "../store/policy-tables.js";
import type { Lookup } from "../store/reader.js";
import type { Store } from "../store/store.js";
import {
  accessTokens,
  apiTokens,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  sessions,
  settings,
  users,
} from "../store/tables.js";
import { factsOf } from "./facts.js";
import { type CachedRead, RecordCache } from "./record-cache.js";

/** What facts may be made of. */
const TABLES = [
  settings,
  users,
  sessions,
  apiTokens,
  oauthClients,
  oauthGrants,
  oauthCutoffs,
  accessTokens,
  accessPolicyTerms,
];

/** What of a credential says nothing about whom it identifies; there are many of them, so it is not kept. */
const UNUSED = [
  "digest",
  "description",
  "secretHint",
  "creatorUserId",
  "creatorEmail",
  "updateTime",
  "revision",
  "reactivateTime",
];

/** What many credentials have in common, apart from lists. */
const OF_MANY = ["accountId", "clientId", "clientAccountId"];

/** Makes credentials small: drops what nobody asks for, and keeps once what many of them say alike. */
class Slimming {
  readonly #values = new Map<string, unknown>();

  readonly slim = (place: string, record: object): object => {
    if (!place.startsWith(apiTokens.name) && !place.startsWith(accessTokens.name)) return record;
    const kept = Object.entries(record).filter(([name]) => !UNUSED.includes(name));
    return Object.fromEntries(
      kept.map(([name, value]) => [
        name,
        Array.isArray(value) || OF_MANY.includes(name) ? this.#shared(value) : value,
      ]),
    );
  };

  #shared(value: unknown): unknown {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    if (this.#values.size < MOST_VALUES) this.#values.set(text, value);
    return value;
  }
}

/** How many different lists of scopes, addresses and the like are kept to be shared. */
const MOST_VALUES = 1_000;

/** How many headers are remembered. */
const CAPACITY = 25_000;

/** The longest header that is remembered by its digest: longer than any credential, and quick to digest. */
const LONGEST_REMEMBERED = 512;

/** What a header led to, for as long as none of what was read for it has changed. */
interface Remembered {
  readonly facts: CredentialFacts | undefined;
  readonly reads: readonly CachedRead[];
  wasUsed: boolean;
}

/**
 * What is known of the credentials that callers present, at once for those that came before: remembered by a digest of
 * the header, so that no secret stays in memory. Bounded, credentials that nobody knows included; kept true by the
 * commits themselves, never by time.
 */
export class CredentialCache {
  readonly #digest: (text: string) => string;
  readonly #records: RecordCache;
  readonly #remembered = new Map<string, Remembered>();
  readonly #capacity: number;
  /** How often a header was known already. */
  hits = 0;
  /** How often it had to be looked up. */
  misses = 0;

  constructor(store: Store, digest: (text: string) => string, capacity = CAPACITY) {
    this.#digest = digest;
    this.#capacity = capacity;
    // Two of each credential's own (by its digest and, of some, by its user), and those that many share.
    this.#records = new RecordCache(store, TABLES, 2 * capacity, new Slimming().slim);
  }

  /** How many headers are remembered now. */
  get size(): number {
    return this.#remembered.size;
  }

  /** The facts behind an `Authorization` header; undefined for one that presents no credential, or none that is known. */
  facts(authorization: string): MaybePromise<CredentialFacts | undefined> {
    if (authorization.length > LONGEST_REMEMBERED) return this.#look(parseAuthorization(authorization)).facts;
    const key = this.#digest(authorization);
    const known = this.#remembered.get(key);
    if (known !== undefined && isFresh(known)) {
      this.hits += 1;
      return known.facts;
    }
    this.misses += 1;
    const credential = parseAuthorization(authorization);
    if (credential === undefined) return undefined;
    const { facts, reads } = this.#look(credential);
    // A list that was grown has room for more; a copy of it has none.
    if (!(facts instanceof Promise)) this.#remember(key, { facts, reads: reads.slice(), wasUsed: false });
    return facts;
  }

  /** Looks records up that facts are made of, in memory where they were read before. */
  lookup(): Lookup {
    return this.#records.lookup();
  }

  #look(credential: PresentedCredential | undefined) {
    const lookup = this.#records.lookup();
    if (credential === undefined) return { facts: undefined, reads: lookup.reads };
    const facts = factsOf(lookup, credential, this.#digest(credential.secret));
    return { facts, reads: lookup.reads };
  }

  #remember(key: string, remembered: Remembered): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, remembered);
    if (this.#remembered.size <= this.#capacity) return;
    for (const [oldest, passed] of this.#remembered) {
      this.#remembered.delete(oldest);
      if (!passed.wasUsed) return;
      // Of use since its turn came last: it stays, and is the newest.
      passed.wasUsed = false;
      this.#remembered.set(oldest, passed);
    }
  }
}

function isFresh(known: Remembered): boolean {
  const { reads } = known;
  for (let at = 0; at < reads.length; at++) if ((reads[at] as CachedRead).isStale) return false;
  if (!known.wasUsed) {
    known.wasUsed = true;
    for (const read of reads) read.wasUsed = true;
  }
  return true;
}
