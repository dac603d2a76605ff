import { formatRequestPath, readRequestPath } from "./request-paths.js";

/** The longest shape that is kept, in characters. */
const MAX_SHAPE_LENGTH = 120;

/** What stands for a path that rules would refuse. */
export const UNREADABLE_SHAPE = "(unreadable)";

/**
 * A path without what tells one thing from another: segments that look like an id become parameters, the query goes.
 * So what is kept of requests is little, and holds no values.
 */
export function shapeOfPath(target: string): string {
  if (target === "") return "";
  const read = readRequestPath(target);
  if (!read.ok) return UNREADABLE_SHAPE;
  let ids = 0;
  const segments = read.path.segments.map((segment) => {
    const [, stem = segment, extension = ""] = /^([^@]+)(\.[a-z]{1,5})$/.exec(segment) ?? [];
    if (!looksLikeId(stem))
      return formatRequestPath({ segments: [segment], hasTrailingSlash: false }).slice(1);
    ids += 1;
    return `{id${ids === 1 ? "" : ids}}${extension}`;
  });
  const shape = `/${segments.join("/")}${read.path.hasTrailingSlash ? "/" : ""}`;
  return shape.length > MAX_SHAPE_LENGTH ? `/${segments[0]?.slice(0, 60) ?? ""}/**` : shape;
}

/** A shape that somebody else made, made sure of: the shape itself where it is one. */
export function shapeAgain(shape: string): string {
  if (shape === UNREADABLE_SHAPE) return shape;
  const isCut = shape.endsWith("/**");
  const again = shapeOfPath((isCut ? shape.slice(0, -3) : shape).replaceAll(/\{id[0-9]*\}/g, "1"));
  return isCut && again !== UNREADABLE_SHAPE ? `${again}/**` : again;
}

/** Whether a text is rather a value than a name: a number, an address, something made by chance. */
export function looksLikeId(segment: string): boolean {
  return (
    /^[0-9]+$/.test(segment) ||
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(segment) ||
    (/^[0-9a-f]{8,}$/i.test(segment) && /[0-9]/.test(segment)) ||
    (/^[A-Za-z0-9_=-]{16,}$/.test(segment) && /[0-9]/.test(segment)) ||
    segment.includes("@") ||
    segment.length > 60
  );
}
