/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
}

/** The number that a share of the sorted numbers stays below. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median of what `one` is of `other`, round by round: what else the machine does then meets both alike. */
export function medianRatio(one: readonly number[], other: readonly number[]): number {
  return round(median(one.map((figure, n) => figure / (other[n] ?? Number.NaN))), 3);
}

/** Rounded to so many decimals. */
export function round(number: number, decimals = 0): number {
  return Number(number.toFixed(decimals));
}

/** The figures of every contender, a list each. */
type FiguresOf<Contenders extends Record<string, (round: number) => Promise<unknown>>> = {
  [Name in keyof Contenders]: Awaited<ReturnType<Contenders[Name]>>[];
};

/** Lets every contender have its turn in every round, the order turned about each time; the first round warms up. */
export async function playRounds<Contenders extends Record<string, (round: number) => Promise<unknown>>>(
  rounds: number,
  contenders: Contenders,
): Promise<FiguresOf<Contenders>> {
  const turns = Object.entries(contenders).map(([name, play]) => ({ name, play, figures: [] as unknown[] }));
  for (let round = 0; round <= rounds; round++) {
    for (const { play, figures } of round % 2 === 0 ? turns : turns.toReversed()) {
      const figure = await play(round);
      if (round > 0) figures.push(figure);
    }
  }
  return Object.fromEntries(turns.map(({ name, figures }) => [name, figures])) as FiguresOf<Contenders>;
}
