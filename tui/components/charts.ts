const STEPS = "▁▂▃▄▅▆▇█";

/** Numbers as a line of little bars, the highest one full; what is not nothing is seen as such. */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(1, ...values);
  return values
    .map((value) => (value <= 0 ? 0 : Math.max(1, Math.round((value / highest) * (STEPS.length - 1)))))
    .map((step) => STEPS[step])
    .join("");
}

/** How full something is, as a bar of so many columns. */
export function bar(part: number, whole: number, width: number): { full: string; empty: string } {
  const share = whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));
  const full = part > 0 ? Math.max(1, Math.round(share * width)) : 0;
  return { full: "█".repeat(full), empty: "░".repeat(width - full) };
}
