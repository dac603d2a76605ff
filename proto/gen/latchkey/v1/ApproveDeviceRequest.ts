// Original file: proto/latchkey/v1/oauth.proto


/**
 * A person's answer to a device.
 */
export interface ApproveDeviceRequest {
  /**
   * The code as the person typed it.
   */
  'userCode'?: (string);
  /**
   * Whether they consent.
   */
  'approved'?: (boolean);
}

/**
 * A person's answer to a device.
 */
export interface ApproveDeviceRequest__Output {
  /**
   * The code as the person typed it.
   */
  'userCode': (string);
  /**
   * Whether they consent.
   */
  'approved': (boolean);
}
