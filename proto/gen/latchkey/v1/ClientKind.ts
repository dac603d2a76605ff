// Original file: proto/latchkey/v1/oauth_client.proto

/**
 * Whether a client can keep a secret (RFC 6749 section 2.1).
 */
export const ClientKind = {
  /**
   * Not a kind.
   */
  CLIENT_KIND_UNSPECIFIED: 'CLIENT_KIND_UNSPECIFIED',
  /**
   * It runs where secrets cannot be kept (a phone, a browser, a command line): it has none, and must use PKCE.
   */
  CLIENT_KIND_PUBLIC: 'CLIENT_KIND_PUBLIC',
  /**
   * It runs on a server and authenticates with its secret.
   */
  CLIENT_KIND_CONFIDENTIAL: 'CLIENT_KIND_CONFIDENTIAL',
} as const;

/**
 * Whether a client can keep a secret (RFC 6749 section 2.1).
 */
export type ClientKind =
  /**
   * Not a kind.
   */
  | 'CLIENT_KIND_UNSPECIFIED'
  | 0
  /**
   * It runs where secrets cannot be kept (a phone, a browser, a command line): it has none, and must use PKCE.
   */
  | 'CLIENT_KIND_PUBLIC'
  | 1
  /**
   * It runs on a server and authenticates with its secret.
   */
  | 'CLIENT_KIND_CONFIDENTIAL'
  | 2

/**
 * Whether a client can keep a secret (RFC 6749 section 2.1).
 */
export type ClientKind__Output = typeof ClientKind[keyof typeof ClientKind]
