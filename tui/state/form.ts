import type { CallFailure } from "../client/failure.js";
import type { MessageKey } from "../messages/en.js";
import { explainFailure } from "./failures.js";
import { isText } from "./keys.js";
import { editTextField, insertText, makeTextField, type TextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** One choice of a field: what is sent, and what it is called. */
export type Choice = { value: string; label: MessageKey };

/** One field of a form. */
export type FormField = {
  name: string;
  label: MessageKey;
  /** The rule it obeys, shown while it has the focus. */
  hint: MessageKey | undefined;
  /**
   * A password is shown as dots; a list takes pasted lines as its parts; a choice is one of a closed list of values; a
   * set is some of them, the cursor being on one.
   */
  kind: "text" | "password" | "list" | "choice" | "set";
  input: TextField;
  choices: readonly Choice[];
  /** Names of the request's fields whose violations belong here. */
  wire: readonly string[];
  error: Words | undefined;
};

/** Which form it is; decides what its submission does. */
export type FormName =
  | "sign-in"
  | "setup-account"
  | "setup-admin"
  | "setup-code"
  | "create-api-token"
  | "edit-api-token"
  | "create-user"
  | "edit-user"
  | "set-password"
  | "export"
  | "create-oauth-client"
  | "edit-oauth-client"
  | "rotate-client-secret"
  | "create-access-token"
  | "revoke-access-tokens"
  | "find-token"
  | "find-device"
  | "explain-access";

/** A form being filled in. */
export type Form = {
  name: FormName;
  fields: readonly FormField[];
  focus: number;
  /** True while its call is under way; keys wait. */
  busy: boolean;
  failure: Words | undefined;
  /** What the fields held at first, so that only what was changed is sent. */
  initial: Readonly<Record<string, string>>;
  /** What is edited, as it was read. */
  target: { id: string; etag: string; label: string } | undefined;
};

/** Makes a field; choices are of kind "choice" and start at the given value. */
export function makeField(
  name: string,
  label: MessageKey,
  rest: Partial<Pick<FormField, "hint" | "kind" | "choices" | "wire">> & { value?: string } = {},
): FormField {
  const { value = "", hint, kind = "text", choices = [], wire = [name] } = rest;
  const input = kind === "set" ? { text: value, cursor: 0 } : makeTextField(value);
  return { name, label, hint, kind, choices, wire, input, error: undefined };
}

/** Makes a form with its first field in focus. */
export function makeForm(name: FormName, fields: readonly FormField[], target?: Form["target"]): Form {
  const initial = Object.fromEntries(fields.map((field) => [field.name, field.input.text]));
  return { name, fields, focus: 0, busy: false, failure: undefined, initial, target };
}

/** What a field holds; the empty text when there is no such field. Passwords are not trimmed. */
export function readField(form: Form, name: string): string {
  const field = form.fields.find((candidate) => candidate.name === name);
  if (field === undefined) return "";
  return field.kind === "password" ? field.input.text : field.input.text.trim();
}

/** Whether a field holds something else than at first. */
export function isChanged(form: Form, name: string): boolean {
  return readField(form, name) !== (form.initial[name] ?? "");
}

/** The form with another value in a field. */
export function fillField(form: Form, name: string, value: string): Form {
  return changeField(form, name, (field) => ({ ...field, input: makeTextField(value) }));
}

/** The form with the focus moved by so many fields, round the ends. */
export function moveFocus(form: Form, by: number): Form {
  return { ...form, focus: (form.focus + by + form.fields.length) % form.fields.length };
}

/** Whether the focused field has a closed list of values. */
export function hasChoices(form: Form): boolean {
  const kind = form.fields[form.focus]?.kind;
  return kind === "choice" || kind === "set";
}

/** The form with the focused choice moved on, or with the cursor of a set on its next value; else the same form. */
export function moveChoice(form: Form, by: number): Form {
  const field = form.fields[form.focus];
  if (field?.kind === "set") {
    const { text, cursor } = field.input;
    const next = (cursor + by + field.choices.length) % field.choices.length;
    return changeField(form, field.name, (old) => ({ ...old, input: { text, cursor: next } }));
  }
  if (field?.kind !== "choice") return form;
  const at = field.choices.findIndex((choice) => choice.value === field.input.text);
  const choice = field.choices[(at + by + field.choices.length) % field.choices.length];
  return choice === undefined ? form : fillField(form, field.name, choice.value);
}

/** The form with the value under the cursor of the focused set put in or taken out. */
export function toggleChoice(form: Form): Form {
  const field = form.fields[form.focus];
  if (field?.kind !== "set") return moveChoice(form, 1);
  const at = field.choices[field.input.cursor]?.value;
  const chosen = field.choices
    .map(({ value }) => value)
    .filter((value) => (value === at) !== readSet(form, field.name).includes(value));
  const input = { ...field.input, text: chosen.join(",") };
  return changeField(form, field.name, (old) => ({ ...old, input, error: undefined }));
}

/** The values of a set that are in. */
export function readSet(form: Form, name: string): string[] {
  return readField(form, name)
    .split(",")
    .filter((value) => value !== "");
}

/** Whether the key is for the focused text rather than for the form. */
export function isForField(form: Form, key: string): boolean {
  const field = form.fields[form.focus];
  if (field === undefined || hasChoices(form)) return false;
  return isText(key) || editTextField(field.input, key) !== undefined;
}

/** The form after a key for its focused text. */
export function typeInForm(form: Form, key: string): Form {
  return editFocused(form, (input) => editTextField(input, key) ?? input);
}

/** The form after a paste, which goes to text only; lines pasted into a list become its parts. */
export function pasteInForm(form: Form, text: string): Form {
  const parts = form.fields[form.focus]?.kind === "list" ? text.trim().replace(/\s*[\r\n]+\s*/g, ", ") : text;
  return editFocused(form, (input) => insertText(input, parts));
}

/** The form with these complaints and the focus on the first; the form is free again. */
export function complain(form: Form, errors: Readonly<Record<string, Words | undefined>>): Form {
  const fields = form.fields.map((field) => ({ ...field, error: errors[field.name] }));
  const first = fields.findIndex((field) => field.error !== undefined);
  return { ...form, fields, busy: false, focus: first === -1 ? form.focus : first };
}

/** The form after its call failed: each violation at its field, anything else below. */
export function failForm(form: Form, failure: CallFailure): Form {
  const errors: Record<string, Words> = {};
  let placed = 0;
  for (const { field, description } of failure.fieldViolations) {
    const named = namesIn(field);
    const home = form.fields.find(({ wire }) => wire.some((name) => named.includes(name)));
    if (home === undefined) continue;
    errors[home.name] = words("failure.field", { description });
    placed += 1;
  }
  const rest = placed > 0 && placed === failure.fieldViolations.length ? undefined : explainFailure(failure);
  return { ...complain(form, errors), failure: rest };
}

/** The field names in the path of a violation: `api_token.scopes[0]` names `api_token` and `scopes`. */
function namesIn(path: string): string[] {
  return path.replace(/\[[^\]]*\]/g, "").split(".");
}

/** The form with every password in it forgotten. */
export function forgetPasswords(form: Form): Form {
  const fields = form.fields.map((field) =>
    field.kind === "password" ? { ...field, input: makeTextField() } : field,
  );
  return { ...form, fields };
}

function editFocused(form: Form, edit: (input: TextField) => TextField): Form {
  const field = form.fields[form.focus];
  if (field === undefined || hasChoices(form)) return form;
  return changeField({ ...form, failure: undefined }, field.name, (old) => ({
    ...old,
    input: edit(old.input),
    error: undefined,
  }));
}

function changeField(form: Form, name: string, change: (field: FormField) => FormField): Form {
  return { ...form, fields: form.fields.map((field) => (field.name === name ? change(field) : field)) };
}
