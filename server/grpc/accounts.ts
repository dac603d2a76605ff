import type { Account as WireAccount } from "../../proto/gen/latchkey/v1/Account.js";
import type { AccountServiceHandlers } from "../../proto/gen/latchkey/v1/AccountService.js";
import type { Account } from "../domain/accounts.js";
import { createAccount } from "../usecases/create-account.js";
import { getAccount } from "../usecases/get-account.js";
import { getSetupState } from "../usecases/get-setup-state.js";
import { listAccounts } from "../usecases/list-accounts.js";
import { encodeInstant } from "./instants.js";
import { decodePageRequest } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** AccountService. */
export const accountMethods: ServiceMethods<AccountServiceHandlers> = {
  async CreateAccount(environment, context, request) {
    const created = await createAccount(environment, context, request);
    const { account, adminUserId, sessionToken } = created;
    return { account: encodeAccount(account), adminUserId, sessionToken };
  },
  async GetAccount(environment, context, { accountId }) {
    return { account: encodeAccount(await getAccount(environment, context, { accountId })) };
  },
  async ListAccounts(environment, context, request) {
    const page = await listAccounts(environment, context, decodePageRequest(request));
    return { accounts: page.items.map(encodeAccount), nextPageToken: page.nextPageToken };
  },
  async GetSetupState(environment, context) {
    const { setupRequired } = await getSetupState(environment, context);
    return { setupRequired };
  },
};

function encodeAccount({ id, displayName, createTime }: Account): Complete<WireAccount> {
  return { id, displayName, createTime: encodeInstant(createTime) };
}
