import type { AccessToken } from "../client/access-tokens.js";
import type { ConfirmDialog, FormDialog } from "./dialogs.js";
import type { Event } from "./event.js";
import { type Choice, type Form, makeField, makeForm, readField } from "./form.js";
import type { Model } from "./model.js";
import type { TokenOwner } from "./oauth-effect.js";
import type { EndedTokens } from "./oauth-event.js";
import { type Step, stay, tell } from "./step.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** Asks, by a name to be typed, before all tokens of somebody are revoked; meanwhile the server counts them. */
export function askToRevokeAll(model: Model, owner: TokenOwner, label: string, wanted: string): Step {
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: words("confirm.revoke-all.title"),
    lines: [words("plain", { text: label })],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.revoke.do"),
    typed: { wanted, field: makeTextField() },
    effect: { type: "revoke-access-tokens", owner, label },
  };
  return [{ ...model, dialog }, [{ type: "weigh-access-tokens-end", owner }]];
}

/** Says in the question how many tokens end. */
export function weighRevokingAll(
  model: Model,
  { owner, ended }: Extract<Event, { type: "access-tokens-end-weighed" }>,
): Step {
  const { dialog } = model;
  if (dialog?.kind !== "confirm" || dialog.effect.type !== "revoke-access-tokens") return stay(model);
  const asked = dialog.effect.owner;
  if (asked.clientId !== owner.clientId || asked.userId !== owner.userId) return stay(model);
  const { typed, ...rest } = dialog;
  const nothing = ended.accessTokens === 0 && ended.grants === 0;
  const consequence = nothing
    ? words("confirm.revoke-all.nothing")
    : words("confirm.revoke-all.consequence", { what: sayEnded(ended) });
  const easy = nothing && typed?.field.text === "";
  return stay({
    ...model,
    dialog: { ...rest, consequence, ...(typed !== undefined && !easy && { typed }) },
  });
}

/** Tells how many tokens have ended; the list is read again. */
export function tellRevokedAll(
  model: Model,
  { ended, label }: Extract<Event, { type: "access-tokens-revoked" }>,
): Step {
  const told = words("notice.all-revoked", { label, what: sayEnded(ended) });
  return tell({ ...model, busy: undefined, dialog: undefined }, "good", told);
}

/** What ends, as far as there is any of it: tokens, consents behind them, people behind those. */
export function sayEnded({ accessTokens, grants }: EndedTokens, people = 0): Words {
  const tokens = words("count.access-tokens", { count: accessTokens });
  const what =
    grants === 0 ? tokens : words("ended.and", { tokens, grants: words("count.grants", { count: grants }) });
  return people === 0 ? what : words("ended.of", { what, users: words("count.users", { count: people }) });
}

const WHOSE: readonly Choice[] = [
  { value: "client", label: "revoke.of-client" },
  { value: "user", label: "revoke.of-user" },
  { value: "both", label: "revoke.of-both" },
];

/** Asks whose tokens: the selected one's client's, its user's, or those of its client for its user. */
export function openRevokeAllForm({ clientName, userId, userEmail, id }: AccessToken): FormDialog {
  const choices = userId === "" ? WHOSE.slice(0, 1) : WHOSE;
  const which = makeField("which", "field.revoke-which", {
    kind: "choice",
    choices,
    value: "client",
    hint: "field.revoke-which.hint",
  });
  const form = makeForm("revoke-access-tokens", [which], { id, etag: "", label: clientName });
  const title = words(userId === "" ? "form.revoke-all-own" : "form.revoke-all", {
    client: clientName,
    user: userEmail,
  });
  return { kind: "form", title, form };
}

/** Goes on to the question, for those that were chosen. */
export function submitRevokeAllForm(model: Model, form: Form): Step | { form: Form } {
  const token = model.accessTokens.items.find(({ id }) => id === form.target?.id);
  if (token === undefined) return stay({ ...model, dialog: undefined });
  const { clientId, clientName, clientIdentifier, userId, userEmail } = token;
  switch (readField(form, "which")) {
    case "user":
      return askToRevokeAll(model, { clientId: "", userId }, userEmail, userEmail);
    case "both":
      return askToRevokeAll(model, { clientId, userId }, `${clientName}, ${userEmail}`, userEmail);
    default:
      return askToRevokeAll(model, { clientId, userId: "" }, clientName, clientIdentifier);
  }
}
