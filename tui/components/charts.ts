const STEPS = "▁▂▃▄▅▆▇█";

/** Numbers as a line of little bars, the highest one full; what is not nothing is seen as such. */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(1, ...values);
  return values
    .map((value) => (value <= 0 ? 0 : Math.max(1, Math.round((value / highest) * (STEPS.length - 1)))))
    .map((step) => STEPS[step])
    .join("");
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** How full something is, as a bar of so many columns: only nothing looks empty, and only all of it looks full. */
export function bar(part: number, whole: number, width: number): { full: string; empty: string } {
  const steps = countSteps(part, whole, width * EIGHTHS.length);
  const full = "█".repeat(steps >> 3) + EIGHTHS[steps & 7];
  return { full, empty: "░".repeat(width - full.length) };
}

/** How far along something is that has no end, as a line of so many columns that points on. */
export function openBar(part: number, whole: number, width: number): string {
  const steps = countSteps(part, whole, width - 1);
  return `${"━".repeat(steps)}${"─".repeat(width - 1 - steps)}›`;
}

function countSteps(part: number, whole: number, steps: number): number {
  if (part <= 0 || whole <= 0) return 0;
  if (part >= whole) return steps;
  return Math.min(steps - 1, Math.max(1, Math.round((part / whole) * steps)));
}
