import type { AccessToken } from "../client/access-tokens.js";
import type { FormDialog, SecretDialog } from "./dialogs.js";
import { parseDuration, parseList } from "./entries.js";
import { type Choice, complain, type Form, makeField, makeForm, readField } from "./form.js";
import { selectedItem } from "./list-rows.js";
import type { Model } from "./model.js";
import { type Step, write } from "./step.js";
import { words } from "./words.js";

const YES_NO: readonly Choice[] = [
  { value: "no", label: "no" },
  { value: "yes", label: "yes" },
];

/** The form of a token that is made without a flow; its client is the one the person has in view. */
export function openAccessTokenForm(model: Model): FormDialog {
  const fields = [
    makeField("client", "field.token-client", {
      value: clientInView(model),
      hint: "field.token-client.hint",
      wire: ["client_id"],
    }),
    makeField("user", "field.token-user", { hint: "field.token-user.hint", wire: ["user_id"] }),
    makeField("scopes", "field.scopes", { kind: "list", hint: "field.token-scopes.hint" }),
    makeField("lifetime", "field.lifetime", { hint: "field.lifetime.hint" }),
    makeField("refresh", "field.refresh", {
      kind: "choice",
      choices: YES_NO,
      value: "no",
      hint: "field.refresh.hint",
      wire: ["with_refresh_token"],
    }),
  ];
  const form = makeForm("create-access-token", fields);
  const focus = fields[0]?.input.text === "" ? 0 : 1;
  return { kind: "form", title: words("form.create-access-token"), form: { ...form, focus } };
}

/** Makes the token, or says what is missing. */
export function submitAccessTokenForm(model: Model, form: Form): Step | { form: Form } {
  const lifetime = readField(form, "lifetime");
  const lifetimeSeconds = lifetime === "" ? undefined : parseDuration(lifetime);
  const scopes = parseList(readField(form, "scopes"));
  const errors = {
    client: readField(form, "client") === "" ? words("error.required") : undefined,
    scopes: scopes.length === 0 ? words("error.scopes") : undefined,
    lifetime: lifetime !== "" && lifetimeSeconds === undefined ? words("error.duration") : undefined,
  };
  if (Object.values(errors).some((error) => error !== undefined)) return { form: complain(form, errors) };
  const values = {
    client: readField(form, "client"),
    user: readField(form, "user"),
    scopes,
    lifetimeSeconds,
    withRefreshToken: readField(form, "refresh") === "yes",
  };
  return write(model, { type: "create-access-token", values });
}

/** Shows a new access token, and the refresh token that came with it, this once. */
export function showAccessToken(
  { clientName, userEmail }: AccessToken,
  secret: string,
  refreshToken: string | undefined,
): SecretDialog {
  return {
    kind: "secret",
    of: "access-token",
    secret,
    second: refreshToken,
    identifier: undefined,
    label: userEmail === "" ? clientName : `${clientName}, ${userEmail}`,
    copied: undefined,
    leaving: false,
  };
}

/** The client the list is narrowed to, or the selected token's, or the one selected in its own tab. */
function clientInView({ accessTokens, oauthClients }: Model): string {
  if (accessTokens.scope?.name === "client") {
    const { id } = accessTokens.scope;
    return oauthClients.items.find((client) => client.id === id)?.identifier ?? id;
  }
  const { clientIdentifier } = selectedItem(accessTokens) ?? {};
  return clientIdentifier ?? selectedItem(oauthClients)?.identifier ?? "";
}
