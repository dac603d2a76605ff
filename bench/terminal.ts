import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { accountCounters, users } from "../server/store/tables.js";
import { TerminalDriver } from "../test/support/terminal.js";
import { type Seeding, seed } from "./data-directory.js";
import { cpuSecondsOf, describeMachine } from "./machine.js";
import { median, quantile, round } from "./rounds.js";
import { startLatchkey } from "./server-process.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

// How fast the terminal is, in a real pseudo-terminal on a real server:
// `npm run build && npx tsx bench/terminal.ts [--rows 10000]`.

const { values } = parseArgs({ options: { rows: { type: "string", default: "10000" } } });
const ROWS = Number(values.rows);
const STARTS = 7;
const KEYS = 120;
const CLI = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const PASSWORD = "correct horse battery";
const SIZE = { columns: 120, rows: 40 };

/** Stores so many users, without an audit event each. */
async function storeUsers({ environment }: Seeding, accountId: string, count: number): Promise<void> {
  const { store, newId } = environment;
  const now = Date.now();
  for (let made = 0; made < count; made += 1000) {
    await store.write(async (transaction) => {
      for (let at = made; at < Math.min(count, made + 1000); at += 1) {
        await transaction.put(users, {
          id: newId("usr", now),
          accountId,
          email: `user-${at}@example.com`,
          name: `User ${String(at).padStart(5, "0")} of many`,
          role: "AGENT",
          verified: at % 9 !== 0,
          suspended: at % 17 === 0,
          createTime: now,
          updateTime: now,
          revision: 1,
        });
      }
      const counters = await transaction.get(accountCounters, accountId);
      if (counters !== undefined)
        await transaction.put(accountCounters, { ...counters, users: counters.users + 1000 });
    });
  }
}

function open(address: string, home: string): TerminalDriver {
  const env = { XDG_STATE_HOME: home, TERM: "xterm-256color" };
  return TerminalDriver.start(process.execPath, [CLI, "tui", "--server", address], { ...SIZE, env });
}

/** Milliseconds from the start to the first byte, to a whole frame, and to the page that can be typed on. */
async function measureStart(address: string, home: string) {
  const begin = performance.now();
  const terminal = open(address, home);
  const since = () => performance.now() - begin;
  await terminal.waitFor(() => terminal.raw.length > 0);
  const firstByte = since();
  await terminal.waitFor(/Latchkey[\s\S]*└─/);
  const firstFrame = since();
  await terminal.waitFor("Password");
  const ready = since();
  await terminal.close();
  return { firstByte, firstFrame, ready };
}

/** Presses a key many times, each once the one before is seen: milliseconds and bytes of each. */
async function measureKeys(terminal: TerminalDriver, key: string, times: number) {
  const milliseconds: number[] = [];
  const from = terminal.raw.length;
  for (let at = 0; at < times; at += 1) {
    const before = terminal.screen();
    const begin = performance.now();
    terminal.press(key);
    await terminal.waitFor((screen) => screen !== before);
    milliseconds.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  const cleared = terminal.raw.slice(from).split("\x1b[2J").length - 1;
  return { ...quantiles(milliseconds), bytesPerKey: (terminal.raw.length - from) / times, cleared };
}

function quantiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

function megabytesOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

function rounded(value: object) {
  return Object.fromEntries(Object.entries(value).map(([name, number]) => [name, round(number, 1)]));
}

const home = makeTemporaryDirectory();
const directory = join(home, "data");
await seed(directory, async (seeding) => {
  const { accountId } = await seeding.addAccount("example-shop");
  await storeUsers(seeding, accountId, ROWS);
});
const server = await startLatchkey(directory);
try {
  const starts: Awaited<ReturnType<typeof measureStart>>[] = [];
  for (let at = 0; at < STARTS; at += 1) starts.push(await measureStart(server.address, home));
  const start = (name: "firstByte" | "firstFrame" | "ready") => round(median(starts.map((one) => one[name])));
  const terminal = open(server.address, home);
  await terminal.waitFor("Password");
  terminal.type(`\tada@example.com\t${PASSWORD}\r`);
  await terminal.waitFor("● live");
  const megabytesAtFirst = megabytesOf(terminal.pid);
  const begin = performance.now();
  terminal.type(":Users\r");
  const all = (ROWS + 1).toLocaleString("en");
  await terminal.waitFor(`${all} of ${all}`);
  const read = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  terminal.press("g");
  const cursor = await measureKeys(terminal, "j", 30);
  const scroll = await measureKeys(terminal, "j", KEYS);
  const page = await measureKeys(terminal, "pagedown", 20);
  const secondsBefore = cpuSecondsOf(terminal.pid) ?? Number.NaN;
  const idleBytes = terminal.raw.length;
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const seconds = (cpuSecondsOf(terminal.pid) ?? Number.NaN) - secondsBefore;
  const idle = { percent: (seconds / 5) * 100, bytes: terminal.raw.length - idleBytes };
  const megabytes = megabytesOf(terminal.pid);
  await terminal.close();
  process.stdout.write(
    `${JSON.stringify({
      benchmark: "terminal",
      ...describeMachine(),
      listed: ROWS,
      ...SIZE,
      start: { firstByte: start("firstByte"), firstFrame: start("firstFrame"), ready: start("ready") },
      readAllMilliseconds: round(read),
      cursor: rounded(cursor),
      scroll: rounded(scroll),
      page: rounded(page),
      idle: rounded(idle),
      megabytesAtFirst: round(megabytesAtFirst),
      megabytes: round(megabytes),
    })}\n`,
  );
} finally {
  await server.stop();
}
process.exit(0);
