import type { JointVerdict } from "./compiled-policies.js";
import { ALL_FIELDS, admitsAll, type FieldLists } from "./field-paths.js";

/** The headers that tell which fields may pass, as JSON; empty for all. */
export const FIELD_HEADERS = ["latchkey-request-fields", "latchkey-response-fields"] as const;

/** The longest value of such a header, in characters: proxies take no longer ones. */
const MAX_LENGTH = 3_500;

/** The values of both headers; undefined when they would be too long for a proxy, and so must not be passed over. */
export function fieldHeaders(
  policy: JointVerdict | undefined,
): Readonly<Record<(typeof FIELD_HEADERS)[number], string>> | undefined {
  const request = policy?.allowed ? write(policy.requestFields) : "";
  const response = policy?.allowed ? write(policy.responseFields) : "";
  if (request.length > MAX_LENGTH || response.length > MAX_LENGTH) return undefined;
  return { "latchkey-request-fields": request, "latchkey-response-fields": response };
}

/** Whether what is allowed comes with fields that must be kept back. */
export function keepsFieldsBack(policy: JointVerdict | undefined): boolean {
  if (policy?.allowed !== true) return false;
  return !admitsAll(policy.requestFields) || !admitsAll(policy.responseFields);
}

/** The field lists in a header; all fields for an empty one. Throws SyntaxError for what is none. */
export function readFieldHeader(value: string | undefined): FieldLists {
  if (value === undefined || value === "") return ALL_FIELDS;
  const lists: unknown = JSON.parse(value);
  const { allowed, removed } = lists as Partial<FieldLists>;
  if (Array.isArray(allowed) && allowed.every(isPaths) && isPaths(removed)) return { allowed, removed };
  throw new SyntaxError("The header holds no field lists.");
}

function isPaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((path) => typeof path === "string");
}

// Headers carry ASCII only.
function write(lists: FieldLists): string {
  if (admitsAll(lists)) return "";
  return JSON.stringify(lists).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
