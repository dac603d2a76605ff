import type { OAuthClient } from "../client/oauth-clients.js";
import type { ActionId } from "../keymap.js";
import { scrollDialog } from "./dialog-scroll.js";
import type { ClientSecretsDialog, ConfirmDialog, SecretDialog } from "./dialogs.js";
import { parseDuration } from "./entries.js";
import { complain, type Form, makeField, makeForm, readField } from "./form.js";
import { whyNoChanges } from "./list-tab.js";
import type { Model } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** After so long without a use of the old secret, ending it needs no more than a key. */
const QUIET_MILLISECONDS = 24 * 3_600_000;

/** The longest overlap the contract allows. */
const MOST_OVERLAP_SECONDS = 90 * 86_400;

/** How many of the addresses that use an old secret the question names. */
const MOST_SOURCES = 5;

type Secret = OAuthClient["secrets"][number];

/** The secret that was rotated out and still works. */
export function oldSecretOf({ secrets }: OAuthClient): Secret | undefined {
  return secrets.find(({ expireTime }) => expireTime !== undefined);
}

/** The client whose secrets are shown. */
export function clientOfSecrets(model: Model): OAuthClient | undefined {
  const { dialog } = model;
  if (dialog?.kind !== "client-secrets") return undefined;
  return model.oauthClients.items.find(({ id }) => id === dialog.clientId);
}

/** Shows the secrets of a client with their uses, read anew. */
export function openSecrets(model: Model, { id }: OAuthClient): Step {
  return [
    { ...model, dialog: { kind: "client-secrets", clientId: id, top: 0 } },
    [{ type: "read-item", list: "oauth-clients", id }],
  ];
}

/** Does what a key means among the secrets of a client. */
export function actInSecrets(model: Model, dialog: ClientSecretsDialog, action: ActionId): Step {
  const client = clientOfSecrets(model);
  if (client === undefined) return stay({ ...model, dialog: undefined });
  switch (action) {
    case "rotate-secret":
      return stay({ ...model, dialog: openRotationForm(model, client) });
    case "retire-secret":
      return askToRetire(model, client);
    case "refresh":
      return [model, [{ type: "read-item", list: "oauth-clients", id: client.id }]];
    default:
      return stay({ ...model, dialog: scrollDialog(model, dialog, action) });
  }
}

/** Why a key does nothing among the secrets of a client. */
export function whyNotWithSecrets(model: Model, action: ActionId): Words | undefined {
  if (action !== "rotate-secret" && action !== "retire-secret") return undefined;
  const client = clientOfSecrets(model);
  if (action === "retire-secret" && client !== undefined && oldSecretOf(client) === undefined)
    return words("why.no-old-secret");
  return whyNoChanges(model);
}

function openRotationForm({ language }: Model, { id, etag, name, identifier }: OAuthClient): Model["dialog"] {
  const overlap = makeField("overlap", "field.overlap", {
    value: language === "fr" ? "7j" : "7d",
    hint: "field.overlap.hint",
  });
  const form = makeForm("rotate-client-secret", [overlap], { id, etag, label: name });
  return { kind: "form", title: words("form.rotate-secret", { identifier }), form };
}

/** Rotates the secret, or says that the overlap cannot be read. */
export function submitRotationForm(model: Model, form: Form): Step | { form: Form } {
  const text = readField(form, "overlap");
  const overlapSeconds = text === "" ? 0 : parseDuration(text);
  if (overlapSeconds === undefined || overlapSeconds > MOST_OVERLAP_SECONDS)
    return { form: complain(form, { overlap: words("error.overlap") }) };
  const { id = "", etag = "" } = form.target ?? {};
  return write(model, { type: "rotate-client-secret", id, overlapSeconds, etag });
}

/** Shows the new secret of a client, this once. */
export function showClientSecret({ name, identifier }: OAuthClient, secret: string): SecretDialog {
  return {
    kind: "secret",
    of: "client-secret",
    secret,
    second: undefined,
    identifier,
    label: name,
    copied: undefined,
    leaving: false,
  };
}

function askToRetire(model: Model, { id, etag, name, identifier }: OAuthClient): Step {
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: words("confirm.retire-secret.title"),
    lines: [words("clients.label", { name, identifier })],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.retire-secret.do"),
    typed: { wanted: identifier, field: makeTextField() },
    effect: { type: "retire-client-secret", id, etag },
  };
  return [{ ...model, dialog }, [{ type: "weigh-old-secret", id }]];
}

/** Says in the question who still uses the old secret; where nobody does, a key is enough. */
export function weighOldSecret(model: Model, client: OAuthClient): Step {
  const { dialog } = model;
  if (dialog?.kind !== "confirm" || dialog.effect.type !== "retire-client-secret") return stay(model);
  const { typed, ...rest } = dialog;
  const old = oldSecretOf(client);
  if (dialog.effect.id !== client.id || old === undefined) return stay(model);
  const rotatedAt = client.secrets[0]?.createTime.getTime() ?? 0;
  const sources = old.sources.filter(({ lastUseTime }) => lastUseTime.getTime() > rotatedAt);
  const lastUse = old.lastUseTime?.getTime() ?? 0;
  const inUse = lastUse > rotatedAt && lastUse > model.now - QUIET_MILLISECONDS;
  const consequence =
    old.lastUseTime === undefined || lastUse <= rotatedAt
      ? words("confirm.retire-secret.unused", { hint: old.hint })
      : words("confirm.retire-secret.used", {
          hint: old.hint,
          time: old.lastUseTime,
          sources: words("count.addresses", { count: sources.length }),
        });
  const named = sources.slice(0, MOST_SOURCES).map(({ sourceIp, lastUseTime, useCount }) =>
    words("secrets.source", {
      address: sourceIp || words("secrets.unknown-address"),
      time: lastUseTime,
      uses: words("count.uses", { count: useCount }),
    }),
  );
  return stay({
    ...model,
    dialog: {
      ...rest,
      lines: [words("clients.label", { name: client.name, identifier: client.identifier })],
      consequence,
      facts: named,
      effect: { ...dialog.effect, etag: client.etag },
      ...(inUse && { typed: typed ?? { wanted: client.identifier, field: makeTextField() } }),
    },
  });
}
