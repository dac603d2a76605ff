import type { FormDialog } from "./dialogs.js";
import { type Choice, complain, type Form, makeField, makeForm, readField } from "./form.js";
import type { Model } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { currentTab } from "./tabs.js";
import { words } from "./words.js";

const FORMATS: readonly Choice[] = [
  { value: "json", label: "export.json" },
  { value: "csv", label: "export.csv" },
];

/** The form that asks where what is listed is to be written. */
export function openExportForm(model: Model): FormDialog | undefined {
  const list = currentTab(model).list?.(model);
  if (list === undefined) return undefined;
  const day = new Date(model.now).toISOString().slice(0, 10);
  const fields = [
    makeField("path", "field.export-path", { value: `${list.name}-${day}`, hint: "field.export-path.hint" }),
    makeField("format", "field.export-format", {
      kind: "choice",
      choices: FORMATS,
      value: "json",
      hint: "field.export-format.hint",
    }),
  ];
  const count = list.marked > 0 ? list.marked : list.shown;
  return { kind: "form", title: words("form.export", { count }), form: makeForm("export", fields) };
}

/** Writes the file, or says what is missing. */
export function submitExportForm(model: Model, form: Form): Step | { form: Form } {
  const path = readField(form, "path");
  const format = readField(form, "format") === "csv" ? "csv" : "json";
  if (path === "") return { form: complain(form, { path: words("error.required") }) };
  const rows = currentTab(model).list?.(model).exported();
  if (rows === undefined) return stay({ ...model, dialog: undefined });
  const named = path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
  const text = format === "csv" ? writeCsv(rows) : `${JSON.stringify(rows, undefined, 2)}\n`;
  return write(model, { type: "export", path: named, text, count: rows.length });
}

/** Rows as RFC 4180 has them; a cell that a spreadsheet would run as a formula is set apart by an apostrophe. */
export function writeCsv(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads.map(writeCell), ...rows.map((row) => heads.map((head) => writeCell(row[head])))];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

function writeCell(value: unknown): string {
  const text =
    value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join(" ") : `${value ?? ""}`;
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
