/** Work that is done again and again until it is stopped. */
export interface Repetition {
  /** Stops; resolves when the round under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does the work every so many milliseconds, never two rounds at once, and tells of each failure. Keeps no process
 * alive.
 */
export function repeat(
  work: () => Promise<unknown>,
  everyMs: number,
  onFailure: (error: unknown) => void,
): Repetition {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= work()
      .then(() => undefined, onFailure)
      .finally(() => {
        round = undefined;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
