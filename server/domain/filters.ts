import { Failure } from "./failure.js";
import { type Condition, type Operator, parseFilter } from "./filter-syntax.js";

/** How a field of a resource is read for filtering: text, a number, a yes or no, a moment, or a list of texts. */
export type FilterField<R> =
  | { readonly type: "text"; readonly read: (resource: R) => string | undefined }
  | { readonly type: "number"; readonly read: (resource: R) => number | undefined }
  | { readonly type: "boolean"; readonly read: (resource: R) => boolean }
  | { readonly type: "time"; readonly read: (resource: R) => number | undefined }
  | { readonly type: "list"; readonly read: (resource: R) => readonly string[] };

/** The fields a list can be filtered on, as the contract spells them. */
export type FilterFields<R> = Readonly<Record<string, FilterField<R>>>;

/** Whether a resource passes. */
export type Predicate<R> = (resource: R) => boolean;

const MAX_FILTER_LENGTH = 2_000;

/**
 * Compiles a filter (a subset of AIP-160: AND, OR, NOT, `-`, parentheses, = != < <= > >= and `:`). `:` asks whether a
 * text contains another, whatever their case, or a list has an element; a bare word asks it of every text field.
 * An empty filter passes everything. Throws FILTER_INVALID.
 */
export function compileFilter<R>(filter: string, fields: FilterFields<R>): Predicate<R> {
  if (filter.trim() === "") return () => true;
  if (filter.length > MAX_FILTER_LENGTH) {
    throw filterInvalid("filter", `Must have at most ${MAX_FILTER_LENGTH} characters.`);
  }
  return compileCondition(parseFilter(filter), fields);
}

/** The failure for a filter or an order that makes no sense. */
export function filterInvalid(field: "filter" | "order_by", description: string): Failure {
  return new Failure("FILTER_INVALID", `${field}: ${description}`, { violations: [{ field, description }] });
}

function compileCondition<R>(condition: Condition, fields: FilterFields<R>): Predicate<R> {
  switch (condition.kind) {
    case "and": {
      const all = condition.parts.map((part) => compileCondition(part, fields));
      return (resource) => all.every((passes) => passes(resource));
    }
    case "or": {
      const any = condition.parts.map((part) => compileCondition(part, fields));
      return (resource) => any.some((passes) => passes(resource));
    }
    case "not": {
      const passes = compileCondition(condition.part, fields);
      return (resource) => !passes(resource);
    }
    case "word":
      return compileWord(condition.text, fields);
    case "comparison":
      return compileComparison(condition.field, condition.operator, condition.value, fields);
  }
}

function compileWord<R>(text: string, fields: FilterFields<R>): Predicate<R> {
  const wanted = text.toLowerCase();
  const texts = Object.values(fields).filter((field) => field.type === "text");
  return (resource) => texts.some((field) => (field.read(resource) ?? "").toLowerCase().includes(wanted));
}

function compileComparison<R>(
  name: string,
  operator: Operator,
  value: string,
  fields: FilterFields<R>,
): Predicate<R> {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) {
    throw filterInvalid(
      "filter",
      `"${name.slice(0, 60)}" cannot be filtered on; these can: ${Object.keys(fields).join(", ")}.`,
    );
  }
  switch (field.type) {
    case "text": {
      const { read } = field;
      if (operator === ":") {
        const wanted = value.toLowerCase();
        return (resource) => (read(resource) ?? "").toLowerCase().includes(wanted);
      }
      return (resource) => compare(read(resource) ?? "", operator, value);
    }
    case "list": {
      const { read } = field;
      requireOperator(name, operator, [":", "=", "!="]);
      return (resource) => read(resource).includes(value) !== (operator === "!=");
    }
    case "boolean": {
      const { read } = field;
      requireOperator(name, operator, ["=", "!=", ":"]);
      if (value !== "true" && value !== "false") {
        throw filterInvalid("filter", `${name} is compared with true or false.`);
      }
      return (resource) => (String(read(resource)) === value) !== (operator === "!=");
    }
    case "number":
      return compileNumber(field.read, operator, Number(value), `${name} is compared with a number.`);
    case "time":
      return compileNumber(
        field.read,
        operator,
        Date.parse(value),
        `${name} is compared with a time such as "2026-11-01T00:00:00Z".`,
      );
  }
}

function compileNumber<R>(
  read: (resource: R) => number | undefined,
  operator: Operator,
  value: number,
  complaint: string,
): Predicate<R> {
  if (Number.isNaN(value)) throw filterInvalid("filter", complaint);
  return (resource) => {
    const known = read(resource);
    return known === undefined ? operator === "!=" : compare(known, operator, value);
  };
}

function compare<T extends string | number>(known: T, operator: Operator, value: T): boolean {
  switch (operator) {
    case "=":
    case ":":
      return known === value;
    case "!=":
      return known !== value;
    case "<":
      return known < value;
    case "<=":
      return known <= value;
    case ">":
      return known > value;
    case ">=":
      return known >= value;
  }
}

function requireOperator(name: string, operator: Operator, allowed: readonly Operator[]): void {
  if (allowed.includes(operator)) return;
  throw filterInvalid("filter", `${name} takes ${allowed.join(" ")}, not ${operator}.`);
}
