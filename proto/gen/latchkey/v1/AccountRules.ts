// Original file: proto/latchkey/v1/authentication.proto

import type { RoleAccessPolicies as _latchkey_v1_RoleAccessPolicies, RoleAccessPolicies__Output as _latchkey_v1_RoleAccessPolicies__Output } from '../../latchkey/v1/RoleAccessPolicies.js';

/**
 * What of the settings decides about every credential.
 */
export interface AccountRules {
  /**
   * The account.
   */
  'accountId'?: (string);
  /**
   * Whether API tokens work at all.
   */
  'apiTokenAccess'?: (boolean);
  /**
   * Whether access tokens work at all.
   */
  'oauthAccess'?: (boolean);
  /**
   * Where credentials may come from; empty for anywhere.
   */
  'ipAllowList'?: (string)[];
  /**
   * The access policies that the users of roles are under.
   */
  'roleAccessPolicies'?: (_latchkey_v1_RoleAccessPolicies)[];
  /**
   * Whether the account wants observed what its credentials are used for. Decides nothing; see ReportUses.
   */
  'observeUse'?: (boolean);
}

/**
 * What of the settings decides about every credential.
 */
export interface AccountRules__Output {
  /**
   * The account.
   */
  'accountId': (string);
  /**
   * Whether API tokens work at all.
   */
  'apiTokenAccess': (boolean);
  /**
   * Whether access tokens work at all.
   */
  'oauthAccess': (boolean);
  /**
   * Where credentials may come from; empty for anywhere.
   */
  'ipAllowList': (string)[];
  /**
   * The access policies that the users of roles are under.
   */
  'roleAccessPolicies': (_latchkey_v1_RoleAccessPolicies__Output)[];
  /**
   * Whether the account wants observed what its credentials are used for. Decides nothing; see ReportUses.
   */
  'observeUse': (boolean);
}
