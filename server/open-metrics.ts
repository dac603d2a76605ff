import { Metrics } from "./system/metrics.js";
import type { Environment } from "./usecases/environment.js";

/** Counts what a server does, and reads off what it knows of itself. */
export function openMetrics({ credentials, feeds, decisions, store }: Environment): Metrics {
  return new Metrics({
    cacheEntries: () => credentials.size,
    cacheLookups: () => credentials,
    feeds: () => feeds.count(store.position()),
    decisions: () => decisions,
    position: () => store.position(),
  });
}
