import { FieldAutomaton } from "../server/domain/field-automaton.js";
import { readFieldHeader } from "../server/domain/field-headers.js";
import type { FieldLists } from "../server/domain/field-paths.js";
import { JsonFilter } from "../server/domain/json-filter.js";
import { NameTable } from "../server/domain/json-names.js";
import { JsonProblem } from "../server/domain/json-problems.js";
import { RequestFieldCheck } from "../server/domain/json-request-check.js";

/** Lets of a JSON body pass what field lists admit, chunk by chunk. Throws JsonProblem for what is no JSON. */
export interface BodyFilter {
  /** What may pass of the next bytes. */
  write(chunk: Uint8Array): Uint8Array;
  /** What may still pass when the body is over. */
  end(): Uint8Array;
}

/**
 * The field lists that a proxy passed on, from the header `latchkey-request-fields` or `latchkey-response-fields`; of all
 * fields when it is empty. Throws SyntaxError for what is none.
 */
export function fieldListsFrom(header: string | undefined): FieldLists {
  return readFieldHeader(header);
}

/** Lists are made ready once, for as long as somebody holds them. */
const ready = new WeakMap<FieldLists, { readonly automaton: FieldAutomaton; readonly names: NameTable }>();
const checks = new WeakMap<FieldLists, RequestFieldCheck>();

/** A filter for one body. */
export function openBodyFilter(lists: FieldLists): BodyFilter {
  let known = ready.get(lists);
  if (known === undefined) {
    const automaton = new FieldAutomaton(lists);
    known = { automaton, names: new NameTable(automaton.names) };
    ready.set(lists, known);
  }
  return new JsonFilter(known.automaton, known.names);
}

/** A whole body, filtered. Throws JsonProblem for what is no JSON. */
export function filterBody(body: Uint8Array, lists: FieldLists): Uint8Array {
  const filter = openBodyFilter(lists);
  const kept = filter.write(body);
  const rest = filter.end();
  return rest.length === 0 ? kept : Buffer.concat([kept, rest]);
}

/** The fields of a request's body that may not be sent; none when it may pass. Throws JsonProblem for no JSON. */
export function forbiddenFields(body: Uint8Array, lists: FieldLists): readonly string[] {
  const check = checks.get(lists) ?? new RequestFieldCheck(lists);
  checks.set(lists, check);
  return check.forbiddenIn(body);
}

/** Whether a content type is JSON. */
export function isJson(contentType: string | undefined): boolean {
  return (
    contentType !== undefined && /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;|$)/i.test(contentType.trim())
  );
}

/** Whether a body with these headers is JSON that can be read as it is. */
export function isPlainJson(contentType: string | undefined, contentEncoding: string | undefined): boolean {
  return (contentEncoding === undefined || contentEncoding === "identity") && isJson(contentType);
}

/** Why a body with request field lists is not let through. */
export interface BodyRefusal {
  readonly status: 400 | 403 | 413 | 415 | 500;
  readonly body: string;
}

/** What is wrong with a request's body; undefined when it may pass. An empty one may. */
export function refusalOfBody(
  body: Uint8Array,
  headers: { readonly contentType: string | undefined; readonly contentEncoding: string | undefined },
  lists: FieldLists,
): BodyRefusal | undefined {
  if (body.length === 0) return undefined;
  if (!isPlainJson(headers.contentType, headers.contentEncoding)) {
    return refuse(415, {
      error: "unsupported",
      description: "Send JSON: this credential may send certain fields only.",
    });
  }
  try {
    const fields = forbiddenFields(body, lists);
    return fields.length === 0 ? undefined : refuse(403, { error: "forbidden", forbidden_fields: fields });
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return refuse(400, { error: "invalid", description: error.message });
  }
}

/** A body that is longer than is looked at. */
export const TOO_LARGE: BodyRefusal = refuse(413, { error: "too_large" });

/** A body that somebody has read before it was looked at: a mistake of the service, and no reason to let it pass. */
export const READ_BEFORE: BodyRefusal = refuse(500, {
  error: "read_before",
  description:
    "This service reads bodies before their fields are looked at: requireCredential must come first.",
});

function refuse(status: BodyRefusal["status"], body: object): BodyRefusal {
  return { status, body: `${JSON.stringify(body)}\n` };
}
