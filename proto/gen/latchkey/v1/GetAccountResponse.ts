// Original file: proto/latchkey/v1/account.proto

import type { Account as _latchkey_v1_Account, Account__Output as _latchkey_v1_Account__Output } from '../../latchkey/v1/Account.js';

/**
 * One account.
 */
export interface GetAccountResponse {
  /**
   * The account.
   */
  'account'?: (_latchkey_v1_Account | null);
}

/**
 * One account.
 */
export interface GetAccountResponse__Output {
  /**
   * The account.
   */
  'account': (_latchkey_v1_Account__Output | null);
}
