/** The `authorization` of a person's session: its token, `lks_...`. */
export function authorizeBySession(sessionToken: string): string {
  return `Bearer ${sessionToken}`;
}

/** The `authorization` of a script: the e-mail of any verified user of the account, and an API token's secret. */
export function authorizeByApiToken(email: string, secret: string): string {
  return `Basic ${Buffer.from(`${email}/token:${secret}`, "utf8").toString("base64")}`;
}
