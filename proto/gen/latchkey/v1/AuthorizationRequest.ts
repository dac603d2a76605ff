// Original file: proto/latchkey/v1/oauth.proto


/**
 * An authorization request as it came.
 */
export interface AuthorizationRequest {
  /**
   * `code`.
   */
  'responseType'?: (string);
  /**
   * The client's identifier.
   */
  'clientId'?: (string);
  /**
   * Where to send the person back to; may be empty when the client has exactly one.
   */
  'redirectUri'?: (string);
  /**
   * Scopes parted by spaces; empty for the client's allowed scopes.
   */
  'scope'?: (string);
  /**
   * Given back as it came.
   */
  'state'?: (string);
  /**
   * `BASE64URL(SHA256(code_verifier))` (RFC 7636 section 4.2); required of public clients.
   */
  'codeChallenge'?: (string);
  /**
   * `S256`; nothing else is accepted.
   */
  'codeChallengeMethod'?: (string);
}

/**
 * An authorization request as it came.
 */
export interface AuthorizationRequest__Output {
  /**
   * `code`.
   */
  'responseType': (string);
  /**
   * The client's identifier.
   */
  'clientId': (string);
  /**
   * Where to send the person back to; may be empty when the client has exactly one.
   */
  'redirectUri': (string);
  /**
   * Scopes parted by spaces; empty for the client's allowed scopes.
   */
  'scope': (string);
  /**
   * Given back as it came.
   */
  'state': (string);
  /**
   * `BASE64URL(SHA256(code_verifier))` (RFC 7636 section 4.2); required of public clients.
   */
  'codeChallenge': (string);
  /**
   * `S256`; nothing else is accepted.
   */
  'codeChallengeMethod': (string);
}
