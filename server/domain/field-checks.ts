import { Failure, type FieldViolation } from "./failure.js";

/** Gathers everything that is wrong with a request, so that the caller hears it all at once. */
export class FieldChecks {
  readonly #violations: FieldViolation[] = [];

  /** Notes what is wrong with a field. */
  refuse(field: string, description: string): void {
    this.#violations.push({ field, description });
  }

  /** Notes the description unless the condition holds. */
  require(condition: boolean, field: string, description: string): void {
    if (!condition) this.refuse(field, description);
  }

  /** A text of `min` to `max` characters without control characters; gives it back trimmed. */
  text(field: string, value: string, min: number, max: number): string {
    const trimmed = value.trim();
    const length = [...trimmed].length;
    if (length < min)
      this.refuse(field, min === 1 ? "Must not be empty." : `Must have at least ${min} characters.`);
    if (length > max) this.refuse(field, `Must have at most ${max} characters; it has ${length}.`);
    if (CONTROL_CHARACTERS.test(trimmed)) this.refuse(field, "Must not contain control characters.");
    return trimmed;
  }

  /** A whole number from `min` to `max`. */
  wholeNumber(field: string, value: number, min: number, max: number): void {
    if (!Number.isInteger(value) || value < min || value > max) {
      this.refuse(field, `Must be a whole number from ${min} to ${max}; it is ${value}.`);
    }
  }

  /** A list of at most `max` items; whether it is, so that nobody goes on to look at a million of them. */
  atMost(field: string, items: readonly unknown[], max: number, what: string): boolean {
    this.require(items.length <= max, field, `Must hold at most ${max} ${what}; it holds ${items.length}.`);
    return items.length <= max;
  }

  /** Throws FIELD_INVALID naming the fields, if anything was noted. */
  finish(): void {
    const [first] = this.#violations;
    if (first === undefined) return;
    const more = this.#violations.length - 1;
    const rest = more === 0 ? "" : ` (and ${more} more)`;
    throw new Failure("FIELD_INVALID", `${first.field}: ${first.description}${rest}`, {
      violations: this.#violations,
    });
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
