import type { OAuthClient, OAuthClientImpact } from "../client/oauth-clients.js";
import type { BulkPlan } from "./bulk.js";
import type { ConfirmDialog } from "./dialogs.js";
import type { Event } from "./event.js";
import { chosenItems } from "./list-rows.js";
import type { Model } from "./model.js";
import { sayEnded } from "./revoke-all.js";
import { type Step, stay, write } from "./step.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** Enables a client at once, or asks before it is disabled, and meanwhile asks the server what would stop. */
export function toggleClient(model: Model, { id, etag, enabled }: OAuthClient, label: Words): Step {
  if (!enabled) return write(model, { type: "enable-oauth-client", id, etag });
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: words("confirm.disable-client.title"),
    lines: [label],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.disable-client.do"),
    effect: { type: "disable-oauth-client", id, etag },
  };
  return [{ ...model, dialog }, [{ type: "weigh-oauth-client-end", id, by: "disable" }]];
}

/** Asks before a client is deleted: by its identifier, unless the server answers that nothing would die with it. */
export function askToDeleteClient(model: Model, { id, etag, identifier }: OAuthClient, label: Words): Step {
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: words("confirm.delete-client.title"),
    lines: [label],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.delete-client.do"),
    typed: { wanted: identifier, field: makeTextField() },
    effect: { type: "delete-oauth-client", id, etag },
  };
  return [{ ...model, dialog }, [{ type: "weigh-oauth-client-end", id, by: "delete" }]];
}

/** Says in the question what stops with the client. */
export function weighClientEnd(
  model: Model,
  { id, by, impact }: Extract<Event, { type: "oauth-client-end-weighed" }>,
): Step {
  const { dialog } = model;
  if (dialog?.kind !== "confirm") return stay(model);
  const { effect, typed, ...rest } = dialog;
  if (effect.type !== `${by}-oauth-client` || !("id" in effect) || effect.id !== id) return stay(model);
  const nothing = impact.accessTokens === 0 && impact.grants === 0;
  const consequence = nothing
    ? words(`confirm.${by}-client.nothing`)
    : words(`confirm.${by}-client.consequence`, sayImpact(impact));
  // Whoever has begun to type goes on typing.
  const easy = nothing && typed?.field.text === "";
  return stay({
    ...model,
    dialog: { ...rest, effect, consequence, ...(typed !== undefined && !easy && { typed }) },
  });
}

function sayImpact(impact: OAuthClientImpact): Record<string, Words> {
  const { accessTokens, grants, users, recentlyUsedAccessTokens, recentUsers } = impact;
  return {
    what: sayEnded({ accessTokens, grants }, users),
    lately:
      recentlyUsedAccessTokens === 0
        ? words("count.none-lately")
        : words("count.tokens-lately", {
            count: recentlyUsedAccessTokens,
            users: words("count.users", { count: recentUsers }),
          }),
  };
}

/** Asks about every client marked: to disable those that are enabled, or else to enable; or to delete them. */
export function askAboutManyClients(
  model: Model,
  action: "toggle" | "delete",
  label: (client: OAuthClient) => Words,
): Step {
  const chosen = chosenItems(model.oauthClients);
  const enabled = chosen.filter((client) => client.enabled);
  const name = action === "delete" ? "delete" : enabled.length > 0 ? "disable" : "enable";
  const concerned = name === "disable" ? enabled : chosen;
  const title = words(`bulk.${name}-clients`, { count: concerned.length });
  const on = (id: string) => ({ type: "enable-oauth-client", id, etag: "" }) as const;
  const off = (id: string) => ({ type: "disable-oauth-client", id, etag: "" }) as const;
  const plan: BulkPlan = {
    tab: "oauth-clients",
    title,
    items: concerned.map((client) => ({
      id: client.id,
      label: label(client),
      ...(name === "delete"
        ? { write: { type: "delete-oauth-client", id: client.id, etag: "" } }
        : name === "disable"
          ? { write: off(client.id), inverse: on(client.id) }
          : { write: on(client.id), inverse: off(client.id) }),
    })),
  };
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: words("confirm.many.title", { what: title }),
    lines: [],
    consequence: words(`confirm.${name}-clients.consequence`),
    answer: "cancel",
    doing: words(`confirm.${name}-client.do`),
    effect: { type: "bulk-plan", plan },
    ...(name === "delete" && { typed: { wanted: String(concerned.length), field: makeTextField() } }),
  };
  return stay({ ...model, dialog });
}
