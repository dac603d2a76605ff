// Original file: proto/latchkey/v1/oauth.proto


/**
 * Asks who waits behind a code.
 */
export interface GetDeviceAuthorizationRequest {
  /**
   * The code as the person typed it: case and hyphens do not matter.
   */
  'userCode'?: (string);
}

/**
 * Asks who waits behind a code.
 */
export interface GetDeviceAuthorizationRequest__Output {
  /**
   * The code as the person typed it: case and hyphens do not matter.
   */
  'userCode': (string);
}
