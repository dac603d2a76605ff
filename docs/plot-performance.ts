/**
 * Draws docs/pictures/performance.svg of the lines in docs/performance.jsonl, which the programs in bench/ printed: each
 * figure as a share of its yardstick. Run it with `npx tsx docs/plot-performance.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";

/** A bar: a ratio, and what it is a ratio of. */
interface Bar {
  readonly label: string;
  readonly ratio: number;
}

const WIDTH = 760;
const LEFT = 330;
const BAR = 22;
const GAP = 14;
const TOP = 56;
const LARGEST = 1.75;

const lines = readFileSync(new URL("performance.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const told = new Map(
  lines.map((line) => JSON.parse(line)).map((one: { benchmark: string }) => [one.benchmark, one]),
);

function figureOf(benchmark: string, ...path: string[]): number {
  let found: unknown = told.get(benchmark);
  for (const step of path) found = (found as Record<string, unknown> | undefined)?.[step];
  if (typeof found !== "number") throw new Error(`${benchmark} tells nothing of ${path.join(".")}.`);
  return found;
}

const bars: readonly Bar[] = [
  { label: "Authenticate / bare echo, 64 in flight", ratio: figureOf("authenticate", "ratio") },
  { label: "the same, 4 connections", ratio: figureOf("authenticate", "fourConnections", "ratio") },
  { label: "the same, 1 in flight", ratio: figureOf("authenticate", "oneInFlight", "ratio") },
  { label: "AuthenticateStream / echo with the codec", ratio: figureOf("authenticate-stream", "ratio") },
  { label: "AuthenticateStream / echo of bytes", ratio: figureOf("authenticate-stream", "ratioToBytes") },
  { label: "latchkey/verifier / SHA-256 and a Map", ratio: figureOf("verifier", "ratio") },
  { label: "1,000,000 tokens / 1,000: calls a second", ratio: 1 / figureOf("scale", "costRatio") },
  { label: "1,000,000 tokens / 1,000: time to start", ratio: figureOf("scale", "startRatio") },
  { label: "1,000,000 tokens / 1,000: memory", ratio: figureOf("scale", "memoryRatio") },
];

const height = TOP + bars.length * (BAR + GAP) + 24;
const placeOf = (ratio: number) => LEFT + (Math.min(ratio, LARGEST) / LARGEST) * (WIDTH - LEFT - 60);
const rows = bars.map(({ label, ratio }, n) => {
  const y = TOP + n * (BAR + GAP);
  return `<text x="${LEFT - 10}" y="${y + 16}" text-anchor="end">${label}</text>
<rect x="${LEFT}" y="${y}" width="${(placeOf(ratio) - LEFT).toFixed(1)}" height="${BAR}" rx="3" fill="#2f6f9f"/>
<text x="${(placeOf(ratio) + 6).toFixed(1)}" y="${y + 16}">${ratio.toFixed(2)}</text>`;
});
const one = placeOf(1).toFixed(1);
writeFileSync(
  new URL("pictures/performance.svg", import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#222">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="16" y="28" font-size="16" font-weight="bold">Latchkey as a ratio to its yardstick in the same run</text>
<line x1="${one}" y1="${TOP - 10}" x2="${one}" y2="${height - 20}" stroke="#b03a2e" stroke-dasharray="4 4"/>
<text x="${one}" y="${height - 6}" text-anchor="middle" fill="#b03a2e">1 = the yardstick</text>
${rows.join("\n")}
</svg>
`,
);
