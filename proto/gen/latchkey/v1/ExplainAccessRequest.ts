// Original file: proto/latchkey/v1/access_policy.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * Asks why a request is allowed or denied.
 */
export interface ExplainAccessRequest {
  /**
   * An API token's, an access token's or a session's id.
   */
  'credentialId'?: (string);
  /**
   * Whose e-mail comes with an API token; empty for its bound user or else its creator, who is not known of a token
   * that is deleted since.
   */
  'email'?: (string);
  /**
   * The method.
   */
  'method'?: (string);
  /**
   * The path.
   */
  'path'?: (string);
  /**
   * The address the request comes from.
   */
  'sourceIp'?: (string);
  /**
   * The scopes the service asks for.
   */
  'requiredScopes'?: (string)[];
  /**
   * The moment it is about; unset for now.
   */
  'time'?: (_google_protobuf_Timestamp | null);
}

/**
 * Asks why a request is allowed or denied.
 */
export interface ExplainAccessRequest__Output {
  /**
   * An API token's, an access token's or a session's id.
   */
  'credentialId': (string);
  /**
   * Whose e-mail comes with an API token; empty for its bound user or else its creator, who is not known of a token
   * that is deleted since.
   */
  'email': (string);
  /**
   * The method.
   */
  'method': (string);
  /**
   * The path.
   */
  'path': (string);
  /**
   * The address the request comes from.
   */
  'sourceIp': (string);
  /**
   * The scopes the service asks for.
   */
  'requiredScopes': (string)[];
  /**
   * The moment it is about; unset for now.
   */
  'time': (_google_protobuf_Timestamp__Output | null);
}
