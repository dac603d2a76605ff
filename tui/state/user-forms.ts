import type { Role } from "../client/enums.js";
import type { User, UserChanges } from "../client/users.js";
import type { FormDialog } from "./dialogs.js";
import { type Choice, complain, type Form, isChanged, makeField, makeForm, readField } from "./form.js";
import type { Model } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { type Words, words } from "./words.js";

const ROLE_CHOICES: readonly Choice[] = [
  { value: "ADMIN", label: "role.ADMIN" },
  { value: "AGENT", label: "role.AGENT" },
  { value: "END_USER", label: "role.END_USER" },
];

const YES_NO: readonly Choice[] = [
  { value: "yes", label: "yes" },
  { value: "no", label: "no" },
];

/** The form of a new user, or of the one that is given. */
export function openUserForm(user: User | undefined): FormDialog {
  const fields = [
    makeField("email", "field.email", { value: user?.email ?? "", hint: "field.email.hint" }),
    makeField("name", "field.name", { value: user?.name ?? "", hint: "field.name.hint" }),
    makeField("role", "field.role", {
      kind: "choice",
      choices: ROLE_CHOICES,
      value: user?.role ?? "AGENT",
      hint: "field.role.hint",
    }),
    makeField("verified", "field.verified", {
      kind: "choice",
      choices: YES_NO,
      value: user?.verified === false ? "no" : "yes",
      hint: "field.verified.hint",
    }),
  ];
  if (user === undefined) {
    const password = makeField("password", "field.password-optional", {
      kind: "password",
      hint: "field.password-optional.hint",
    });
    return {
      kind: "form",
      title: words("form.create-user"),
      form: makeForm("create-user", [...fields, password]),
    };
  }
  const suspended = makeField("suspended", "field.suspended", {
    kind: "choice",
    choices: YES_NO,
    value: user.suspended ? "yes" : "no",
    hint: "field.suspended.hint",
  });
  const target = { id: user.id, etag: user.etag, label: user.email };
  return {
    kind: "form",
    title: words("form.edit-user"),
    form: makeForm("edit-user", [...fields, suspended], target),
  };
}

/** The form of a password; one's own needs the present one. */
export function openPasswordForm(model: Model, user: User): FormDialog {
  const own = user.id === model.owner?.session.userId;
  const fields = [
    makeField("newPassword", "field.new-password", {
      kind: "password",
      hint: "field.password.hint",
      wire: ["new_password"],
    }),
    makeField("repeat", "field.repeat-password", { kind: "password" }),
  ];
  const current = makeField("currentPassword", "field.current-password", {
    kind: "password",
    wire: ["current_password"],
  });
  const target = { id: user.id, etag: user.etag, label: user.email };
  return {
    kind: "form",
    title: words("form.set-password", { email: user.email }),
    form: makeForm("set-password", own ? [current, ...fields] : fields, target),
  };
}

/** Sends the user form, or says what is wrong with it. */
export function submitUserForm(model: Model, form: Form): Step | { form: Form } {
  const errors: Record<string, Words | undefined> = {
    email: readField(form, "email").includes("@") ? undefined : words("error.email"),
    password: complainAboutPassword(readField(form, "password"), true),
  };
  if (Object.values(errors).some((error) => error !== undefined)) return { form: complain(form, errors) };
  const email = readField(form, "email");
  const all = {
    email,
    name: readField(form, "name") || email,
    role: readField(form, "role") as Role,
    verified: readField(form, "verified") === "yes",
    suspended: readField(form, "suspended") === "yes",
  };
  if (form.target === undefined) {
    const password = readField(form, "password");
    return write(model, { type: "create-user", user: { ...all, ...(password === "" ? {} : { password }) } });
  }
  const names = (Object.keys(all) as (keyof typeof all)[]).filter((name) => isChanged(form, name));
  if (names.length === 0) return stay({ ...model, dialog: undefined });
  const changes: UserChanges = Object.fromEntries(names.map((name) => [name, all[name]]));
  return write(model, { type: "update-user", id: form.target.id, changes, etag: form.target.etag });
}

/** Sends the password form, or says what is wrong with it. */
export function submitPasswordForm(model: Model, form: Form): Step | { form: Form } {
  const newPassword = readField(form, "newPassword");
  const own = form.fields.some(({ name }) => name === "currentPassword");
  const currentPassword = readField(form, "currentPassword");
  const errors: Record<string, Words | undefined> = {
    currentPassword: own && currentPassword === "" ? words("error.required") : undefined,
    newPassword: complainAboutPassword(newPassword, false),
    repeat: readField(form, "repeat") === newPassword ? undefined : words("error.repeat"),
  };
  if (Object.values(errors).some((error) => error !== undefined)) return { form: complain(form, errors) };
  const userId = form.target?.id ?? "";
  return write(model, { type: "set-password", userId, own, currentPassword, newPassword });
}

/** What is wrong with a password by the contract's rule of 10 to 72 bytes; undefined when nothing is. */
export function complainAboutPassword(password: string, optional: boolean): Words | undefined {
  const bytes = new TextEncoder().encode(password).length;
  if (optional && bytes === 0) return undefined;
  if (bytes < 10) return words("error.password-short");
  return bytes > 72 ? words("error.password-long") : undefined;
}
