// Original file: proto/latchkey/v1/user.proto

import type { User as _latchkey_v1_User, User__Output as _latchkey_v1_User__Output } from '../../latchkey/v1/User.js';

/**
 * A page of users.
 */
export interface ListUsersResponse {
  /**
   * The users.
   */
  'users'?: (_latchkey_v1_User)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken'?: (string);
  /**
   * How many users the account has, whatever the filter.
   */
  'totalSize'?: (number);
}

/**
 * A page of users.
 */
export interface ListUsersResponse__Output {
  /**
   * The users.
   */
  'users': (_latchkey_v1_User__Output)[];
  /**
   * Fetches the next page; empty on the last.
   */
  'nextPageToken': (string);
  /**
   * How many users the account has, whatever the filter.
   */
  'totalSize': (number);
}
