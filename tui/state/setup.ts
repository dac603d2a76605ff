import type { NewAccount } from "../client/accounts.js";
import type { CallFailure } from "../client/failure.js";
import { suggestAccountId } from "./entries.js";
import { explainFailure } from "./failures.js";
import { complain, type Form, failForm, fillField, makeField, makeForm, readField } from "./form.js";
import type { Model, SetupFormStep, SetupState, StartOptions } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { complainAboutPassword } from "./user-forms.js";
import { type Words, words } from "./words.js";

const ORDER = ["welcome", "account", "admin", "code"] as const satisfies readonly SetupState["step"][];

/** The walk-through at its beginning. */
export function makeSetup(options: Pick<StartOptions, "setupCode">): SetupState {
  return {
    step: "welcome",
    forms: {
      account: makeForm("setup-account", [
        makeField("displayName", "field.account-name", {
          hint: "field.account-name.hint",
          wire: ["display_name"],
        }),
        makeField("accountId", "field.account-id", { hint: "field.account-id.hint", wire: ["account_id"] }),
      ]),
      admin: makeForm("setup-admin", [
        makeField("email", "field.email", { hint: "field.admin-email.hint", wire: ["admin_email"] }),
        makeField("password", "field.password", {
          kind: "password",
          hint: "field.password.hint",
          wire: ["admin_password"],
        }),
        makeField("repeat", "field.repeat-password", {
          kind: "password",
          hint: "field.repeat-password.hint",
        }),
      ]),
      code: makeForm("setup-code", [
        makeField("setupCode", "field.setup-code", {
          hint: "field.setup-code.hint",
          wire: ["setup_code"],
          value: options.setupCode ?? "",
        }),
      ]),
    },
  };
}

/** The steps this person goes through: the code is asked for only where it was not handed in. */
export function setupSteps({ options }: Pick<Model, "options">): readonly SetupState["step"][] {
  const known = options.setupCode !== undefined || options.address.startsWith("unix:");
  return known ? ORDER.slice(0, -1) : ORDER;
}

/** The form of the present step; undefined on the welcome page. */
export function setupForm({ setup }: Pick<Model, "setup">): Form | undefined {
  return setup.step === "welcome" ? undefined : setup.forms[setup.step];
}

/** The model with the present step's form changed; the id follows the name until it is edited itself. */
export function putSetupForm(model: Model, form: Form): Model {
  const { setup } = model;
  if (setup.step === "welcome") return model;
  const before = setup.forms[setup.step];
  const followed =
    setup.step === "account" &&
    readField(before, "accountId") === suggestAccountId(readField(before, "displayName")) &&
    readField(form, "displayName") !== readField(before, "displayName");
  const next = followed
    ? fillField(form, "accountId", suggestAccountId(readField(form, "displayName")))
    : form;
  return { ...model, setup: { ...setup, forms: { ...setup.forms, [setup.step]: next } } };
}

/** Goes one step on, or back. */
export function moveSetup(model: Model, by: 1 | -1): Step {
  const steps = setupSteps(model);
  const step = steps[steps.indexOf(model.setup.step) + by];
  return stay(step === undefined ? model : { ...model, setup: { ...model.setup, step } });
}

/** Checks the present step and goes on; the last one makes the account. */
export function submitSetup(model: Model): Step {
  const form = setupForm(model);
  if (form === undefined) return moveSetup(model, 1);
  const errors = complainAboutStep(form);
  if (Object.values(errors).some((error) => error !== undefined))
    return stay(putSetupForm(model, complain(form, errors)));
  const steps = setupSteps(model);
  if (steps.at(-1) !== model.setup.step) return moveSetup(model, 1);
  const account = readAccount(model.setup);
  const busy = putSetupForm(model, { ...form, busy: true, failure: undefined });
  return write(busy, { type: "create-account", account });
}

/** Goes back to the step that the server complained about. */
export function failSetup(model: Model, failure: CallFailure): Step {
  const step = guiltyStep(failure, model);
  const free = putSetupForm(model, { ...(setupForm(model) as Form), busy: false });
  const moved: Model = { ...free, busy: undefined, setup: { ...free.setup, step } };
  const form = setupForm(moved);
  if (form === undefined) return stay(moved);
  const failed =
    failure.reason === "RESOURCE_EXISTS"
      ? complain(form, { accountId: words("error.account-exists") })
      : failure.reason === "SETUP_CODE_INVALID"
        ? complain({ ...form, failure: explainFailure(failure) }, {})
        : failForm(form, failure);
  return stay(putSetupForm(moved, failed));
}

function guiltyStep(failure: CallFailure, model: Model): SetupState["step"] {
  if (failure.reason === "RESOURCE_EXISTS") return "account";
  if (failure.reason === "SETUP_CODE_INVALID") return "code";
  const fields = failure.fieldViolations.map(({ field }) => field);
  const steps: readonly SetupFormStep[] = ["account", "admin", "code"];
  const found = steps.find((step) =>
    model.setup.forms[step].fields.some(({ wire }) => wire.some((name) => fields.includes(name))),
  );
  return found ?? model.setup.step;
}

function complainAboutStep(form: Form): Record<string, Words | undefined> {
  switch (form.name) {
    case "setup-account": {
      const id = readField(form, "accountId");
      return {
        displayName: readField(form, "displayName") === "" ? words("error.required") : undefined,
        accountId: /^[a-z][a-z0-9-]{2,39}$/.test(id) ? undefined : words("error.account-id"),
      };
    }
    case "setup-admin":
      return {
        email: /^\S+@\S+$/.test(readField(form, "email")) ? undefined : words("error.email"),
        password: complainAboutPassword(readField(form, "password"), false),
        repeat: readField(form, "repeat") === readField(form, "password") ? undefined : words("error.repeat"),
      };
    default:
      return { setupCode: readField(form, "setupCode") === "" ? words("error.required") : undefined };
  }
}

function readAccount({ forms }: SetupState): NewAccount {
  const setupCode = readField(forms.code, "setupCode");
  return {
    ...(setupCode === "" ? {} : { setupCode }),
    accountId: readField(forms.account, "accountId"),
    displayName: readField(forms.account, "displayName"),
    adminEmail: readField(forms.admin, "email"),
    adminPassword: readField(forms.admin, "password"),
  };
}
