// Original file: proto/latchkey/v1/access_policy.proto


/**
 * Asks what a dry run has shown.
 */
export interface GetDryRunReportRequest {
  /**
   * The policy's id.
   */
  'id'?: (string);
}

/**
 * Asks what a dry run has shown.
 */
export interface GetDryRunReportRequest__Output {
  /**
   * The policy's id.
   */
  'id': (string);
}
