// Original file: proto/latchkey/v1/account.proto

import type { Account as _latchkey_v1_Account, Account__Output as _latchkey_v1_Account__Output } from '../../latchkey/v1/Account.js';

/**
 * A page of accounts.
 */
export interface ListAccountsResponse {
  /**
   * The accounts, in order.
   */
  'accounts'?: (_latchkey_v1_Account)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
}

/**
 * A page of accounts.
 */
export interface ListAccountsResponse__Output {
  /**
   * The accounts, in order.
   */
  'accounts': (_latchkey_v1_Account__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
}
