import type { AccessToken } from "../domain/access-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import type { FilterFields } from "../domain/filters.js";
import type { Page, PageRequest } from "../domain/pages.js";
import { type ViewListing, viewIndex, viewTable } from "../store/listing.js";
import type { Reader } from "../store/reader.js";
import { RememberingLookup } from "../store/remembering-lookup.js";
import { accessTokens, accessTokensByClient, accessTokensByUser, accountCounters } from "../store/tables.js";
import { type AccessTokenView, viewAccessToken } from "./access-token-view.js";
import { createdPage } from "./created-page.js";
import type { Environment } from "./environment.js";
import { findClientOfTokens } from "./find-client-of-tokens.js";

/** Which tokens, besides what a filter says: those of a client, of a user, or of a client for a user. */
export interface ListAccessTokensInput extends PageRequest {
  /** Empty for those of all clients. */
  readonly clientId: string;
  /** Empty for those of all users. */
  readonly userId: string;
}

const FIELDS: FilterFields<AccessTokenView> = {
  id: { type: "text", read: ({ token }) => token.id },
  state: { type: "text", read: ({ state }) => state },
  origin: { type: "text", read: ({ token }) => token.origin },
  client_id: { type: "text", read: ({ token }) => token.clientId },
  client_identifier: { type: "text", read: ({ client }) => client.identifier },
  user_id: { type: "text", read: ({ token }) => token.userId },
  user_email: { type: "text", read: ({ user }) => user?.email },
  grant_id: { type: "text", read: ({ token }) => token.grantId },
  scopes: { type: "list", read: ({ scopes }) => scopes },
  create_time: { type: "time", read: ({ token }) => token.createTime },
  expire_time: { type: "time", read: ({ token }) => token.expireTime },
  "last_use.time": { type: "time", read: ({ lastUse }) => lastUse?.time },
  "last_use.source_ip": { type: "text", read: ({ lastUse }) => lastUse?.sourceIp },
};

/** How far the tokens of somebody who is no administrator are counted. */
const MAX_COUNTED = 10_000;

/** A page of tokens, and how many there are whatever the filter. */
export interface AccessTokenPage extends Page<AccessTokenView> {
  readonly totalSize: number;
}

/** Lists the access tokens that the caller may see in the order they were made; ended ones are left out. */
export async function listAccessTokens(
  environment: Environment,
  context: RequestContext,
  input: ListAccessTokensInput,
): Promise<AccessTokenPage> {
  const { accountId, user } = authorizeInAccount(context.caller, "ListAccessTokens");
  const isAdmin = user.role === "ADMIN";
  const userId = isAdmin ? input.userId : user.id;
  return createdPage(environment, input, {
    name: ["access-tokens", accountId, input.clientId, userId],
    fields: FIELDS,
    isNewestFirst: false,
    async read(reader, { passes, ...listing }) {
      const clientId = input.clientId && (await findClientOfTokens(reader, accountId, input.clientId)).id;
      const lookup = new RememberingLookup(reader);
      const view = async (token: AccessToken) => {
        if (clientId !== "" && token.clientId !== clientId) return undefined;
        // Somebody else's are none.
        if (!isAdmin && input.userId !== "" && input.userId !== user.id) return undefined;
        const shown = await viewAccessToken(lookup, token, context.now);
        return shown !== undefined && passes(shown) ? shown : undefined;
      };
      const page = await listNarrowest(reader, accountId, clientId, userId, { ...listing, view });
      return { ...page, totalSize: await countTokens(reader, accountId, isAdmin ? undefined : user.id) };
    },
  });
}

/** Reads the page off where the fewest tokens are to be looked at. */
function listNarrowest(
  reader: Reader,
  accountId: string,
  clientId: string,
  userId: string,
  page: Omit<ViewListing<AccessToken, AccessTokenView>, "below">,
): Promise<Page<AccessTokenView>> {
  if (userId !== "") return viewIndex(reader, accessTokensByUser, { ...page, below: [accountId, userId] });
  if (clientId !== "") {
    return viewIndex(reader, accessTokensByClient, { ...page, below: [accountId, clientId] });
  }
  return viewTable(reader, accessTokens, { ...page, below: [accountId] });
}

async function countTokens(reader: Reader, accountId: string, userId: string | undefined): Promise<number> {
  if (userId !== undefined) return reader.countBy(accessTokensByUser, [accountId, userId], MAX_COUNTED);
  const counters = await reader.get(accountCounters, accountId);
  return counters?.accessTokens ?? 0;
}
