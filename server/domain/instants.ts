/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Milliseconds in a second, for durations given in seconds. */
export const SECOND = 1_000;

/** Milliseconds in an hour. */
export const HOUR = 3_600_000;

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** The last moment a protobuf Timestamp can carry: 9999-12-31T23:59:59.999Z. */
export const LAST_INSTANT: Instant = 253_402_300_799_999;
