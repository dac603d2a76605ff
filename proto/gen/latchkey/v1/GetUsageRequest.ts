// Original file: proto/latchkey/v1/usage.proto


/**
 * Asks for the last hours.
 */
export interface GetUsageRequest {
  /**
   * How many hours, the present one included: up to 336; 24 when 0.
   */
  'hours'?: (number);
}

/**
 * Asks for the last hours.
 */
export interface GetUsageRequest__Output {
  /**
   * How many hours, the present one included: up to 336; 24 when 0.
   */
  'hours': (number);
}
