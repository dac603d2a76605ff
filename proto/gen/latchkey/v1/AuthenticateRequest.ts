// Original file: proto/latchkey/v1/authentication.proto


/**
 * What a service asks about a request it serves.
 */
export interface AuthenticateRequest {
  /**
   * The request's `Authorization` header as it came: `Basic base64(email/token:TOKEN)` or `Bearer TOKEN`, an access
   * token or a session; up to 8 KiB.
   */
  'authorization'?: (string);
  /**
   * The request's method, such as `GET`; may be empty.
   */
  'method'?: (string);
  /**
   * The request's path, such as `/api/v2/tickets.json`; may be empty.
   */
  'path'?: (string);
  /**
   * The address the request came from; empty when unknown, which fails where an IP allow-list applies.
   */
  'sourceIp'?: (string);
  /**
   * Scopes of which the credential must hold every one, such as `tickets:read`; empty asks for none.
   */
  'requiredScopes'?: (string)[];
}

/**
 * What a service asks about a request it serves.
 */
export interface AuthenticateRequest__Output {
  /**
   * The request's `Authorization` header as it came: `Basic base64(email/token:TOKEN)` or `Bearer TOKEN`, an access
   * token or a session; up to 8 KiB.
   */
  'authorization': (string);
  /**
   * The request's method, such as `GET`; may be empty.
   */
  'method': (string);
  /**
   * The request's path, such as `/api/v2/tickets.json`; may be empty.
   */
  'path': (string);
  /**
   * The address the request came from; empty when unknown, which fails where an IP allow-list applies.
   */
  'sourceIp': (string);
  /**
   * Scopes of which the credential must hold every one, such as `tickets:read`; empty asks for none.
   */
  'requiredScopes': (string)[];
}
