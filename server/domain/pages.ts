import { Failure } from "./failure.js";
import { filterInvalid } from "./filters.js";

/** How a list is asked for. */
export interface PageRequest {
  /** 0 for the default. */
  readonly pageSize: number;
  /** Empty for the first page. */
  readonly pageToken: string;
  readonly filter: string;
  readonly orderBy: string;
}

/** A page of a list. */
export interface Page<R> {
  readonly items: readonly R[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
}

/** An order a list was asked for. */
export interface Order<F extends string> {
  readonly field: F;
  readonly descending: boolean;
}

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 200;

/** How many items a page holds (AIP-158): too many are cut, a negative number is refused. */
export function pageSizeOf(request: Pick<PageRequest, "pageSize">): number {
  if (request.pageSize < 0) {
    const description = "Must not be negative.";
    throw new Failure("FIELD_INVALID", `page_size: ${description}`, {
      violations: [{ field: "page_size", description }],
    });
  }
  return request.pageSize === 0 ? DEFAULT_PAGE_SIZE : Math.min(request.pageSize, MAX_PAGE_SIZE);
}

/** Reads `FIELD`, `FIELD asc` or `FIELD desc` (AIP-132). The first field is the default. Throws FILTER_INVALID. */
export function parseOrder<F extends string>(
  orderBy: string,
  fields: readonly F[],
  byDefault: Order<F>,
): Order<F> {
  const [name, direction, ...rest] = orderBy.trim().split(/\s+/);
  if (name === undefined || name === "") return byDefault;
  const field = fields.find((known) => known === name);
  if (field === undefined || rest.length > 0 || ![undefined, "asc", "desc"].includes(direction)) {
    throw filterInvalid("order_by", `Use one of ${fields.join(", ")}, optionally followed by " desc".`);
  }
  return { field, descending: direction === "desc" };
}

/** Where the next page begins: the place, and a mark of the list it belongs to, so that it fits no other. */
export function formatPageToken(mark: string, after: string): string {
  return btoa(`1.${mark}.${after}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The place a page token leads to, undefined for the first page. Throws PAGE_TOKEN_INVALID for a foreign one. */
export function parsePageToken(mark: string, pageToken: string): string | undefined {
  if (pageToken === "") return undefined;
  const prefix = `1.${mark}.`;
  const text = decode(pageToken);
  if (text?.startsWith(prefix)) return text.slice(prefix.length);
  throw pageTokenInvalid();
}

/** The failure for a page token that this list did not hand out. */
export function pageTokenInvalid(): Failure {
  const description = "Is not one that this list handed out for the same filter and order.";
  return new Failure("PAGE_TOKEN_INVALID", `page_token: ${description}`, {
    violations: [{ field: "page_token", description }],
  });
}

function decode(pageToken: string): string | undefined {
  try {
    return atob(pageToken.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}
