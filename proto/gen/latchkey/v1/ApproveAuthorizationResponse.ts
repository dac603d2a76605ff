// Original file: proto/latchkey/v1/oauth.proto


/**
 * Where the person goes next.
 */
export interface ApproveAuthorizationResponse {
  /**
   * The redirect URI with `code`, `state` and `iss` (RFC 9207), or with `error`.
   */
  'redirectTo'?: (string);
}

/**
 * Where the person goes next.
 */
export interface ApproveAuthorizationResponse__Output {
  /**
   * The redirect URI with `code`, `state` and `iss` (RFC 9207), or with `error`.
   */
  'redirectTo': (string);
}
