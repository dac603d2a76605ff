import type { BodyObservation } from "./body-observation.js";

/** What is asked about a request. */
export interface Question {
  /** The request's `Authorization` header as it came; undefined when there was none. */
  readonly authorization?: string | undefined;
  readonly method?: string;
  readonly path?: string;
  /** The address the request came from; without it, whoever has an IP allow-list is refused. */
  readonly sourceIp?: string;
  /** Scopes of which the credential must hold every one. */
  readonly requiredScopes?: readonly string[];
  /** @internal Where the middlewares tell which fields its bodies have. */
  readonly observation?: BodyObservation | undefined;
}
