// Original file: proto/latchkey/v1/api_token.proto

import type { ApiTokenState as _latchkey_v1_ApiTokenState, ApiTokenState__Output as _latchkey_v1_ApiTokenState__Output } from '../../latchkey/v1/ApiTokenState.js';
import type { DeactivationCause as _latchkey_v1_DeactivationCause, DeactivationCause__Output as _latchkey_v1_DeactivationCause__Output } from '../../latchkey/v1/DeactivationCause.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { ApiTokenUse as _latchkey_v1_ApiTokenUse, ApiTokenUse__Output as _latchkey_v1_ApiTokenUse__Output } from '../../latchkey/v1/ApiTokenUse.js';

/**
 * A generated secret that authenticates with the e-mail of any verified user of the account.
 */
export interface ApiToken {
  /**
   * Made by the server: `tok_` and 26 characters.
   */
  'id'?: (string);
  /**
   * What it is for, in the words of whoever made it: up to 500 characters, may be empty.
   */
  'description'?: (string);
  /**
   * The first 10 characters of the secret and `…`, to tell tokens apart.
   */
  'secretHint'?: (string);
  /**
   * Whether it works. Output only.
   */
  'state'?: (_latchkey_v1_ApiTokenState);
  /**
   * Why it is deactivated. Output only.
   */
  'deactivationCause'?: (_latchkey_v1_DeactivationCause);
  /**
   * When it was deactivated; unset while it is not. Output only.
   */
  'deactivateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The user who made it, who need not be the one who uses it. Output only.
   */
  'creatorUserId'?: (string);
  /**
   * The creator's e-mail at that time. Output only.
   */
  'creatorEmail'?: (string);
  /**
   * When it was made. Output only.
   */
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When it last changed, uses aside. Output only.
   */
  'updateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * Its last use, up to 5 seconds behind (a minute, while thousands of tokens are in use; 10 seconds more for those of
   * which services with a verifier report); unset if never used. Output only.
   */
  'lastUse'?: (_latchkey_v1_ApiTokenUse | null);
  /**
   * When it stops working; unset for never. Must lie in the future when set.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When set, only this user's e-mail works with the token.
   */
  'boundUserId'?: (string);
  /**
   * What it may do: empty for all that its user may, or scopes such as `read`, `tickets:read`, `authenticate`.
   */
  'scopes'?: (string)[];
  /**
   * The addresses and CIDR ranges it may be used from, up to 50; empty allows all.
   */
  'ipAllowList'?: (string)[];
  /**
   * Changes with every change; send it back to change only what was read.
   */
  'etag'?: (string);
  /**
   * When the inactivity policy will deactivate it unless it is used; unset without a policy. Output only.
   */
  'inactivityDeactivateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When the inactivity policy will delete it unless it is reactivated; unset unless deactivated by it. Output only.
   */
  'purgeTime'?: (_google_protobuf_Timestamp | null);
  /**
   * The access policies it is under; read when it is made, afterwards changed by AttachAccessPolicy and
   * DetachAccessPolicy. One made with a credential that is under policies is under those, too.
   */
  'accessPolicyIds'?: (string)[];
}

/**
 * A generated secret that authenticates with the e-mail of any verified user of the account.
 */
export interface ApiToken__Output {
  /**
   * Made by the server: `tok_` and 26 characters.
   */
  'id': (string);
  /**
   * What it is for, in the words of whoever made it: up to 500 characters, may be empty.
   */
  'description': (string);
  /**
   * The first 10 characters of the secret and `…`, to tell tokens apart.
   */
  'secretHint': (string);
  /**
   * Whether it works. Output only.
   */
  'state': (_latchkey_v1_ApiTokenState__Output);
  /**
   * Why it is deactivated. Output only.
   */
  'deactivationCause': (_latchkey_v1_DeactivationCause__Output);
  /**
   * When it was deactivated; unset while it is not. Output only.
   */
  'deactivateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The user who made it, who need not be the one who uses it. Output only.
   */
  'creatorUserId': (string);
  /**
   * The creator's e-mail at that time. Output only.
   */
  'creatorEmail': (string);
  /**
   * When it was made. Output only.
   */
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When it last changed, uses aside. Output only.
   */
  'updateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * Its last use, up to 5 seconds behind (a minute, while thousands of tokens are in use; 10 seconds more for those of
   * which services with a verifier report); unset if never used. Output only.
   */
  'lastUse': (_latchkey_v1_ApiTokenUse__Output | null);
  /**
   * When it stops working; unset for never. Must lie in the future when set.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When set, only this user's e-mail works with the token.
   */
  'boundUserId': (string);
  /**
   * What it may do: empty for all that its user may, or scopes such as `read`, `tickets:read`, `authenticate`.
   */
  'scopes': (string)[];
  /**
   * The addresses and CIDR ranges it may be used from, up to 50; empty allows all.
   */
  'ipAllowList': (string)[];
  /**
   * Changes with every change; send it back to change only what was read.
   */
  'etag': (string);
  /**
   * When the inactivity policy will deactivate it unless it is used; unset without a policy. Output only.
   */
  'inactivityDeactivateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When the inactivity policy will delete it unless it is reactivated; unset unless deactivated by it. Output only.
   */
  'purgeTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * The access policies it is under; read when it is made, afterwards changed by AttachAccessPolicy and
   * DetachAccessPolicy. One made with a credential that is under policies is under those, too.
   */
  'accessPolicyIds': (string)[];
}
