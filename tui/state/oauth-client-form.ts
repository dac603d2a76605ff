import type { CallFailure } from "../client/failure.js";
import type { OAuthClient, OAuthClientChanges } from "../client/oauth-clients.js";
import type { FormDialog } from "./dialogs.js";
import { parseList, suggestIdentifier } from "./entries.js";
import {
  type Choice,
  complain,
  type Form,
  fillField,
  isChanged,
  makeField,
  makeForm,
  readField,
  readSet,
} from "./form.js";
import type { Model } from "./model.js";
import type { NewOAuthClientValues } from "./oauth-effect.js";
import { type Step, stay, write } from "./step.js";
import { type Words, words } from "./words.js";

type GrantType = OAuthClient["allowedGrantTypes"][number];

const KINDS: readonly Choice[] = [
  { value: "CONFIDENTIAL", label: "client-kind.CONFIDENTIAL.long" },
  { value: "PUBLIC", label: "client-kind.PUBLIC.long" },
];

const GRANTS: readonly (Choice & { value: GrantType })[] = [
  { value: "AUTHORIZATION_CODE", label: "grant-type.AUTHORIZATION_CODE" },
  { value: "REFRESH_TOKEN", label: "grant-type.REFRESH_TOKEN" },
  { value: "CLIENT_CREDENTIALS", label: "grant-type.CLIENT_CREDENTIALS" },
  { value: "DEVICE_CODE", label: "grant-type.DEVICE_CODE" },
];

/** What the server would choose for a client of that kind. */
const USUAL_GRANTS: Readonly<Record<string, string>> = {
  CONFIDENTIAL: "AUTHORIZATION_CODE,REFRESH_TOKEN,CLIENT_CREDENTIALS",
  PUBLIC: "AUTHORIZATION_CODE,REFRESH_TOKEN",
};

/** The form of a new client, or of the one that is given. Identifier and kind are chosen once. */
export function openOAuthClientForm(client: OAuthClient | undefined): FormDialog {
  const name = makeField("name", "field.name", { value: client?.name ?? "", hint: "field.client-name.hint" });
  const once = [
    makeField("identifier", "field.identifier", { hint: "field.identifier.hint" }),
    makeField("kind", "field.kind", {
      kind: "choice",
      choices: KINDS,
      value: "CONFIDENTIAL",
      hint: "field.kind.hint",
    }),
  ];
  const rest = [
    makeField("redirectUris", "field.redirect-uris", {
      kind: "list",
      value: client?.redirectUris.join(", ") ?? "",
      hint: "field.redirect-uris.hint",
      wire: ["redirect_uris"],
    }),
    makeField("allowedScopes", "field.allowed-scopes", {
      kind: "list",
      value: client?.allowedScopes.join(", ") ?? "",
      hint: "field.allowed-scopes.hint",
      wire: ["allowed_scopes"],
    }),
    makeField("allowedGrantTypes", "field.grant-types", {
      kind: "set",
      choices: GRANTS,
      value: client?.allowedGrantTypes.join(",") ?? USUAL_GRANTS["CONFIDENTIAL"] ?? "",
      hint: "field.grant-types.hint",
      wire: ["allowed_grant_types"],
    }),
    makeField("description", "field.description", {
      value: client?.description ?? "",
      hint: "field.client-description.hint",
    }),
    makeField("company", "field.company", { value: client?.company ?? "", hint: "field.company.hint" }),
    makeField("logoUrl", "field.logo", {
      value: client?.logoUrl ?? "",
      hint: "field.logo.hint",
      wire: ["logo_url"],
    }),
  ];
  if (client === undefined) {
    const form = makeForm("create-oauth-client", [name, ...once, ...rest]);
    return { kind: "form", title: words("form.create-client"), form };
  }
  const target = { id: client.id, etag: client.etag, label: client.name };
  const form = makeForm("edit-oauth-client", [name, ...rest], target);
  return { kind: "form", title: words("form.edit-client", { identifier: client.identifier }), form };
}

/** Keeps what follows from other fields following, until the person changes it: identifier and grant types. */
export function followOAuthClientForm(before: Form, after: Form): Form {
  const was = (name: string) => readField(before, name);
  const is = (name: string) => readField(after, name);
  if (is("name") !== was("name") && was("identifier") === suggestIdentifier(was("name")))
    return fillField(after, "identifier", suggestIdentifier(is("name")));
  const usual = USUAL_GRANTS[is("kind")] ?? "";
  if (is("kind") !== was("kind") && was("allowedGrantTypes") === USUAL_GRANTS[was("kind")]) {
    const fields = after.fields.map((field) =>
      field.name === "allowedGrantTypes" ? { ...field, input: { text: usual, cursor: 0 } } : field,
    );
    return { ...after, fields };
  }
  return after;
}

/** Sends the form, or says what is wrong with it. */
export function submitOAuthClientForm(model: Model, form: Form): Step | { form: Form } {
  const grants = readSet(form, "allowedGrantTypes") as GrantType[];
  const values: Required<OAuthClientChanges> = {
    name: readField(form, "name"),
    redirectUris: parseList(readField(form, "redirectUris")),
    allowedScopes: parseList(readField(form, "allowedScopes")),
    allowedGrantTypes: grants,
    description: readField(form, "description"),
    company: readField(form, "company"),
    logoUrl: readField(form, "logoUrl"),
  };
  const errors: Record<string, Words | undefined> = {
    name: values.name === "" ? words("error.required") : undefined,
    allowedGrantTypes: grants.length === 0 ? words("error.grant-types") : undefined,
  };
  if (Object.values(errors).some((error) => error !== undefined)) return { form: complain(form, errors) };
  if (form.target === undefined) {
    const kind = readField(form, "kind") as NewOAuthClientValues["kind"];
    const identifier = readField(form, "identifier");
    return write(model, { type: "create-oauth-client", values: { ...values, identifier, kind } });
  }
  const names = (Object.keys(values) as (keyof typeof values)[]).filter((name) => isChanged(form, name));
  if (names.length === 0) return stay({ ...model, dialog: undefined });
  const changes: OAuthClientChanges = Object.fromEntries(names.map((name) => [name, values[name]]));
  const { id, etag } = form.target;
  return write(model, { type: "update-oauth-client", id, values: changes, etag });
}

/** Says at the identifier that it is taken; undefined when that is not what went wrong. */
export function failOAuthClientForm(model: Model, failure: CallFailure): Step | undefined {
  if (failure.reason !== "RESOURCE_EXISTS" || model.dialog?.kind !== "form") return undefined;
  const form = complain(model.dialog.form, { identifier: words("error.identifier-exists") });
  return stay({ ...model, busy: undefined, dialog: { ...model.dialog, form } });
}
