// Original file: proto/latchkey/v1/account.proto

import type { Account as _latchkey_v1_Account, Account__Output as _latchkey_v1_Account__Output } from '../../latchkey/v1/Account.js';

/**
 * The account that was made.
 */
export interface CreateAccountResponse {
  /**
   * The account.
   */
  'account'?: (_latchkey_v1_Account | null);
  /**
   * The id of its first administrator.
   */
  'adminUserId'?: (string);
  /**
   * A session token of that administrator, shown this once; empty when the request id was seen before.
   */
  'sessionToken'?: (string);
}

/**
 * The account that was made.
 */
export interface CreateAccountResponse__Output {
  /**
   * The account.
   */
  'account': (_latchkey_v1_Account__Output | null);
  /**
   * The id of its first administrator.
   */
  'adminUserId': (string);
  /**
   * A session token of that administrator, shown this once; empty when the request id was seen before.
   */
  'sessionToken': (string);
}
