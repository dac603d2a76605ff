// Original file: proto/latchkey/v1/audit.proto

/**
 * What kind of caller did something.
 */
export const ActorKind = {
  /**
   * Not known.
   */
  ACTOR_KIND_UNSPECIFIED: 'ACTOR_KIND_UNSPECIFIED',
  /**
   * A person with a session.
   */
  ACTOR_KIND_SESSION: 'ACTOR_KIND_SESSION',
  /**
   * A script with an API token.
   */
  ACTOR_KIND_API_TOKEN: 'ACTOR_KIND_API_TOKEN',
  /**
   * The server by itself, such as the inactivity sweep.
   */
  ACTOR_KIND_SYSTEM: 'ACTOR_KIND_SYSTEM',
  /**
   * The operator of the machine.
   */
  ACTOR_KIND_OPERATOR: 'ACTOR_KIND_OPERATOR',
  /**
   * Somebody who has not signed in.
   */
  ACTOR_KIND_ANONYMOUS: 'ACTOR_KIND_ANONYMOUS',
  /**
   * An OAuth client with an access token, for a user or for itself.
   */
  ACTOR_KIND_ACCESS_TOKEN: 'ACTOR_KIND_ACCESS_TOKEN',
  /**
   * An OAuth client that authenticated with its secret, or by its identifier alone when it is public.
   */
  ACTOR_KIND_OAUTH_CLIENT: 'ACTOR_KIND_OAUTH_CLIENT',
} as const;

/**
 * What kind of caller did something.
 */
export type ActorKind =
  /**
   * Not known.
   */
  | 'ACTOR_KIND_UNSPECIFIED'
  | 0
  /**
   * A person with a session.
   */
  | 'ACTOR_KIND_SESSION'
  | 1
  /**
   * A script with an API token.
   */
  | 'ACTOR_KIND_API_TOKEN'
  | 2
  /**
   * The server by itself, such as the inactivity sweep.
   */
  | 'ACTOR_KIND_SYSTEM'
  | 3
  /**
   * The operator of the machine.
   */
  | 'ACTOR_KIND_OPERATOR'
  | 4
  /**
   * Somebody who has not signed in.
   */
  | 'ACTOR_KIND_ANONYMOUS'
  | 5
  /**
   * An OAuth client with an access token, for a user or for itself.
   */
  | 'ACTOR_KIND_ACCESS_TOKEN'
  | 6
  /**
   * An OAuth client that authenticated with its secret, or by its identifier alone when it is public.
   */
  | 'ACTOR_KIND_OAUTH_CLIENT'
  | 7

/**
 * What kind of caller did something.
 */
export type ActorKind__Output = typeof ActorKind[keyof typeof ActorKind]
