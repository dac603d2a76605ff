// Original file: proto/latchkey/v1/authentication.proto

/**
 * What kind of credential it is.
 */
export const CredentialKind = {
  /**
   * Not a credential.
   */
  CREDENTIAL_KIND_UNSPECIFIED: 'CREDENTIAL_KIND_UNSPECIFIED',
  /**
   * An API token, with a user's e-mail.
   */
  CREDENTIAL_KIND_API_TOKEN: 'CREDENTIAL_KIND_API_TOKEN',
  /**
   * A session of the terminal.
   */
  CREDENTIAL_KIND_SESSION: 'CREDENTIAL_KIND_SESSION',
  /**
   * An OAuth access token.
   */
  CREDENTIAL_KIND_ACCESS_TOKEN: 'CREDENTIAL_KIND_ACCESS_TOKEN',
} as const;

/**
 * What kind of credential it is.
 */
export type CredentialKind =
  /**
   * Not a credential.
   */
  | 'CREDENTIAL_KIND_UNSPECIFIED'
  | 0
  /**
   * An API token, with a user's e-mail.
   */
  | 'CREDENTIAL_KIND_API_TOKEN'
  | 1
  /**
   * A session of the terminal.
   */
  | 'CREDENTIAL_KIND_SESSION'
  | 2
  /**
   * An OAuth access token.
   */
  | 'CREDENTIAL_KIND_ACCESS_TOKEN'
  | 3

/**
 * What kind of credential it is.
 */
export type CredentialKind__Output = typeof CredentialKind[keyof typeof CredentialKind]
