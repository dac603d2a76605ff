import { randomUUID } from "node:crypto";
import type { Account__Output } from "../../proto/gen/latchkey/v1/Account.js";
import type { CreateAccountRequest } from "../../proto/gen/latchkey/v1/CreateAccountRequest.js";
import { contract } from "../../proto/load.js";
import { decodeSetTime } from "./times.js";
import { type CallOptions, callUnary, type PageRequest, type Wire } from "./wire.js";

/** A tenant of the server. */
export type Account = { id: string; displayName: string; createTime: Date };

/** What an account is made of. */
export type NewAccount = {
  /** The one-time setup code; left out over the operator's socket. */
  setupCode?: string;
  accountId: string;
  /** The id when left out. */
  displayName?: string;
  adminEmail: string;
  /** The e-mail when left out. */
  adminName?: string;
  adminPassword: string;
  /** Whether it comes from elsewhere with more than 256 API tokens, and may hold 2,048. */
  carriedOver?: boolean;
  /** A UUID; a new one when left out. Send the same to try again without making two. */
  requestId?: string;
};

/** The account that was made; sessionToken is undefined when the request id was seen before. */
export type CreatedAccount = { account: Account; adminUserId: string; sessionToken: string | undefined };

/** A page of accounts; nextPageToken is undefined on the last. */
export type AccountPage = { accounts: Account[]; nextPageToken: string | undefined };

/** Account calls. */
export type AccountCalls = ReturnType<typeof accountCalls>;

const methods = contract.latchkey.v1.AccountService.service;

/** Makes the calls of AccountService. */
export function accountCalls(wire: Wire) {
  return {
    /** Makes an account with its first administrator and signs that administrator in. */
    async create(account: NewAccount, options?: CallOptions): Promise<CreatedAccount> {
      const request = {
        setupCode: account.setupCode ?? "",
        accountId: account.accountId,
        displayName: account.displayName ?? "",
        adminEmail: account.adminEmail,
        adminName: account.adminName ?? "",
        adminPassword: account.adminPassword,
        requestId: account.requestId ?? randomUUID(),
        carriedOver: account.carriedOver ?? false,
      } satisfies CreateAccountRequest;
      const answer = await callUnary(wire, methods.CreateAccount, request, options);
      return {
        account: decodeAccount(answer.account),
        adminUserId: answer.adminUserId,
        sessionToken: answer.sessionToken || undefined,
      };
    },
    /** Reads an account: the caller's own when no id is given. */
    async get(accountId?: string, options?: CallOptions): Promise<Account> {
      const request = { accountId: accountId ?? "" };
      const answer = await callUnary(wire, methods.GetAccount, request, options);
      return decodeAccount(answer.account);
    },
    /** Reads a page of all accounts, oldest first unless told otherwise; for the operator. */
    async list(page: PageRequest = {}, options?: CallOptions): Promise<AccountPage> {
      const answer = await callUnary(wire, methods.ListAccounts, page, options);
      return {
        accounts: answer.accounts.map(decodeAccount),
        nextPageToken: answer.nextPageToken || undefined,
      };
    },
    /** Tells, without any credential, whether the server still waits for its first account. */
    async isSetupRequired(options?: CallOptions): Promise<boolean> {
      const answer = await callUnary(wire, methods.GetSetupState, {}, options);
      return answer.setupRequired;
    },
  };
}

function decodeAccount(account: Account__Output | null): Account {
  return {
    id: account?.id ?? "",
    displayName: account?.displayName ?? "",
    createTime: decodeSetTime(account?.createTime ?? null),
  };
}
