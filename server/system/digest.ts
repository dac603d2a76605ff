import * as crypto from "node:crypto";

/** SHA-256 of a text, read as UTF-8, as base64url without padding: 43 characters. */
export const digest: (text: string) => string =
  // One call costs a quarter of the stream; Node has it since 20.12.
  typeof crypto.hash === "function"
    ? (text) => crypto.hash("sha256", text, "base64url")
    : (text) => crypto.createHash("sha256").update(text).digest("base64url");
