import type { FieldChecks } from "./field-checks.js";

/** An address as a number, and how many bits it has: IPv4-mapped IPv6 counts as IPv4. */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** A range, read. */
export interface IpRange {
  readonly address: Address;
  readonly prefix: number;
}

/** Whether an address lies in one of the ranges. An empty list allows all; an unknown address is in no range. */
export function isIpAllowed(ranges: readonly string[], address: string): boolean {
  return ranges.length === 0 || isWithinRanges(readIpRanges(ranges), address);
}

/** The ranges in a list that are some, read once to be asked often. */
export function readIpRanges(ranges: readonly string[]): readonly IpRange[] {
  return ranges.map(parseRange).filter((range) => range !== undefined);
}

/** Whether an address lies in one of the ranges; an unknown one lies in none. */
export function isWithinRanges(ranges: readonly IpRange[], address: string): boolean {
  const wanted = parseAddress(address);
  if (wanted === undefined) return false;
  return ranges.some((range) => {
    if (range.address.bits !== wanted.bits) return false;
    const shift = BigInt(wanted.bits - range.prefix);
    return range.address.value >> shift === wanted.value >> shift;
  });
}

/** Whether a text is an address. */
export function isIpAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

/** Whether an address is this machine's own: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  return isIpAllowed(["127.0.0.0/8", "::1"], address);
}

/**
 * The network an address counts as when callers are told apart: an IPv6 address its /64, which one caller holds
 * whole (RFC 6177 section 2); anything else itself.
 */
export function networkOf(address: string): string {
  // Most are plain IPv4, spelled in the one way there is; only those of IPv6 have several.
  if (!address.includes(":")) return address;
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  return parsed.bits === 32 ? dotted(parsed.value) : `ipv6 ${(parsed.value >> 64n).toString(16)}`;
}

function dotted(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
}

/** Checks a list of addresses and CIDR ranges. */
export function checkIpRanges(
  checks: FieldChecks,
  field: string,
  ranges: readonly string[],
  max: number,
): void {
  if (!checks.atMost(field, ranges, max, "addresses or ranges")) return;
  for (const [index, text] of ranges.entries()) {
    checks.require(
      parseRange(text) !== undefined,
      `${field}[${index}]`,
      `"${text.slice(0, 60)}" is no address and no CIDR range; write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32. A range of all addresses (/0) is an empty list.`,
    );
  }
}

function parseRange(text: string): IpRange | undefined {
  const [host, prefixText, ...rest] = text.split("/");
  const address = parseAddress(host ?? "");
  if (address === undefined || rest.length > 0) return undefined;
  if (prefixText === undefined) return { address, prefix: address.bits };
  if (!/^[1-9][0-9]{0,2}$/.test(prefixText)) return undefined;
  // An IPv4 address written as IPv6 has its prefix counted over all 128 bits (RFC 4291 section 2.5.5.2).
  const prefix = Number(prefixText) - (text.includes(":") ? 128 - address.bits : 0);
  return prefix >= 1 && prefix <= address.bits ? { address, prefix } : undefined;
}

function parseAddress(text: string): Address | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  let value = 0n;
  for (const part of match.slice(1)) {
    const octet = Number(part);
    if (octet > 255 || (part.length > 1 && part.startsWith("0"))) return undefined;
    value = (value << 8n) | BigInt(octet);
  }
  return { bits: 32, value };
}

function parseIpv6(text: string): Address | undefined {
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (embedded !== null) {
    const ipv4 = parseIpv4(embedded[2] as string);
    if (ipv4 === undefined) return undefined;
    const high = (ipv4.value >> 16n).toString(16);
    const low = (ipv4.value & 0xffffn).toString(16);
    return parseIpv6(`${embedded[1]}${high}:${low}`);
  }
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const value = groups.reduce((sum, group) => (sum << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
  return value >> 32n === 0xffffn ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}
