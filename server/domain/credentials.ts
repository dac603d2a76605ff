/**
 * The shape of every secret Latchkey hands out: a prefix that names its kind, 30 random base62 characters (178 bits;
 * RFC 6749 section 10.10 asks for 160) and a CRC-32 tail, 40 characters in all. The tail lets a scanner and the
 * server drop a mistyped secret without a look-up.
 */
export const SECRET_PREFIXES = {
  API_TOKEN: "lka_",
  SESSION: "lks_",
  SETUP_CODE: "lki_",
  CLIENT_SECRET: "lkc_",
  ACCESS_TOKEN: "lko_",
  REFRESH_TOKEN: "lkr_",
  AUTHORIZATION_CODE: "lkz_",
  DEVICE_CODE: "lkd_",
  /** Ties the forms of a page to the browser that it was sent to. */
  FORM_KEY: "lkf_",
} as const;

/** A kind of secret. */
export type SecretKind = keyof typeof SECRET_PREFIXES;

/** How many random characters a secret has. */
export const SECRET_BODY_LENGTH = 30;

/** The digits of base62, in the order of ASCII. */
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const SECRET_LENGTH = 40;
const HINT_LENGTH = 10;

/** Puts a secret together from its random body. */
export function formatSecret(kind: SecretKind, body: string): string {
  const start = SECRET_PREFIXES[kind] + body;
  return start + checksum(start);
}

/** Whether a text has the shape of a secret of this kind, its checksum included. */
export function isWellFormedSecret(kind: SecretKind, text: string): boolean {
  const prefix = SECRET_PREFIXES[kind];
  if (text.length !== SECRET_LENGTH || !text.startsWith(prefix)) return false;
  return /^[0-9A-Za-z]+$/.test(text.slice(prefix.length)) && checksum(text.slice(0, -6)) === text.slice(-6);
}

/** What may be kept of a secret, and shown ever after: its first 10 characters. 24 unknown ones (142 bits) remain. */
export function hintOf(secret: string): string {
  return secret.slice(0, HINT_LENGTH);
}

/** A hint as it is shown, with a mark that something is missing; one that was kept with its mark is shown as it is. */
export function showHint(hint: string): string {
  // It is kept without: one character beyond Latin-1 makes V8 hold the whole record in twice the bytes.
  return hint.length === HINT_LENGTH ? `${hint}…` : hint;
}

/** What an `Authorization` header presents. */
export type PresentedCredential =
  | { readonly kind: "API_TOKEN"; readonly email: string; readonly secret: string }
  | { readonly kind: "SESSION" | "ACCESS_TOKEN"; readonly secret: string };

/** The longest `Authorization` header that is looked at, in characters. */
const MAX_AUTHORIZATION_LENGTH = 8_192;

/**
 * Reads `Basic base64(email/token:TOKEN)` (RFC 7617) or `Bearer TOKEN` (RFC 6750 section 2.1). Anything that cannot
 * be one of ours gives undefined, whatever is wrong with it.
 */
export function parseAuthorization(header: string): PresentedCredential | undefined {
  if (header.length > MAX_AUTHORIZATION_LENGTH) return undefined;
  const match = /^(basic|bearer) +([A-Za-z0-9+/=_~.-]+)$/i.exec(header);
  if (match === null) return undefined;
  const value = match[2] as string;
  if ((match[1] as string).toLowerCase() === "bearer") {
    const kind = (["ACCESS_TOKEN", "SESSION"] as const).find((known) => isWellFormedSecret(known, value));
    return kind && { kind, secret: value };
  }
  return parseBasic(value);
}

function parseBasic(encoded: string): PresentedCredential | undefined {
  const text = decodeBase64(encoded);
  const colon = text?.indexOf(":") ?? -1;
  if (text === undefined || colon < 0) return undefined;
  const name = text.slice(0, colon);
  const secret = text.slice(colon + 1);
  if (!name.endsWith(TOKEN_SUFFIX) || !isWellFormedSecret("API_TOKEN", secret)) return undefined;
  return { kind: "API_TOKEN", email: name.slice(0, -TOKEN_SUFFIX.length), secret };
}

const TOKEN_SUFFIX = "/token";

function decodeBase64(encoded: string): string | undefined {
  try {
    // A character for each byte: of ASCII, that is the text already.
    const characters = atob(encoded);
    if (!/[\u0080-\u00ff]/.test(characters)) return characters;
    const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < 6; place++) {
    digits = (BASE62[rest % 62] as string) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as in ISO 3309 (the one of gzip and PNG), over ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    crc = (CRC_TABLE[(crc ^ text.charCodeAt(index)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
