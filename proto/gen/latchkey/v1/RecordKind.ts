// Original file: proto/latchkey/v1/authentication.proto

/**
 * The kinds of what decides about credentials.
 */
export const RecordKind = {
  /**
   * None of them.
   */
  RECORD_KIND_UNSPECIFIED: 'RECORD_KIND_UNSPECIFIED',
  /**
   * A user.
   */
  RECORD_KIND_USER: 'RECORD_KIND_USER',
  /**
   * An API token.
   */
  RECORD_KIND_API_TOKEN: 'RECORD_KIND_API_TOKEN',
  /**
   * A session.
   */
  RECORD_KIND_SESSION: 'RECORD_KIND_SESSION',
  /**
   * An OAuth client.
   */
  RECORD_KIND_OAUTH_CLIENT: 'RECORD_KIND_OAUTH_CLIENT',
  /**
   * A grant.
   */
  RECORD_KIND_OAUTH_GRANT: 'RECORD_KIND_OAUTH_GRANT',
  /**
   * A cut-off.
   */
  RECORD_KIND_OAUTH_CUTOFF: 'RECORD_KIND_OAUTH_CUTOFF',
  /**
   * An access token.
   */
  RECORD_KIND_ACCESS_TOKEN: 'RECORD_KIND_ACCESS_TOKEN',
  /**
   * An access policy.
   */
  RECORD_KIND_ACCESS_POLICY: 'RECORD_KIND_ACCESS_POLICY',
} as const;

/**
 * The kinds of what decides about credentials.
 */
export type RecordKind =
  /**
   * None of them.
   */
  | 'RECORD_KIND_UNSPECIFIED'
  | 0
  /**
   * A user.
   */
  | 'RECORD_KIND_USER'
  | 1
  /**
   * An API token.
   */
  | 'RECORD_KIND_API_TOKEN'
  | 2
  /**
   * A session.
   */
  | 'RECORD_KIND_SESSION'
  | 3
  /**
   * An OAuth client.
   */
  | 'RECORD_KIND_OAUTH_CLIENT'
  | 4
  /**
   * A grant.
   */
  | 'RECORD_KIND_OAUTH_GRANT'
  | 5
  /**
   * A cut-off.
   */
  | 'RECORD_KIND_OAUTH_CUTOFF'
  | 6
  /**
   * An access token.
   */
  | 'RECORD_KIND_ACCESS_TOKEN'
  | 7
  /**
   * An access policy.
   */
  | 'RECORD_KIND_ACCESS_POLICY'
  | 8

/**
 * The kinds of what decides about credentials.
 */
export type RecordKind__Output = typeof RecordKind[keyof typeof RecordKind]
