// Original file: proto/latchkey/v1/api_token.proto

import type { ApiToken as _latchkey_v1_ApiToken, ApiToken__Output as _latchkey_v1_ApiToken__Output } from '../../latchkey/v1/ApiToken.js';

/**
 * Asks to make a token.
 */
export interface CreateApiTokenRequest {
  /**
   * The token: description, expire_time, bound_user_id, scopes, ip_allow_list and access_policy_ids are read, all
   * optional.
   */
  'apiToken'?: (_latchkey_v1_ApiToken | null);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second token and answers the first, without
   * its secret; RESOURCE_NOT_FOUND when that one was deleted since.
   */
  'requestId'?: (string);
}

/**
 * Asks to make a token.
 */
export interface CreateApiTokenRequest__Output {
  /**
   * The token: description, expire_time, bound_user_id, scopes, ip_allow_list and access_policy_ids are read, all
   * optional.
   */
  'apiToken': (_latchkey_v1_ApiToken__Output | null);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second token and answers the first, without
   * its secret; RESOURCE_NOT_FOUND when that one was deleted since.
   */
  'requestId': (string);
}
