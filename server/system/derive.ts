import { createHmac } from "node:crypto";
import { BASE62, formatSecret, SECRET_BODY_LENGTH, type SecretKind } from "../domain/credentials.js";

/**
 * The secret of this kind that follows from a key and a text: without either, it looks random. HMAC-SHA-256 with the
 * kind and the text; of its 256 bits the 178 of a secret are taken, so no digit is favoured by more than 2^-77.
 */
export function deriveSecret(kind: SecretKind, key: string, text: string): string {
  let rest = BigInt(`0x${createHmac("sha256", key).update(`${kind} ${text}`).digest("hex")}`);
  let body = "";
  for (let place = 0; place < SECRET_BODY_LENGTH; place++) {
    body += BASE62[Number(rest % 62n)];
    rest /= 62n;
  }
  return formatSecret(kind, body);
}
