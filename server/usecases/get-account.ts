import type { Account } from "../domain/accounts.js";
import { authorize, type RequestContext } from "../domain/callers.js";
import { notFound } from "../domain/failure.js";
import { accounts } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** Returns the caller's own account; the operator may name any. */
export async function getAccount(
  environment: Environment,
  context: RequestContext,
  input: { readonly accountId: string },
): Promise<Account> {
  const { caller } = context;
  authorize(caller, "GetAccount");
  const own = "accountId" in caller ? caller.accountId : undefined;
  const accountId = input.accountId === "" ? (own ?? "") : input.accountId;
  const isVisible = own === undefined || own === accountId;
  const account = isVisible
    ? await environment.store.read((reader) => reader.get(accounts, accountId))
    : undefined;
  if (account === undefined) throw notFound("account", accountId);
  return account;
}
