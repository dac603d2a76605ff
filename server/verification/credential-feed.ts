import {
  accessPolicyRecord,
  accessTokenRecord,
  apiTokenRecord,
  type CredentialRecord,
  clientRecord,
  cutoffRecord,
  grantRecord,
  type RecordKind,
  rulesRecord,
  sessionRecord,
  userRecord,
} from "../domain/credential-records.js";
import { Failure } from "../domain/failure.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import { accessPolicyTerms } from "../store/policy-tables.js";
import type { Reader } from "../store/reader.js";
import type { CommitChanges, KeyChange, Store } from "../store/store.js";
import type { Table } from "../store/table.js";
import {
  accessTokens,
  apiTokens,
  globalOAuthClients,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  sessions,
  settings,
  users,
} from "../store/tables.js";

/** A place in the order of commits. */
export interface FeedPosition {
  /** The run of the server that it counts in. */
  readonly history: string;
  /** 0 while something whole is being told. */
  readonly position: number;
}

/** What there is to tell, some of it at a time. */
export interface FeedNews extends FeedPosition {
  /** All that was told before is void. */
  readonly isReset: boolean;
  /** Whether nothing more was to be told at that moment. */
  readonly isCurrent: boolean;
  readonly records: readonly CredentialRecord[];
}

/** How a kind of records is told. */
interface Telling<R> {
  readonly table: Table<R>;
  readonly kind: RecordKind;
  readonly record: (stored: R) => CredentialRecord;
}

function telling<R>(
  table: Table<R>,
  kind: RecordKind,
  record: (stored: R) => CredentialRecord,
): Telling<unknown> {
  // Each is given what its own table holds.
  return { table, kind, record } as unknown as Telling<unknown>;
}

/** What is told of an account, besides its rules. Clients come first, since global ones may be another account's. */
const TELLINGS: readonly Telling<unknown>[] = [
  telling(accessPolicyTerms, "ACCESS_POLICY", accessPolicyRecord),
  telling(oauthClients, "OAUTH_CLIENT", clientRecord),
  telling(users, "USER", userRecord),
  telling(apiTokens, "API_TOKEN", apiTokenRecord),
  telling(sessions, "SESSION", sessionRecord),
  telling(oauthGrants, "OAUTH_GRANT", grantRecord),
  telling(oauthCutoffs, "OAUTH_CUTOFF", cutoffRecord),
  telling(accessTokens, "ACCESS_TOKEN", accessTokenRecord),
];

const BY_PLACE = new Map(TELLINGS.map((one) => [one.table.name, one]));

const PLACES = new Set([settings.name, globalOAuthClients.name, ...BY_PLACE.keys()]);

const PAGE = 500;

/** The feeds that are followed, to be counted. */
export class OpenFeeds {
  readonly #open = new Set<CredentialFeed>();

  add(feed: CredentialFeed): void {
    this.#open.add(feed);
  }

  delete(feed: CredentialFeed): void {
    this.#open.delete(feed);
  }

  /** How many there are, and by how much the slowest is behind a position. */
  count(position: number): { readonly open: number; readonly lag: number } {
    const lags = [...this.#open].map((feed) => position - feed.position);
    return { open: lags.length, lag: Math.max(0, ...lags) };
  }
}

/** Tells what decides about the credentials of one account: all of it, then every change as it becomes durable. */
export class CredentialFeed {
  readonly #store: Store;
  readonly #history: string;
  readonly #accountId: string;
  readonly #feeds: OpenFeeds;
  /** Up to where it has told. */
  position = 0;

  constructor(store: Store, history: string, accountId: string, feeds: OpenFeeds) {
    this.#store = store;
    this.#history = history;
    this.#accountId = accountId;
    this.#feeds = feeds;
  }

  /** From a place on, or from the beginning where that is not known any longer. Throws STREAM_TOO_SLOW. */
  async *read(from: FeedPosition, heartbeatMs: number): AsyncGenerator<FeedNews> {
    let hasTold = false;
    if (from.history === this.#history) {
      try {
        for await (const news of this.#follow(from.position, heartbeatMs)) {
          hasTold = true;
          yield news;
        }
        return;
      } catch (error) {
        const isForgotten = error instanceof Failure && error.reason === "STREAM_TOO_SLOW" && !hasTold;
        if (!isForgotten) throw error;
      }
    }
    const position = yield* this.#tellAll();
    yield* this.#follow(position, heartbeatMs);
  }

  async *#tellAll(): AsyncGenerator<FeedNews, number> {
    const { reader, close } = await this.#store.openDurable();
    try {
      let isReset = true;
      for await (const records of this.#everything(reader)) {
        yield { history: this.#history, position: 0, isReset, isCurrent: false, records };
        isReset = false;
      }
      const { position } = reader;
      yield { history: this.#history, position, isReset, isCurrent: false, records: [] };
      return position;
    } finally {
      close();
    }
  }

  async *#everything(reader: Reader): AsyncGenerator<readonly CredentialRecord[]> {
    const rules = await reader.get(settings, this.#accountId);
    if (rules !== undefined) yield [rulesRecord(rules)];
    const clients = await reader.listBy(globalOAuthClients, [], { limit: Number.MAX_SAFE_INTEGER });
    const foreign = clients.filter(({ accountId }) => accountId !== this.#accountId);
    if (foreign.length > 0) yield foreign.map(clientRecord);
    for (const { table, record } of TELLINGS) {
      let after: readonly string[] | undefined;
      for (;;) {
        const beginning = after === undefined ? {} : { after };
        const page = await reader.list(table, [this.#accountId], { ...beginning, limit: PAGE });
        if (page.length > 0) yield page.map(record);
        if (page.length < PAGE) break;
        after = table.key(page.at(-1));
      }
    }
  }

  /** Every commit is looked at, so that whoever has seen the newest one knows that there is nothing else to tell. */
  async *#follow(after: number, heartbeatMs: number): AsyncGenerator<FeedNews> {
    const commits = new Arrivals(this.#store.commits(PLACES, after), heartbeatMs);
    let position = after;
    this.#feeds.add(this);
    try {
      for (;;) {
        this.position = position;
        const commit = await commits.next(() => position >= this.#store.position());
        if (commit === "END") return;
        if (commit !== "SILENCE") position = commit.position;
        const records = commit === "SILENCE" ? [] : this.#recordsOf(commit);
        if (commit !== "SILENCE" && records.length === 0) continue;
        const isCurrent = position >= this.#store.position();
        yield { history: this.#history, position, isReset: false, isCurrent, records };
      }
    } finally {
      this.#feeds.delete(this);
      commits.stop();
    }
  }

  #recordsOf({ changes }: CommitChanges): readonly CredentialRecord[] {
    const records: CredentialRecord[] = [];
    for (const change of changes) {
      const record = this.#recordOf(change, changes);
      if (record !== undefined) records.push(record);
    }
    return records;
  }

  #recordOf({ place, parts, value }: KeyChange, all: readonly KeyChange[]): CredentialRecord | undefined {
    const isOwn = parts[0] === this.#accountId;
    if (place === settings.name) {
      return isOwn && value !== undefined
        ? rulesRecord(value as Parameters<typeof rulesRecord>[0])
        : undefined;
    }
    const told = BY_PLACE.get(place);
    if (told === undefined) return undefined;
    if (!isOwn && !isGlobalClient(told, value, all)) return undefined;
    const isVoid = value === undefined || (!isOwn && !(value as OAuthClient).global);
    return isVoid ? { kind: "REMOVED", of: told.kind, id: parts.at(-1) ?? "" } : told.record(value);
  }
}

/** Whether it is a client that every account may use, or could until this commit. */
function isGlobalClient({ kind }: Telling<unknown>, value: unknown, all: readonly KeyChange[]): boolean {
  if (kind !== "OAUTH_CLIENT") return false;
  if ((value as OAuthClient | undefined)?.global) return true;
  return all.some((entry) => entry.place === globalOAuthClients.name && entry.value === undefined);
}

/** Commits as they come, and silences between them. */
class Arrivals {
  readonly #commits: AsyncIterator<CommitChanges>;
  readonly #timer: NodeJS.Timeout;
  #arrived: IteratorResult<CommitChanges> | undefined;
  #error: unknown;
  /** From the beginning, so that a sign of life comes at once. */
  #isSilent = true;
  #wake: () => void = () => {};

  constructor(commits: AsyncIterator<CommitChanges>, heartbeatMs: number) {
    this.#commits = commits;
    this.#timer = setInterval(() => {
      this.#isSilent = true;
      this.#wake();
    }, heartbeatMs);
    this.#ask();
  }

  /** The next commit; or a silence, once it has lasted and nothing is on its way. */
  async next(isCaughtUp: () => boolean): Promise<CommitChanges | "SILENCE" | "END"> {
    for (;;) {
      if (this.#error !== undefined) throw this.#error;
      const arrived = this.#arrived;
      if (arrived?.done) return "END";
      if (arrived !== undefined) {
        this.#arrived = undefined;
        this.#ask();
        return arrived.value;
      }
      if (this.#isSilent && isCaughtUp()) {
        this.#isSilent = false;
        return "SILENCE";
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    void this.#commits.return?.();
  }

  #ask(): void {
    this.#commits.next().then(
      (result) => {
        this.#arrived = result;
        this.#wake();
      },
      (error: unknown) => {
        this.#error = error;
        this.#wake();
      },
    );
  }
}
