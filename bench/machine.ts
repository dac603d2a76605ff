import { readFileSync } from "node:fs";
import { cpus, release, type } from "node:os";

/** What figures were taken on: they mean nothing without it. */
export function describeMachine() {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    node: process.version,
    os: `${type()} ${release()}`,
  };
}

/** How many clock ticks a second has in /proc, on every Linux there is. */
const TICKS_PER_SECOND = 100;

/** How long a process has computed so far, all its threads together, in seconds; undefined where nobody tells. */
export function cpuSecondsOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, which may hold anything; utime and stime are 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}

/** How much memory a process has, in megabytes: its own, and with the files it has mapped, which the system can take back. */
export function memoryOf(pid: number): { readonly ownMegabytes: number; readonly allMegabytes: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1_024);
  return { ownMegabytes: megabytes("RssAnon"), allMegabytes: megabytes("VmRSS") };
}
