import { authorizeInAccount, type RequestContext, type UserCaller } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { recordEvent } from "../store/audit-trail.js";
import type { Reader } from "../store/reader.js";
import { oauthGrants, oauthGrantsByUser, users } from "../store/tables.js";
import type { Transaction } from "../store/transaction.js";
import { endOAuthGrant } from "./end-oauth-grant.js";
import type { Environment } from "./environment.js";
import { findClientOfTokens } from "./find-client-of-tokens.js";
import { loadAccessToken, maySeeTokensOf } from "./get-access-token.js";
import { eachBy, impactInAccount, impactOfTokens } from "./live-tokens.js";
import { endTokensTogether } from "./oauth-cutoffs.js";
import { revokeWithGrant } from "./revoke-access-token.js";
import { writeAsCaller } from "./write-as-caller.js";

/** Which tokens to revoke: these, or all of a client, of a user, or of a client for a user. */
export interface BatchRevokeAccessTokensInput {
  readonly ids: readonly string[];
  /** By id or identifier. */
  readonly clientId: string;
  readonly userId: string;
  readonly validateOnly: boolean;
}

/** What went: access tokens that worked, and grants that could be refreshed. */
export interface RevokedAccessTokens {
  readonly accessTokens: number;
  readonly grants: number;
}

/** Whose tokens go together. */
interface Family {
  readonly clientId: string | undefined;
  readonly userId: string | undefined;
  /** How the audit log calls it. */
  readonly label: string;
}

/** Revokes many tokens and their grants for good, in one commit; answers what went. */
export async function batchRevokeAccessTokens(
  environment: Environment,
  context: RequestContext,
  input: BatchRevokeAccessTokensInput,
): Promise<RevokedAccessTokens> {
  const caller = authorizeInAccount(context.caller, "BatchRevokeAccessTokens");
  checkInput(input);
  return input.ids.length > 0
    ? revokeNamed(environment, context, input)
    : revokeFamily(environment, context, caller, input);
}

function checkInput({ ids, clientId, userId }: BatchRevokeAccessTokensInput): void {
  const checks = new FieldChecks();
  const namesFamily = clientId !== "" || userId !== "";
  checks.require(ids.length > 0 || namesFamily, "ids", "Must name a token, a client or a user.");
  checks.require(ids.length === 0 || !namesFamily, "ids", "Must be empty beside a client or a user.");
  if (checks.atMost("ids", ids, 500, "ids")) {
    checks.require(new Set(ids).size === ids.length, "ids", "Must name each token once.");
  }
  checks.finish();
}

function revokeNamed(
  environment: Environment,
  context: RequestContext,
  { ids, validateOnly }: BatchRevokeAccessTokensInput,
): Promise<RevokedAccessTokens> {
  return writeAsCaller(environment, context, "BatchRevokeAccessTokens", async (transaction, caller) => {
    const views = [];
    for (const id of ids) views.push(await loadAccessToken(transaction, caller, id, context.now));
    const tokens = views.map(({ token }) => token);
    const impact = await impactOfTokens(transaction.before(), tokens, context.now);
    if (!validateOnly) for (const token of tokens) await revokeWithGrant(transaction, context, token);
    return { accessTokens: impact.accessTokens, grants: impact.grants };
  });
}

async function revokeFamily(
  environment: Environment,
  context: RequestContext,
  caller: UserCaller,
  input: BatchRevokeAccessTokensInput,
): Promise<RevokedAccessTokens> {
  const { accountId } = caller;
  // Counting takes its time, and nobody else's: it is no write.
  const { accessTokens, grants } = await environment.store.read(async (reader) =>
    impactInAccount(reader, accountId, await findFamily(reader, caller, input), context.now),
  );
  if (!input.validateOnly) {
    await writeAsCaller(environment, context, "BatchRevokeAccessTokens", async (transaction, present) => {
      const family = await findFamily(transaction, present, input);
      await endFamily(transaction, context, accountId, family);
      await recordEvent(transaction, context, {
        accountId,
        action: "access_token.revoke_all",
        resourceType: family.clientId === undefined ? "user" : "oauth_client",
        resourceId: family.clientId ?? family.userId ?? "",
        resourceLabel: family.label,
        changes: [
          { field: "user_id", before: "", after: family.userId ?? "" },
          { field: "access_tokens", before: String(accessTokens), after: "0" },
          { field: "grants", before: String(grants), after: "0" },
        ],
      });
    });
  }
  return { accessTokens, grants };
}

/** Whose tokens are meant; of somebody who is no administrator, their own. Throws RESOURCE_NOT_FOUND. */
async function findFamily(
  reader: Reader,
  caller: UserCaller,
  input: BatchRevokeAccessTokensInput,
): Promise<Family> {
  const { accountId } = caller;
  const own = caller.user.role === "ADMIN" ? "" : caller.user.id;
  const userId = input.userId || own || undefined;
  const isVisible = userId === undefined || maySeeTokensOf(caller, userId);
  const user = userId !== undefined && isVisible ? await reader.get(users, accountId, userId) : undefined;
  if (userId !== undefined && user === undefined) throw notFound("user", userId);
  if (input.clientId === "") return { clientId: undefined, userId, label: user?.email ?? "" };
  const client = await findClientOfTokens(reader, accountId, input.clientId);
  return { clientId: client.id, userId, label: client.name };
}

async function endFamily(
  transaction: Transaction,
  context: RequestContext,
  accountId: string,
  { clientId, userId }: Family,
): Promise<void> {
  if (clientId === undefined || userId === undefined) {
    const cutoff =
      clientId === undefined
        ? ({ accountId, kind: "USER", id: userId ?? "" } as const)
        : ({ accountId, kind: "CLIENT", id: clientId } as const);
    return endTokensTogether(transaction, cutoff, context.now);
  }
  // What acts for a user hangs on a grant, and there are few of one client for one user.
  for await (const found of eachBy(transaction, oauthGrantsByUser, [accountId, userId])) {
    if (found.clientId !== clientId) continue;
    const grant = await transaction.get(oauthGrants, accountId, found.id);
    if (grant !== undefined) {
      await endOAuthGrant(transaction, context, grant, { action: "oauth_grant.revoke" });
    }
  }
}
