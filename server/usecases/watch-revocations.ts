import { authorizeCredential, type RequestContext } from "../domain/callers.js";
import { Failure } from "../domain/failure.js";
import { FieldChecks } from "../domain/field-checks.js";
import { CredentialFeed, type FeedNews } from "../verification/credential-feed.js";
import type { Environment } from "./environment.js";

/** Where to begin, and how long to be silent at most. */
export interface WatchRevocationsInput {
  /** The history the caller stands in; empty for none. */
  readonly history: string;
  readonly position: number;
  /** 0 for a second. */
  readonly heartbeatMilliseconds: number;
}

/**
 * Tells everything that decides about credentials of the caller's account, then what changes, as it becomes durable.
 * The caller's right is checked when it begins; the transport ends the stream when the credential goes.
 */
export async function watchRevocations(
  environment: Environment,
  context: RequestContext,
  input: WatchRevocationsInput,
): Promise<AsyncIterable<FeedNews>> {
  const { accountId } = authorizeCredential(context.caller, "WatchRevocations");
  const checks = new FieldChecks();
  const { history, position } = input;
  const heartbeatMs = input.heartbeatMilliseconds || 1_000;
  checks.wholeNumber("heartbeat_milliseconds", heartbeatMs, 100, 60_000);
  checks.require(history.length <= 100, "history", "Must be the history of an earlier message.");
  checks.finish();
  if (history === environment.feedHistory && position > environment.store.position()) {
    throw new Failure(
      "POSITION_UNKNOWN",
      "This history has not come to that position: begin anew without a history.",
    );
  }
  const feed = new CredentialFeed(environment.store, environment.feedHistory, accountId, environment.feeds);
  return feed.read({ history, position }, heartbeatMs);
}
