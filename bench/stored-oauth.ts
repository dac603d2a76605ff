import type { AccessToken } from "../server/domain/access-tokens.js";
import { hintOf } from "../server/domain/credentials.js";
import type { OAuthClient } from "../server/domain/oauth-clients.js";
import {
  accessTokens,
  accessTokenUses,
  accountCounters,
  oauthClients,
  settings,
} from "../server/store/tables.js";
import type { Environment } from "../server/usecases/environment.js";
import type { SeededAccount } from "./data-directory.js";

const BATCH_SIZE = 1_000;
const DAY = 86_400_000;

/** Stores so many OAuth clients and, spread over them, access tokens that act for the clients themselves. */
export async function storeOAuth(
  { store, newId, newSecret, digest }: Environment,
  { accountId, admin }: SeededAccount,
  clientCount: number,
  tokenCount: number,
): Promise<void> {
  const { caller, now } = admin;
  if (caller.kind !== "SESSION") throw new Error("An administrator makes clients in a session.");
  const clients = Array.from({ length: clientCount }, (_, at): OAuthClient => {
    const createTime = now - (at % 400) * DAY;
    return {
      id: newId("ocl", createTime),
      accountId,
      identifier: `app-${at}`,
      name: `Application ${at}`,
      description: "",
      company: `Company ${at % 40}`,
      logoUrl: "",
      kind: "PUBLIC",
      redirectUris: [`https://app-${at}.example.com/callback`],
      allowedScopes: ["tickets:read"],
      allowedGrantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
      enabled: at % 13 !== 0,
      global: false,
      secrets: [],
      creatorUserId: caller.user.id,
      creatorEmail: caller.user.email,
      createTime,
      updateTime: createTime,
      revision: 1,
    };
  });
  await store.write(async (transaction) => {
    for (const client of clients) await transaction.put(oauthClients, client);
    const rules = await transaction.get(settings, accountId);
    if (rules !== undefined)
      await transaction.put(settings, { ...rules, oauthAccess: true, resources: ["tickets"] });
  });
  for (let made = 0; made < tokenCount && clients.length > 0; made += BATCH_SIZE) {
    await store.write(async (transaction) => {
      for (let at = made; at < Math.min(tokenCount, made + BATCH_SIZE); at += 1) {
        const secret = newSecret("ACCESS_TOKEN");
        const token: AccessToken = {
          id: newId("atk", now),
          accountId,
          digest: digest(secret),
          secretHint: hintOf(secret),
          clientId: clients[at % clients.length]?.id ?? "",
          clientAccountId: accountId,
          scopes: ["tickets:read"],
          origin: "CLIENT_CREDENTIALS",
          createTime: now - (at % 86_400) * 1000,
          expireTime: now + DAY + (at % 86_400) * 1000,
        };
        await transaction.put(accessTokens, token);
        if (at % 3 === 0)
          await transaction.put(accessTokenUses, {
            accountId,
            tokenId: token.id,
            time: now - (at % 5_000) * 1000,
            sourceIp: `10.2.${at % 9}.${at % 250}`,
            count: at % 900,
          });
      }
    });
  }
  await store.write(async (transaction) => {
    const counters = await transaction.get(accountCounters, accountId);
    if (counters === undefined) return;
    const held = { oauthClients: clientCount, accessTokens: tokenCount };
    await transaction.put(accountCounters, { ...counters, ...held });
  });
}
