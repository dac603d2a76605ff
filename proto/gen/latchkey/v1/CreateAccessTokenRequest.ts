// Original file: proto/latchkey/v1/access_token.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

/**
 * Asks to make a token.
 */
export interface CreateAccessTokenRequest {
  /**
   * The id or the identifier of the client.
   */
  'clientId'?: (string);
  /**
   * The user it acts for; the caller when empty.
   */
  'userId'?: (string);
  /**
   * What it may do: at least one scope, within the client's allowed scopes and the caller's own.
   */
  'scopes'?: (string)[];
  /**
   * How long it lives: 300 to 172,800 seconds; the settings' lifetime when unset.
   */
  'lifetime'?: (_google_protobuf_Duration | null);
  /**
   * Whether to make a refresh token as well; the client must be allowed refresh_token.
   */
  'withRefreshToken'?: (boolean);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second token and answers the first, without
   * its secrets; RESOURCE_NOT_FOUND when that one has ended since.
   */
  'requestId'?: (string);
}

/**
 * Asks to make a token.
 */
export interface CreateAccessTokenRequest__Output {
  /**
   * The id or the identifier of the client.
   */
  'clientId': (string);
  /**
   * The user it acts for; the caller when empty.
   */
  'userId': (string);
  /**
   * What it may do: at least one scope, within the client's allowed scopes and the caller's own.
   */
  'scopes': (string)[];
  /**
   * How long it lives: 300 to 172,800 seconds; the settings' lifetime when unset.
   */
  'lifetime': (_google_protobuf_Duration__Output | null);
  /**
   * Whether to make a refresh token as well; the client must be allowed refresh_token.
   */
  'withRefreshToken': (boolean);
  /**
   * A UUID chosen by the caller: the same request sent again makes no second token and answers the first, without
   * its secrets; RESOURCE_NOT_FOUND when that one has ended since.
   */
  'requestId': (string);
}
