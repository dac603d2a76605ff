import { isIP } from "node:net";
import { CommandFailure } from "./failures.js";

const UNIT_SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** Reads a length of time such as `30d`, `12h` or `90m`, in seconds. */
export function parseDurationSeconds(option: string, text: string): number {
  const match = /^([1-9]\d{0,8})([smhdwy])$/.exec(text);
  const unit = UNIT_SECONDS[match?.[2] ?? ""];
  if (match === null || unit === undefined) {
    throw new CommandFailure(
      `${option}: "${text}" is no length of time; write it as 90m, 12h, 30d, 8w or 1y.`,
    );
  }
  return Number(match[1]) * unit;
}

/** Reads a date or a time with its zone, in RFC 3339. A date means its beginning in UTC. */
export function parseTime(option: string, text: string): Date {
  const isTime = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d))?$/.test(text);
  const time = new Date(text);
  if (!isTime || Number.isNaN(time.getTime())) {
    throw new CommandFailure(
      `${option}: "${text}" is no time; write it as 2027-01-31 or 2027-01-31T18:00:00Z.`,
    );
  }
  return time;
}

/** Reads `on` or `off`, and what people write for them. */
export function parseSwitch(name: string, text: string): boolean {
  if (/^(on|true|yes)$/i.test(text)) return true;
  if (/^(off|false|no)$/i.test(text)) return false;
  throw new CommandFailure(`${name}: "${text}" is neither on nor off.`);
}

/** Reads a whole number that is not negative. */
export function parseWholeNumber(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new CommandFailure(`${name}: "${text}" is not a whole number.`);
}

/** Reads a list with commas; an empty text is an empty list. */
export function parseList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Reads an address, IPv4 or IPv6. */
export function parseIpAddress(option: string, text: string): string {
  if (isIP(text) !== 0) return text;
  throw new CommandFailure(`${option}: "${text}" is no IP address.`);
}
