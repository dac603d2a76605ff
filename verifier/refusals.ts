import { challengeFor } from "../server/domain/challenges.js";
import type { Answer } from "./answer.js";

/** How a refused request is answered over HTTP. */
export interface HttpRefusal {
  readonly status: 401 | 403 | 503;
  readonly headers: Readonly<Record<string, string>>;
  /** A line of JSON. */
  readonly body: string;
}

const WORDS = { 401: "unauthenticated", 403: "forbidden", 503: "unavailable" } as const;

/** What to answer a request that is not allowed. */
export function refusalOf(
  answer: Exclude<Answer, { allowed: true }>,
  authorization: string | undefined,
  realm: string,
): HttpRefusal {
  const { status } = answer;
  const wasPresented = authorization !== undefined && authorization !== "";
  const missingScopes = status === 403 ? answer.missingScopes : [];
  const says =
    status === 503
      ? { "retry-after": "1" }
      : { "www-authenticate": challengeFor({ status, wasPresented, missingScopes }, realm) };
  return {
    status,
    headers: { ...says, "content-type": "application/json", "cache-control": "no-store" },
    body: `${JSON.stringify({ error: WORDS[status], ...(status === 403 ? { missing_scopes: missingScopes } : {}) })}\n`,
  };
}
