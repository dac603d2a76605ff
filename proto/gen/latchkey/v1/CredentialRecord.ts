// Original file: proto/latchkey/v1/authentication.proto

import type { AccountRules as _latchkey_v1_AccountRules, AccountRules__Output as _latchkey_v1_AccountRules__Output } from '../../latchkey/v1/AccountRules.js';
import type { UserTerms as _latchkey_v1_UserTerms, UserTerms__Output as _latchkey_v1_UserTerms__Output } from '../../latchkey/v1/UserTerms.js';
import type { ApiTokenTerms as _latchkey_v1_ApiTokenTerms, ApiTokenTerms__Output as _latchkey_v1_ApiTokenTerms__Output } from '../../latchkey/v1/ApiTokenTerms.js';
import type { SessionTerms as _latchkey_v1_SessionTerms, SessionTerms__Output as _latchkey_v1_SessionTerms__Output } from '../../latchkey/v1/SessionTerms.js';
import type { OAuthClientTerms as _latchkey_v1_OAuthClientTerms, OAuthClientTerms__Output as _latchkey_v1_OAuthClientTerms__Output } from '../../latchkey/v1/OAuthClientTerms.js';
import type { OAuthGrantTerms as _latchkey_v1_OAuthGrantTerms, OAuthGrantTerms__Output as _latchkey_v1_OAuthGrantTerms__Output } from '../../latchkey/v1/OAuthGrantTerms.js';
import type { OAuthCutoffTerms as _latchkey_v1_OAuthCutoffTerms, OAuthCutoffTerms__Output as _latchkey_v1_OAuthCutoffTerms__Output } from '../../latchkey/v1/OAuthCutoffTerms.js';
import type { AccessTokenTerms as _latchkey_v1_AccessTokenTerms, AccessTokenTerms__Output as _latchkey_v1_AccessTokenTerms__Output } from '../../latchkey/v1/AccessTokenTerms.js';
import type { AccessPolicyTerms as _latchkey_v1_AccessPolicyTerms, AccessPolicyTerms__Output as _latchkey_v1_AccessPolicyTerms__Output } from '../../latchkey/v1/AccessPolicyTerms.js';
import type { RemovedRecord as _latchkey_v1_RemovedRecord, RemovedRecord__Output as _latchkey_v1_RemovedRecord__Output } from '../../latchkey/v1/RemovedRecord.js';

/**
 * Something that decides about credentials, as it is by now. Of each kind and id the last one holds.
 */
export interface CredentialRecord {
  /**
   * The account's own rules.
   */
  'rules'?: (_latchkey_v1_AccountRules | null);
  /**
   * A user.
   */
  'user'?: (_latchkey_v1_UserTerms | null);
  /**
   * An API token.
   */
  'apiToken'?: (_latchkey_v1_ApiTokenTerms | null);
  /**
   * A session.
   */
  'session'?: (_latchkey_v1_SessionTerms | null);
  /**
   * An OAuth client: the account's, or a global one.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClientTerms | null);
  /**
   * A grant.
   */
  'oauthGrant'?: (_latchkey_v1_OAuthGrantTerms | null);
  /**
   * A moment up to which access tokens were ended together.
   */
  'oauthCutoff'?: (_latchkey_v1_OAuthCutoffTerms | null);
  /**
   * An access token.
   */
  'accessToken'?: (_latchkey_v1_AccessTokenTerms | null);
  /**
   * An access policy.
   */
  'accessPolicy'?: (_latchkey_v1_AccessPolicyTerms | null);
  /**
   * Something that is gone.
   */
  'removed'?: (_latchkey_v1_RemovedRecord | null);
  /**
   * Which. A kind that is unknown means that the account uses what the reader does not know: it must not answer by itself.
   */
  'record'?: "rules"|"user"|"apiToken"|"session"|"oauthClient"|"oauthGrant"|"oauthCutoff"|"accessToken"|"accessPolicy"|"removed";
}

/**
 * Something that decides about credentials, as it is by now. Of each kind and id the last one holds.
 */
export interface CredentialRecord__Output {
  /**
   * The account's own rules.
   */
  'rules'?: (_latchkey_v1_AccountRules__Output | null);
  /**
   * A user.
   */
  'user'?: (_latchkey_v1_UserTerms__Output | null);
  /**
   * An API token.
   */
  'apiToken'?: (_latchkey_v1_ApiTokenTerms__Output | null);
  /**
   * A session.
   */
  'session'?: (_latchkey_v1_SessionTerms__Output | null);
  /**
   * An OAuth client: the account's, or a global one.
   */
  'oauthClient'?: (_latchkey_v1_OAuthClientTerms__Output | null);
  /**
   * A grant.
   */
  'oauthGrant'?: (_latchkey_v1_OAuthGrantTerms__Output | null);
  /**
   * A moment up to which access tokens were ended together.
   */
  'oauthCutoff'?: (_latchkey_v1_OAuthCutoffTerms__Output | null);
  /**
   * An access token.
   */
  'accessToken'?: (_latchkey_v1_AccessTokenTerms__Output | null);
  /**
   * An access policy.
   */
  'accessPolicy'?: (_latchkey_v1_AccessPolicyTerms__Output | null);
  /**
   * Something that is gone.
   */
  'removed'?: (_latchkey_v1_RemovedRecord__Output | null);
  /**
   * Which. A kind that is unknown means that the account uses what the reader does not know: it must not answer by itself.
   */
  'record'?: "rules"|"user"|"apiToken"|"session"|"oauthClient"|"oauthGrant"|"oauthCutoff"|"accessToken"|"accessPolicy"|"removed";
}
