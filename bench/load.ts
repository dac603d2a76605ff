import { cpuSecondsOf } from "./machine.js";
import { median, medianRatio, quantile, round } from "./rounds.js";

/** What one round of calls was like. */
export interface LoadFigures {
  readonly callsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** What the server computed for one call, in microseconds; NaN where nobody tells. */
  readonly cpuMicroseconds: number;
}

/** How much is asked, and of whom. */
export interface Load<Call> {
  readonly connections: readonly { call(call: Call): Promise<Buffer> }[];
  readonly inFlight: number;
  readonly serverPid: number;
  /** The next call to make; undefined when the round is over. */
  readonly next: (worker: number) => Call | undefined;
  readonly onAnswer?: (worker: number, answer: Buffer) => void;
}

/** Keeps so many calls under way, spread over the connections, until there is none to make any more. */
export async function applyLoad<Call>(load: Load<Call>): Promise<LoadFigures> {
  const { connections, inFlight, serverPid, next, onAnswer } = load;
  const milliseconds: number[] = [];
  const work = async (worker: number): Promise<void> => {
    const connection = connections[worker % connections.length] as (typeof connections)[number];
    for (let call = next(worker); call !== undefined; call = next(worker)) {
      const begin = performance.now();
      const answer = await connection.call(call);
      milliseconds.push(performance.now() - begin);
      onAnswer?.(worker, answer);
    }
  };
  const cpuBefore = cpuSecondsOf(serverPid) ?? Number.NaN;
  const begin = performance.now();
  await Promise.all(Array.from({ length: inFlight }, (_, worker) => work(worker)));
  const seconds = (performance.now() - begin) / 1_000;
  const cpuSeconds = (cpuSecondsOf(serverPid) ?? Number.NaN) - cpuBefore;
  milliseconds.sort((a, b) => a - b);
  return {
    callsPerSecond: milliseconds.length / seconds,
    p50Milliseconds: quantile(milliseconds, 0.5),
    p99Milliseconds: quantile(milliseconds, 0.99),
    cpuMicroseconds: (cpuSeconds / milliseconds.length) * 1e6,
  };
}

/** Gives the same call again until the time is up. */
export function forMilliseconds<Call>(milliseconds: number, pick: () => Call): Load<Call>["next"] {
  const end = performance.now() + milliseconds;
  return () => (performance.now() < end ? pick() : undefined);
}

/** Rounds of a server beside those of its yardstick: medians, and medians of the ratios of each round. */
export function compare(ours: readonly LoadFigures[], yardstick: readonly LoadFigures[]) {
  const all = (rounds: readonly LoadFigures[], figure: keyof LoadFigures) => rounds.map((one) => one[figure]);
  const ratioOf = (figure: keyof LoadFigures) => medianRatio(all(ours, figure), all(yardstick, figure));
  return {
    ratio: ratioOf("callsPerSecond"),
    p99Ratio: ratioOf("p99Milliseconds"),
    cpuRatio: ratioOf("cpuMicroseconds"),
    ...summarize(ours),
    yardstick: summarize(yardstick),
  };
}

/** The medians of all rounds. */
export function summarize(rounds: readonly LoadFigures[]): LoadFigures {
  const middle = (figure: keyof LoadFigures) => median(rounds.map((one) => one[figure]));
  return {
    callsPerSecond: round(middle("callsPerSecond")),
    p50Milliseconds: round(middle("p50Milliseconds"), 3),
    p99Milliseconds: round(middle("p99Milliseconds"), 3),
    cpuMicroseconds: round(middle("cpuMicroseconds"), 1),
  };
}
