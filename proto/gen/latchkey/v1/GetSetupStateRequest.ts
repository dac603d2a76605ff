// Original file: proto/latchkey/v1/account.proto


/**
 * Asks whether the server still waits for its first account.
 */
export interface GetSetupStateRequest {
}

/**
 * Asks whether the server still waits for its first account.
 */
export interface GetSetupStateRequest__Output {
}
