import { type AccessToken, accessTokenStateOf, isEnded, isGrantEnded } from "../domain/access-tokens.js";
import type { Instant } from "../domain/instants.js";
import type { OAuthClient } from "../domain/oauth-clients.js";
import type { OAuthGrant } from "../domain/oauth-grants.js";
import type { Reader } from "../store/reader.js";
import { RememberingLookup } from "../store/remembering-lookup.js";
import type { Index } from "../store/table.js";
import {
  accessTokensByClient,
  accessTokensByUser,
  accessTokenUses,
  accounts,
  oauthGrantsByClient,
  oauthGrantsByUser,
} from "../store/tables.js";
import { isRefreshable, loadFamily } from "./access-token-view.js";

/** Who and what stops with a client or a user. */
export interface TokenImpact {
  /** Access tokens that work. */
  readonly accessTokens: number;
  /** Grants that could be refreshed. */
  readonly grants: number;
  readonly users: number;
  /** Of the access tokens, those that were used within the last hour. */
  readonly recentlyUsedAccessTokens: number;
  readonly recentUsers: number;
}

const CHUNK = 200;

const RECENTLY_MS = 3_600_000;

/** Counts what stops with a client, in every account that uses it; a disabled one counts as if it were at work. */
export async function impactOfClient(
  reader: Reader,
  client: OAuthClient,
  now: Instant,
): Promise<TokenImpact> {
  const tally = new Tally(reader, now, client);
  for await (const accountId of accountsThatUse(reader, client)) {
    const below = [accountId, client.id];
    await tally.addTokens(accessTokensByClient, below);
    await tally.addGrants(oauthGrantsByClient, below);
  }
  return tally.impact();
}

/** Counts what stops in an account with a client, a user, or a client for a user. */
export async function impactInAccount(
  reader: Reader,
  accountId: string,
  { clientId, userId }: { readonly clientId: string | undefined; readonly userId: string | undefined },
  now: Instant,
): Promise<TokenImpact> {
  const tally = new Tally(reader, now);
  if (userId === undefined) {
    const below = [accountId, clientId ?? ""];
    await tally.addTokens(accessTokensByClient, below);
    await tally.addGrants(oauthGrantsByClient, below);
  } else {
    const passes = (one: { readonly clientId: string }) =>
      clientId === undefined || one.clientId === clientId;
    await tally.addTokens(accessTokensByUser, [accountId, userId], passes);
    await tally.addGrants(oauthGrantsByUser, [accountId, userId], passes);
  }
  return tally.impact();
}

/** Counts what ends with these tokens of an account and the grants they were made under: all made under them. */
export async function impactOfTokens(
  reader: Reader,
  tokens: readonly AccessToken[],
  now: Instant,
): Promise<TokenImpact> {
  const tally = new Tally(reader, now);
  const grantIds = new Set(tokens.map(({ grantId }) => grantId));
  const families = new Map(tokens.map(({ accountId, userId }) => [userId, accountId]));
  for (const token of tokens) if (token.userId === undefined) await tally.add(token);
  for (const [userId, accountId] of families) {
    if (userId === undefined) continue;
    const below = [accountId, userId];
    await tally.addTokens(accessTokensByUser, below, ({ grantId }) => grantIds.has(grantId));
    await tally.addGrants(oauthGrantsByUser, below, ({ id }) => grantIds.has(id));
  }
  return tally.impact();
}

/** The records whose key in an index begins with these parts, a chunk at a time. */
export async function* eachBy<R>(
  reader: Reader,
  index: Index<R>,
  below: readonly string[],
  { reverse = false }: { readonly reverse?: boolean } = {},
) {
  let after: readonly string[] | undefined;
  for (;;) {
    const from = after === undefined ? {} : { after };
    const chunk = await reader.listBy(index, below, { ...from, reverse, limit: CHUNK });
    yield* chunk;
    after = chunk.slice(-1).flatMap(index.keys)[0];
    if (after === undefined) return;
  }
}

async function* accountsThatUse(reader: Reader, client: OAuthClient) {
  if (!client.global) {
    yield client.accountId;
    return;
  }
  let after: string | undefined;
  for (;;) {
    const from = after === undefined ? {} : { after: [after] };
    const chunk = await reader.list(accounts, [], { ...from, limit: CHUNK });
    for (const { id } of chunk) yield id;
    after = chunk.at(-1)?.id;
    if (after === undefined) return;
  }
}

/** Counts tokens and grants as they are come upon. */
class Tally {
  readonly #reader: Reader;
  readonly #lookup: RememberingLookup;
  readonly #now: Instant;
  readonly #client: OAuthClient | undefined;
  readonly #users = new Set<string>();
  readonly #recentUsers = new Set<string>();
  #accessTokens = 0;
  #grants = 0;
  #recentlyUsed = 0;

  /** `client` counts as enabled. */
  constructor(reader: Reader, now: Instant, client?: OAuthClient) {
    this.#reader = reader;
    this.#lookup = new RememberingLookup(reader);
    this.#now = now;
    this.#client = client && { ...client, enabled: true };
  }

  async add(token: AccessToken): Promise<void> {
    if (await this.#isLive(token)) await this.#note(token);
  }

  async addTokens(
    index: Index<AccessToken>,
    below: readonly string[],
    passes: (token: AccessToken) => boolean = () => true,
  ): Promise<void> {
    for await (const token of eachBy(this.#reader, index, below)) {
      if (passes(token)) await this.add(token);
    }
  }

  async addGrants(
    index: Index<OAuthGrant>,
    below: readonly string[],
    passes: (grant: OAuthGrant) => boolean = () => true,
  ): Promise<void> {
    for await (const grant of eachBy(this.#reader, index, below)) {
      if (!passes(grant) || !isRefreshable(grant, this.#now)) continue;
      if (isGrantEnded(await loadFamily(this.#lookup, grant, grant))) continue;
      this.#grants += 1;
      this.#users.add(grant.userId);
    }
  }

  impact(): TokenImpact {
    return {
      accessTokens: this.#accessTokens,
      grants: this.#grants,
      users: this.#users.size,
      recentlyUsedAccessTokens: this.#recentlyUsed,
      recentUsers: this.#recentUsers.size,
    };
  }

  async #isLive(token: AccessToken): Promise<boolean> {
    if (token.expireTime <= this.#now) return false;
    const family = await loadFamily(this.#lookup, token);
    const facts = { ...family, token, client: this.#client ?? family.client };
    return !isEnded(facts) && accessTokenStateOf(facts, this.#now) === "ACTIVE";
  }

  async #note({ accountId, id, userId }: AccessToken): Promise<void> {
    this.#accessTokens += 1;
    if (userId !== undefined) this.#users.add(userId);
    const use = await this.#reader.get(accessTokenUses, accountId, id);
    if (use === undefined || use.time <= this.#now - RECENTLY_MS) return;
    this.#recentlyUsed += 1;
    if (userId !== undefined) this.#recentUsers.add(userId);
  }
}
