import type { FieldChecks } from "./field-checks.js";
import { problemOfSegment } from "./request-paths.js";

/** One segment of a pattern. */
export type SegmentPattern =
  | { readonly kind: "LITERAL"; readonly text: string }
  /** Any one segment. */
  | { readonly kind: "ANY" }
  /** Any one segment that begins and ends like this, with something between: `{id}.json`. */
  | { readonly kind: "AFFIX"; readonly prefix: string; readonly suffix: string }
  /** Any number of segments, none included. */
  | { readonly kind: "DEEP" };

/** A pattern of paths, read. */
export interface PathPattern {
  readonly segments: readonly SegmentPattern[];
  readonly hasTrailingSlash: boolean;
}

/** The longest pattern, in characters, and how many segments it has at most. */
const MAX_PATTERN_LENGTH = 512;
const MAX_PATTERN_SEGMENTS = 32;

/** Reads a pattern such as `/api/v2/tickets/{id}/comments/**`; a text instead says what is wrong with it. */
export function readPathPattern(text: string): PathPattern | string {
  if (text.length > MAX_PATTERN_LENGTH) return `Must have at most ${MAX_PATTERN_LENGTH} characters.`;
  if (!text.startsWith("/")) return "Must begin with a slash, as in /api/tickets/{id}.";
  const parts = text.slice(1).split("/");
  const hasTrailingSlash = parts.length > 1 && parts.at(-1) === "";
  if (hasTrailingSlash || parts[0] === "") parts.pop();
  if (parts.length > MAX_PATTERN_SEGMENTS) return `Must have at most ${MAX_PATTERN_SEGMENTS} segments.`;
  const names = new Set<string>();
  const segments: SegmentPattern[] = [];
  for (const part of parts) {
    const segment = readSegment(part, names);
    if (typeof segment === "string") return segment;
    segments.push(segment);
  }
  return { segments, hasTrailingSlash };
}

/** Reads a gRPC method such as `helpdesk.v1.Tickets/GetTicket` or `helpdesk.v1.Tickets/*` as the path it is. */
export function readGrpcPattern(text: string): PathPattern | string {
  if (text.length > MAX_PATTERN_LENGTH) return `Must have at most ${MAX_PATTERN_LENGTH} characters.`;
  if (
    !/^(?:[A-Za-z_][A-Za-z0-9_]*\.)*(?:[A-Za-z_][A-Za-z0-9_]*|\*)\/(?:[A-Za-z_][A-Za-z0-9_]*|\*)$/.test(text)
  ) {
    return "Must be PACKAGE.SERVICE/METHOD; the method, and the last name of the service, may be *.";
  }
  return readPathPattern(`/${text}`);
}

/** Notes what is wrong with the patterns of a list. */
export function checkPatterns(
  checks: FieldChecks,
  field: string,
  patterns: readonly string[],
  read: (text: string) => PathPattern | string,
): void {
  for (const [index, text] of patterns.entries()) {
    const pattern = read(text);
    if (typeof pattern === "string") checks.refuse(`${field}[${index}]`, `${shown(text)}: ${pattern}`);
    if (patterns.indexOf(text) !== index) {
      checks.refuse(`${field}[${index}]`, `${shown(text)} is in the list already.`);
    }
  }
}

function readSegment(part: string, names: Set<string>): SegmentPattern | string {
  if (part === "**") return { kind: "DEEP" };
  if (part.includes("**")) return "** stands for whole segments: put it between slashes.";
  const pieces = part.split(/(\{[^{}]*\}|\*)/);
  const wild = pieces.filter((_, index) => index % 2 === 1);
  for (const piece of wild) {
    if (piece === "*") continue;
    const name = piece.slice(1, -1);
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(name)) {
      return `"${piece.slice(0, 44)}" is no parameter: its name has 1 to 40 letters, digits and _.`;
    }
    if (names.has(name)) return `The parameter {${name}} occurs twice.`;
    names.add(name);
  }
  if (wild.length > 1) return "A segment can hold one * or one {parameter}, not several.";
  if (wild.length === 0) return literal(part);
  const [prefix = "", , suffix = ""] = pieces;
  if (prefix === "" && suffix === "") return { kind: "ANY" };
  const problem = problemOfPiece(`${prefix}x${suffix}`);
  return problem ?? { kind: "AFFIX", prefix, suffix };
}

function literal(text: string): SegmentPattern | string {
  return problemOfPiece(text) ?? { kind: "LITERAL", text };
}

function problemOfPiece(text: string): string | undefined {
  if (/[{}]/.test(text)) return "A brace without its other one: parameters are written {name}.";
  if (/%[0-9A-Fa-f]{2}/.test(text)) return "Write characters as they are, not percent-encoded.";
  const problem = problemOfSegment(text);
  return problem === undefined
    ? undefined
    : `A segment of it ${problem}; no request with one is let through.`;
}

function shown(text: string): string {
  return `"${text.slice(0, 80)}"`;
}
