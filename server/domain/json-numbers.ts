/** Where a number that is read byte by byte stands (RFC 8259 section 6). */
export type NumberPlace = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** No part of a number. */
export const NO_NUMBER: NumberPlace = 0;
const AFTER_MINUS: NumberPlace = 1;
const AFTER_ZERO: NumberPlace = 2;
const IN_WHOLE: NumberPlace = 3;
const AFTER_POINT: NumberPlace = 4;
const IN_FRACTION: NumberPlace = 5;
const AFTER_E: NumberPlace = 6;
const AFTER_SIGN: NumberPlace = 7;
const IN_EXPONENT: NumberPlace = 8;

/** Where the first byte of a number leads. */
export function beginNumber(byte: number): NumberPlace {
  if (byte === 0x2d) return AFTER_MINUS;
  if (byte === 0x30) return AFTER_ZERO;
  return isDigit(byte) ? IN_WHOLE : NO_NUMBER;
}

/** Where the next byte leads; NO_NUMBER when it does not belong to the number. */
export function continueNumber(place: NumberPlace, byte: number): NumberPlace {
  if (isDigit(byte)) {
    if (place === IN_WHOLE || place === IN_FRACTION || place === IN_EXPONENT) return place;
    if (place === AFTER_MINUS) return byte === 0x30 ? AFTER_ZERO : IN_WHOLE;
    if (place === AFTER_POINT) return IN_FRACTION;
    return place === AFTER_E || place === AFTER_SIGN ? IN_EXPONENT : NO_NUMBER;
  }
  const isWhole = place === AFTER_ZERO || place === IN_WHOLE;
  if (byte === 0x2e) return isWhole ? AFTER_POINT : NO_NUMBER;
  if (byte === 0x65 || byte === 0x45) return isWhole || place === IN_FRACTION ? AFTER_E : NO_NUMBER;
  return (byte === 0x2b || byte === 0x2d) && place === AFTER_E ? AFTER_SIGN : NO_NUMBER;
}

/** Whether a number may end here. */
export function isWholeNumber(place: NumberPlace): boolean {
  return place === AFTER_ZERO || place === IN_WHOLE || place === IN_FRACTION || place === IN_EXPONENT;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
