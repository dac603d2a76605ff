import {
  ACCESS_TOKEN_LIFETIME_SECONDS,
  type AccessToken,
  isEnded,
  isGrantEnded,
} from "../domain/access-tokens.js";
import { DAY, type Instant, SECOND } from "../domain/instants.js";
import { liveSecretsOf } from "../domain/oauth-clients.js";
import type { OAuthGrant } from "../domain/oauth-grants.js";
import type { Lookup } from "../store/reader.js";
import {
  accessTokens,
  accessTokensByUser,
  authorizationCodes,
  deviceAuthorizations,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  refreshTokens,
} from "../store/tables.js";
import { isRefreshable, loadFamily } from "./access-token-view.js";
import type { Environment } from "./environment.js";
import { forgetUses } from "./oauth-client-view.js";
import { findOver, type Removal, removeThose, removeWhere } from "./removals.js";
import { dropAccessToken } from "./remove-access-token.js";

/** How long what was used up or ran out is kept, so that whoever asks late is told why. */
const MEMORY_MS = DAY;

const LONGEST_LIFE_MS = ACCESS_TOKEN_LIFETIME_SECONDS.max * SECOND;

/** What a sweep removed. */
export interface SweptOAuth {
  readonly accessTokens: number;
  readonly grants: number;
  readonly refreshTokens: number;
  readonly authorizationCodes: number;
  readonly deviceAuthorizations: number;
  readonly cutoffs: number;
  readonly clientSecrets: number;
}

/** Removes what is over of an account's OAuth tokens, and the secrets its clients have rotated out. */
export async function sweepAccountOAuth(
  environment: Environment,
  accountId: string,
  now: Instant,
): Promise<Pick<SweptOAuth, "accessTokens" | "grants" | "clientSecrets">> {
  const ofUsers = await sweepTokensOfUsers(environment, accountId, now);
  const ofClients = await removeWhere(environment, accessTokens, ofClientsThemselves(now), [accountId]);
  const grants = await removeWhere(
    environment,
    oauthGrants,
    { isOver: (grant, lookup) => isGrantOver(grant, lookup, now) },
    [accountId],
  );
  return {
    accessTokens: ofUsers + ofClients,
    grants,
    clientSecrets: await sweepClientSecrets(environment, accountId, now),
  };
}

/** Removes what is over and belongs to no account's list. To be done after every account's own. */
export async function sweepSharedOAuth(
  environment: Environment,
  now: Instant,
): Promise<Omit<SweptOAuth, "accessTokens" | "grants" | "clientSecrets">> {
  const isLongOver = ({ expireTime }: { readonly expireTime: Instant }) => expireTime + MEMORY_MS <= now;
  return {
    // A used one is kept while its grant lives: whoever presents it again has stolen it, or was stolen from.
    refreshTokens: await removeWhere(environment, refreshTokens, {
      isOver: async ({ expireTime, accountId, grantId }, lookup) =>
        expireTime <= now || (await lookup.get(oauthGrants, accountId, grantId)) === undefined,
    }),
    authorizationCodes: await removeWhere(environment, authorizationCodes, { isOver: isLongOver }),
    deviceAuthorizations: await removeWhere(environment, deviceAuthorizations, { isOver: isLongOver }),
    // What they ended is gone by now, and nothing that old can still be on its way.
    cutoffs: await removeWhere(environment, oauthCutoffs, { isOver: ({ time }) => time + MEMORY_MS <= now }),
  };
}

/**
 * Newest first, user by user: the newest token of a grant that can be refreshed is kept even when it has expired, since
 * it is by that token that people see the grant and can end it.
 */
async function sweepTokensOfUsers(
  environment: Environment,
  accountId: string,
  now: Instant,
): Promise<number> {
  let removed = 0;
  let after: readonly string[] | undefined;
  let userId: string | undefined;
  const grantsSeen = new Set<string>();
  for (;;) {
    const superseded = new Set<string>();
    const note = (token: AccessToken) => {
      if (token.userId !== userId) grantsSeen.clear();
      userId = token.userId;
      const { grantId = "" } = token;
      if (grantsSeen.has(grantId)) superseded.add(token.id);
      grantsSeen.add(grantId);
    };
    const removal: Removal<AccessToken> = {
      isOver: (token, lookup) => isTokenOver(token, lookup, now, superseded.has(token.id)),
      remove: dropAccessToken,
    };
    const from = after === undefined ? {} : { after };
    const { over, last } = await findOver(environment, removal, async (reader, limit) => {
      const batch = await reader.listBy(accessTokensByUser, [accountId], { ...from, reverse: true, limit });
      for (const token of batch) note(token);
      return batch;
    });
    removed += await removeThose(environment, accessTokens, over, removal);
    if (last === undefined) return removed;
    after = accessTokensByUser.keys(last)[0];
  }
}

/** Those that act for a user have their turn before. */
function ofClientsThemselves(now: Instant): Removal<AccessToken> {
  return {
    isOver: async (token, lookup) =>
      token.userId === undefined && (await isTokenOver(token, lookup, now, false)),
    remove: dropAccessToken,
  };
}

async function isTokenOver(
  token: AccessToken,
  lookup: Lookup,
  now: Instant,
  isSuperseded: boolean,
): Promise<boolean> {
  const family = await loadFamily(lookup, token);
  if (isEnded({ token, ...family })) return true;
  if (token.expireTime > now) return false;
  return isSuperseded || family.grant === undefined || !isRefreshable(family.grant, now);
}

/** Ended, or with neither a refresh token nor any access token that could still live. */
async function isGrantOver(grant: OAuthGrant, lookup: Lookup, now: Instant): Promise<boolean> {
  const lastIssueTime = grant.refreshExpireTime ?? grant.createTime;
  return lastIssueTime + LONGEST_LIFE_MS <= now || isGrantEnded(await loadFamily(lookup, grant, grant));
}

/** A secret that has run out is nowhere told of any more: that it goes is no change of its client. */
function sweepClientSecrets(environment: Environment, accountId: string, now: Instant): Promise<number> {
  return removeWhere(
    environment,
    oauthClients,
    {
      isOver: (client) => liveSecretsOf(client, now).length < client.secrets.length,
      remove: async (transaction, client) => {
        const secrets = liveSecretsOf(client, now);
        await transaction.put(oauthClients, { ...client, secrets });
        await forgetUses(transaction, client, secrets);
      },
    },
    [accountId],
  );
}
