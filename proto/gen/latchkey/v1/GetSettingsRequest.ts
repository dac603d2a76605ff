// Original file: proto/latchkey/v1/settings.proto


/**
 * Asks for the settings.
 */
export interface GetSettingsRequest {
}

/**
 * Asks for the settings.
 */
export interface GetSettingsRequest__Output {
}
