// Original file: proto/latchkey/v1/settings.proto

import type { InactivityPolicy as _latchkey_v1_InactivityPolicy, InactivityPolicy__Output as _latchkey_v1_InactivityPolicy__Output } from '../../latchkey/v1/InactivityPolicy.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

/**
 * The settings of one account.
 */
export interface Settings {
  /**
   * Whether API tokens may be made, listed and used. Off in a new account. Turning it off makes every API token
   * unauthenticated at once; turning it on again restores all that were not deactivated for another cause.
   */
  'apiTokenAccess'?: (boolean);
  /**
   * Whether OAuth access tokens may be issued and used. Off in a new account.
   */
  'oauthAccess'?: (boolean);
  /**
   * How many API tokens the account may hold, active or not. Output only: 256, or 2,048 for an account that was
   * carried over with more than 256.
   */
  'maxApiTokens'?: (number);
  /**
   * How long an authorization code lives, in seconds: 30 to 600; 120 at first.
   */
  'authorizationCodeLifetimeSeconds'?: (number);
  /**
   * How long an access token lives when nobody says otherwise, in seconds: 300 to 172,800; 1,800 at first.
   */
  'accessTokenLifetimeSeconds'?: (number);
  /**
   * How long a refresh token lives when nobody says otherwise, in seconds: 604,800 to 7,776,000; 2,592,000 at first.
   */
  'refreshTokenLifetimeSeconds'?: (number);
  /**
   * What becomes of API tokens that nobody uses.
   */
  'inactivityPolicy'?: (_latchkey_v1_InactivityPolicy | null);
  /**
   * The account's own protected resources, from which scopes are made (`tickets` gives `tickets:read` and
   * `tickets:write`): up to 100 names of a-z, 0-9 and _, starting with a letter, 1 to 40 characters.
   */
  'resources'?: (string)[];
  /**
   * The addresses and CIDR ranges that may use the account's credentials, IPv4 or IPv6, up to 100; empty allows all.
   */
  'ipAllowList'?: (string)[];
  /**
   * Changes with every change; send it back to update only what was read.
   */
  'etag'?: (string);
  /**
   * When the settings last changed.
   */
  'updateTime'?: (_google_protobuf_Timestamp | null);
  /**
   * Whether it is observed what credentials are used for (method, shape of the path and names of fields, never values), so that access
   * policies can be suggested; off at first.
   */
  'observeUse'?: (boolean);
}

/**
 * The settings of one account.
 */
export interface Settings__Output {
  /**
   * Whether API tokens may be made, listed and used. Off in a new account. Turning it off makes every API token
   * unauthenticated at once; turning it on again restores all that were not deactivated for another cause.
   */
  'apiTokenAccess': (boolean);
  /**
   * Whether OAuth access tokens may be issued and used. Off in a new account.
   */
  'oauthAccess': (boolean);
  /**
   * How many API tokens the account may hold, active or not. Output only: 256, or 2,048 for an account that was
   * carried over with more than 256.
   */
  'maxApiTokens': (number);
  /**
   * How long an authorization code lives, in seconds: 30 to 600; 120 at first.
   */
  'authorizationCodeLifetimeSeconds': (number);
  /**
   * How long an access token lives when nobody says otherwise, in seconds: 300 to 172,800; 1,800 at first.
   */
  'accessTokenLifetimeSeconds': (number);
  /**
   * How long a refresh token lives when nobody says otherwise, in seconds: 604,800 to 7,776,000; 2,592,000 at first.
   */
  'refreshTokenLifetimeSeconds': (number);
  /**
   * What becomes of API tokens that nobody uses.
   */
  'inactivityPolicy': (_latchkey_v1_InactivityPolicy__Output | null);
  /**
   * The account's own protected resources, from which scopes are made (`tickets` gives `tickets:read` and
   * `tickets:write`): up to 100 names of a-z, 0-9 and _, starting with a letter, 1 to 40 characters.
   */
  'resources': (string)[];
  /**
   * The addresses and CIDR ranges that may use the account's credentials, IPv4 or IPv6, up to 100; empty allows all.
   */
  'ipAllowList': (string)[];
  /**
   * Changes with every change; send it back to update only what was read.
   */
  'etag': (string);
  /**
   * When the settings last changed.
   */
  'updateTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * Whether it is observed what credentials are used for (method, shape of the path and names of fields, never values), so that access
   * policies can be suggested; off at first.
   */
  'observeUse': (boolean);
}
