// Original file: proto/latchkey/v1/account.proto


/**
 * What a person in front of this server should do first.
 */
export interface GetSetupStateResponse {
  /**
   * True while there is no account: the setup code makes the first.
   */
  'setupRequired'?: (boolean);
}

/**
 * What a person in front of this server should do first.
 */
export interface GetSetupStateResponse__Output {
  /**
   * True while there is no account: the setup code makes the first.
   */
  'setupRequired': (boolean);
}
