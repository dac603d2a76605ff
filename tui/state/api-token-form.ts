import type { ApiToken } from "../client/api-tokens.js";
import type { FormDialog } from "./dialogs.js";
import type { ApiTokenValues } from "./effect.js";
import { formatExpiry, parseExpiry, parseList } from "./entries.js";
import { complain, type Form, isChanged, makeField, makeForm, readField } from "./form.js";
import type { Model } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { type Words, words } from "./words.js";

/** The form of a new token, or of the one that is given. */
export function openApiTokenForm(model: Model, token: ApiToken | undefined): FormDialog {
  const bound = model.users.items.find((user) => user.id === token?.boundUserId)?.email;
  const fields = [
    makeField("description", "field.description", {
      value: token?.description ?? "",
      hint: "field.description.hint",
    }),
    makeField("expireTime", "field.expires", {
      value: formatExpiry(token?.expireTime),
      hint: "field.expires.hint",
      wire: ["expire_time"],
    }),
    makeField("boundUser", "field.bound-user", {
      value: bound ?? token?.boundUserId ?? "",
      hint: "field.bound-user.hint",
      wire: ["bound_user_id"],
    }),
    makeField("scopes", "field.scopes", {
      value: token?.scopes.join(", ") ?? "",
      hint: "field.scopes.hint",
      wire: ["scopes"],
    }),
    makeField("ipAllowList", "field.ip-allow-list", {
      value: token?.ipAllowList.join(", ") ?? "",
      hint: "field.ip-allow-list.hint",
      wire: ["ip_allow_list"],
    }),
  ];
  if (token === undefined) {
    return { kind: "form", title: words("form.create-token"), form: makeForm("create-api-token", fields) };
  }
  const target = { id: token.id, etag: token.etag, label: token.description };
  return { kind: "form", title: words("form.edit-token"), form: makeForm("edit-api-token", fields, target) };
}

/** Sends the form, or says what is wrong with it. */
export function submitApiTokenForm(model: Model, form: Form): Step | { form: Form } {
  const expireTime = parseExpiry(readField(form, "expireTime"), model.now);
  // A time in the past is wrong only when it was typed just now: an expired token may be renamed.
  if (expireTime === undefined && isChanged(form, "expireTime")) {
    const errors: Record<string, Words> = { expireTime: words("error.expires") };
    return { form: complain(form, errors) };
  }
  const all = {
    description: readField(form, "description"),
    expireTime: expireTime ?? null,
    boundUser: readField(form, "boundUser"),
    scopes: parseList(readField(form, "scopes")),
    ipAllowList: parseList(readField(form, "ipAllowList")),
  };
  const names = (Object.keys(all) as (keyof typeof all)[]).filter((name) => isChanged(form, name));
  const values: ApiTokenValues = Object.fromEntries(names.map((name) => [name, all[name]]));
  if (form.target === undefined) return write(model, { type: "create-api-token", values });
  if (names.length === 0) return stay({ ...model, dialog: undefined });
  return write(model, { type: "update-api-token", id: form.target.id, values, etag: form.target.etag });
}
