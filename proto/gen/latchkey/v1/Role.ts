// Original file: proto/latchkey/v1/user.proto

/**
 * What a user may do.
 */
export const Role = {
  /**
   * Not a role.
   */
  ROLE_UNSPECIFIED: 'ROLE_UNSPECIFIED',
  /**
   * Everything in the account.
   */
  ROLE_ADMIN: 'ROLE_ADMIN',
  /**
   * A member of the team: may use credentials and ask Latchkey who a caller is; manages nothing.
   */
  ROLE_AGENT: 'ROLE_AGENT',
  /**
   * A customer: may use credentials where allowed; manages nothing.
   */
  ROLE_END_USER: 'ROLE_END_USER',
} as const;

/**
 * What a user may do.
 */
export type Role =
  /**
   * Not a role.
   */
  | 'ROLE_UNSPECIFIED'
  | 0
  /**
   * Everything in the account.
   */
  | 'ROLE_ADMIN'
  | 1
  /**
   * A member of the team: may use credentials and ask Latchkey who a caller is; manages nothing.
   */
  | 'ROLE_AGENT'
  | 2
  /**
   * A customer: may use credentials where allowed; manages nothing.
   */
  | 'ROLE_END_USER'
  | 3

/**
 * What a user may do.
 */
export type Role__Output = typeof Role[keyof typeof Role]
