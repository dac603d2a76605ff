// Original file: proto/latchkey/v1/access_policy.proto

import type { AccessPolicyEffect as _latchkey_v1_AccessPolicyEffect, AccessPolicyEffect__Output as _latchkey_v1_AccessPolicyEffect__Output } from '../../latchkey/v1/AccessPolicyEffect.js';

/**
 * One rule. It speaks of the requests for which all its conditions hold; an empty condition always holds. Their order
 * changes nothing. Up to 200 in a version.
 */
export interface AccessPolicyStatement {
  /**
   * Whether it allows or denies.
   */
  'effect'?: (_latchkey_v1_AccessPolicyEffect);
  /**
   * What it is for, up to 200 characters; may be empty.
   */
  'description'?: (string);
  /**
   * Methods such as GET, up to 20.
   */
  'methods'?: (string)[];
  /**
   * Patterns of paths, up to 50: `*` or `{name}` is one segment (also with text around it, `{id}.json`), `**` any
   * number of segments. Case matters where a statement allows, and not where it denies.
   */
  'paths'?: (string)[];
  /**
   * gRPC methods such as `helpdesk.v1.Tickets/GetTicket` or `helpdesk.v1.Tickets/*`, up to 50, beside the paths: either
   * may match.
   */
  'grpcMethods'?: (string)[];
  /**
   * Scopes of which the credential holds every one, up to 20.
   */
  'scopes'?: (string)[];
  /**
   * Addresses and CIDR ranges the request comes from, up to 50.
   */
  'ipRanges'?: (string)[];
  /**
   * Fields of the request's JSON body, up to 100, such as `ticket.status`; with all that is below. Lists are looked
   * through. `*` is any name; `**`, in a statement that denies, any depth.
   */
  'requestFields'?: (string)[];
  /**
   * Fields of the answer's JSON body, alike.
   */
  'responseFields'?: (string)[];
}

/**
 * One rule. It speaks of the requests for which all its conditions hold; an empty condition always holds. Their order
 * changes nothing. Up to 200 in a version.
 */
export interface AccessPolicyStatement__Output {
  /**
   * Whether it allows or denies.
   */
  'effect': (_latchkey_v1_AccessPolicyEffect__Output);
  /**
   * What it is for, up to 200 characters; may be empty.
   */
  'description': (string);
  /**
   * Methods such as GET, up to 20.
   */
  'methods': (string)[];
  /**
   * Patterns of paths, up to 50: `*` or `{name}` is one segment (also with text around it, `{id}.json`), `**` any
   * number of segments. Case matters where a statement allows, and not where it denies.
   */
  'paths': (string)[];
  /**
   * gRPC methods such as `helpdesk.v1.Tickets/GetTicket` or `helpdesk.v1.Tickets/*`, up to 50, beside the paths: either
   * may match.
   */
  'grpcMethods': (string)[];
  /**
   * Scopes of which the credential holds every one, up to 20.
   */
  'scopes': (string)[];
  /**
   * Addresses and CIDR ranges the request comes from, up to 50.
   */
  'ipRanges': (string)[];
  /**
   * Fields of the request's JSON body, up to 100, such as `ticket.status`; with all that is below. Lists are looked
   * through. `*` is any name; `**`, in a statement that denies, any depth.
   */
  'requestFields': (string)[];
  /**
   * Fields of the answer's JSON body, alike.
   */
  'responseFields': (string)[];
}
