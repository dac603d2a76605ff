import type { CallFailure } from "../client/failure.js";
import { complain, type Form, failForm, forgetPasswords, makeField, makeForm, readField } from "./form.js";
import type { Model, StartOptions } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { type Words, words } from "./words.js";

/** The sign-in form, filled in as far as is known. */
export function makeSignIn({ accountId, email }: Pick<StartOptions, "accountId" | "email">): Model["signIn"] {
  const form = makeForm("sign-in", [
    makeField("accountId", "field.account", {
      value: accountId,
      hint: "field.account.hint",
      wire: ["account_id"],
    }),
    makeField("email", "field.email", { value: email }),
    makeField("password", "field.password", { kind: "password" }),
  ]);
  return { form: { ...form, focus: email === "" ? (accountId === "" ? 0 : 1) : 2 }, retryTime: undefined };
}

/** Sends the form, unless the server said to wait. */
export function submitSignIn(model: Model): Step {
  const { form, retryTime } = model.signIn;
  if (retryTime !== undefined && retryTime > model.now) return stay(model);
  const errors: Record<string, Words | undefined> = {
    email: readField(form, "email") === "" ? words("error.required") : undefined,
    password: readField(form, "password") === "" ? words("error.required") : undefined,
  };
  if (Object.values(errors).some((error) => error !== undefined))
    return stay(putSignInForm(model, complain(form, errors)));
  return write(putSignInForm(model, { ...form, busy: true, failure: undefined }), {
    type: "sign-in",
    accountId: readField(form, "accountId"),
    email: readField(form, "email"),
    password: readField(form, "password"),
    readOnly: model.options.readOnly,
  });
}

/** Says why it did not work; a throttled person sees the seconds go by. */
export function failSignIn(model: Model, failure: CallFailure): Step {
  const failed = failForm(forgetPasswords(model.signIn.form), failure);
  const form: Form = { ...failed, focus: failure.fieldViolations.length > 0 ? failed.focus : 2 };
  const free = { ...model, busy: undefined };
  if (failure.reason !== "SIGN_IN_THROTTLED" || failure.retryDelaySeconds === undefined)
    return stay({ ...free, signIn: { form, retryTime: undefined } });
  const retryTime = model.now + failure.retryDelaySeconds * 1000;
  return [
    { ...free, signIn: { form: { ...form, failure: undefined }, retryTime } },
    [{ type: "start-timer", name: "second", delayMilliseconds: 1000 }],
  ];
}

/** The model with the sign-in form changed. */
export function putSignInForm(model: Model, form: Form): Model {
  return { ...model, signIn: { ...model.signIn, form } };
}
