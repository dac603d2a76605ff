import { type Words, words } from "./words.js";

/** Seconds in each unit a person may type; French letters are understood too. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  "": 1,
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  j: 86_400,
};

/** Reads a duration such as `90`, `30 min`, `2h` or `30d` as seconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const found = /^(\d{1,9})\s*([a-z]*)$/i.exec(text.trim());
  const unit = UNIT_SECONDS[found?.[2]?.toLowerCase() ?? "?"];
  return found === null || unit === undefined ? undefined : Number(found[1]) * unit;
}

/** Writes a duration in its largest whole unit, as parseDuration reads it: `30d`, `2h`, `30min`, `90s`. */
export function formatDuration(seconds: number): string {
  for (const [unit, size] of [
    ["d", 86_400],
    ["h", 3600],
    ["min", 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}

/** Says a duration in its largest whole unit. */
export function measureDuration(seconds: number): Words {
  for (const [unit, size] of [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0) return words(`duration.${unit}`, { count: seconds / size });
  }
  return words("duration.second", { count: seconds });
}

/** Reads a whole number; undefined when it is none. */
export function parseWhole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** Reads a list whose parts are set apart by commas or blanks. */
export function parseList(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== "");
}

/**
 * Reads a moment in the future: a date (`2027-01-31`, its end in local time), a date with a time, or a duration from
 * now (`30d`). Null for an empty text, undefined when it is neither or has passed.
 */
export function parseExpiry(text: string, now: number): Date | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const duration = parseDuration(trimmed);
  const time = duration === undefined ? parseDate(trimmed) : now + duration * 1000;
  return time === undefined || time <= now ? undefined : new Date(time);
}

/** Writes a moment as parseExpiry reads it, to the minute in local time; empty for none. */
export function formatExpiry(time: Date | undefined): string {
  if (time === undefined) return "";
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function parseDate(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hour, minute] = found.slice(1).map((part) => Number(part ?? Number.NaN));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const whole = hour === undefined || Number.isNaN(hour);
  const date = whole
    ? new Date(year, month - 1, day, 23, 59, 59)
    : new Date(year, month - 1, day, hour, minute ?? 0);
  // The 31st of a month of 30 days would silently become the 1st of the next.
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : undefined;
}

/** Makes an account id of a name: lower case, hyphens for what is not a letter or digit, no accents. */
export function suggestAccountId(name: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return slug;
}

/** Makes an OAuth client's identifier of its name, by the server's own rule; empty for an empty name. */
export function suggestIdentifier(name: string): string {
  if (name.trim() === "") return "";
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const joined = (plain.match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 60).replace(/-+$/, "");
  return joined.length >= 3 ? joined : `client-${joined || "1"}`;
}
