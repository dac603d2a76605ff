// Original file: proto/latchkey/v1/authentication.proto

import type { CredentialKind as _latchkey_v1_CredentialKind, CredentialKind__Output as _latchkey_v1_CredentialKind__Output } from '../../latchkey/v1/CredentialKind.js';
import type { Long } from '@grpc/proto-loader';

/**
 * How a credential was used.
 */
export interface CredentialUse {
  /**
   * What kind it is of.
   */
  'kind'?: (_latchkey_v1_CredentialKind);
  /**
   * The credential; empty for uses that are only counted.
   */
  'credentialId'?: (string);
  /**
   * The user whose it is or whose e-mail it came with; empty for a client that acts for itself.
   */
  'userId'?: (string);
  /**
   * The address it was last used from; empty when unknown.
   */
  'sourceIp'?: (string);
  /**
   * How often it was used since it was reported last.
   */
  'count'?: (number | string | Long);
  /**
   * How long ago the last time was.
   */
  'lastMillisecondsAgo'?: (number | string | Long);
}

/**
 * How a credential was used.
 */
export interface CredentialUse__Output {
  /**
   * What kind it is of.
   */
  'kind': (_latchkey_v1_CredentialKind__Output);
  /**
   * The credential; empty for uses that are only counted.
   */
  'credentialId': (string);
  /**
   * The user whose it is or whose e-mail it came with; empty for a client that acts for itself.
   */
  'userId': (string);
  /**
   * The address it was last used from; empty when unknown.
   */
  'sourceIp': (string);
  /**
   * How often it was used since it was reported last.
   */
  'count': (number);
  /**
   * How long ago the last time was.
   */
  'lastMillisecondsAgo': (number);
}
