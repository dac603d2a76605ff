/** What a refused request is told in `WWW-Authenticate` (RFC 6750 section 3, RFC 7617 section 2). */
export interface Refusal {
  readonly status: 401 | 403;
  /** Whether a credential came with the request at all: without one nothing is said about it (RFC 6750 section 3.1). */
  readonly wasPresented: boolean;
  /** The scopes that are missing, for a 403. */
  readonly missingScopes: readonly string[];
}

/** The value of `WWW-Authenticate`: both ways to authenticate, and what was wrong with the one that was tried. */
export function challengeFor({ status, wasPresented, missingScopes }: Refusal, realm: string): string {
  const where = `realm="${quotable(realm)}"`;
  if (status === 403) {
    const scope = missingScopes.length === 0 ? "" : `, scope="${quotable(missingScopes.join(" "))}"`;
    return `Bearer ${where}, error="insufficient_scope"${scope}`;
  }
  return `Bearer ${where}${wasPresented ? ', error="invalid_token"' : ""}, Basic ${where}, charset="UTF-8"`;
}

/** What may stand between quotes in a header, so that nothing gets out of them. */
function quotable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]|["\\]/g, "");
}
