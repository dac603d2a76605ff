import type { RequestContext } from "./domain/callers.js";
import type { Log } from "./system/log.js";
import { repeat } from "./system/repeat.js";
import type { Environment } from "./usecases/environment.js";
import { sweep } from "./usecases/sweep.js";

/** How often the server does what nobody asks it for. */
export interface Rhythm {
  readonly log: Log;
  readonly flushEveryMs: number;
  readonly sweepEveryMs: number;
}

/** Writes down uses and sweeps, again and again. Stopped, it writes all that is left. */
export function startBackgroundWork(
  environment: Environment,
  { log, flushEveryMs, sweepEveryMs }: Rhythm,
  systemContext: () => RequestContext,
): { stop(): Promise<void> } {
  const { uses, access, store } = environment;
  const onFlushFailure = (error: unknown) =>
    log.warn({ error }, "last uses could not be written; tried again");
  const flushSome = async () => {
    await uses.flushSome(store);
    await access.flush(store);
  };
  const flushAll = async () => {
    await uses.flush(store);
    await access.flush(store);
  };
  const flushing = repeat(flushSome, flushEveryMs, onFlushFailure);
  const sweeping = repeat(
    async () => log.debug(await sweep(environment, systemContext()), "swept"),
    sweepEveryMs,
    (error) => log.error({ error }, "sweep failed; tried again later"),
  );
  return {
    async stop() {
      await Promise.all([flushing.stop(), sweeping.stop()]);
      await flushAll().catch(onFlushFailure);
    },
  };
}
