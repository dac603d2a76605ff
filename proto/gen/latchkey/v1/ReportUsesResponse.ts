// Original file: proto/latchkey/v1/authentication.proto


/**
 * That a report was counted.
 */
export interface ReportUsesResponse {
  /**
   * Whether it had been counted before.
   */
  'alreadyCounted'?: (boolean);
}

/**
 * That a report was counted.
 */
export interface ReportUsesResponse__Output {
  /**
   * Whether it had been counted before.
   */
  'alreadyCounted': (boolean);
}
