import type { ApiToken } from "../client/api-tokens.js";
import type { BulkPlan } from "./bulk.js";
import { chosenItems } from "./list-rows.js";
import type { Model } from "./model.js";
import { type Step, stay, write } from "./step.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

const HOUR_MILLISECONDS = 3_600_000;

/** Reactivates a token at once, or asks before it is deactivated. */
export function toggleToken(model: Model, { id, etag, state }: ApiToken, label: Words): Step {
  if (state !== "ACTIVE") return write(model, { type: "reactivate-api-token", id, etag });
  return stay({
    ...model,
    dialog: {
      kind: "confirm",
      title: words("confirm.deactivate-token.title"),
      lines: [label],
      consequence: words("confirm.deactivate-token.consequence"),
      answer: "cancel",
      doing: words("confirm.deactivate-token.do"),
      effect: { type: "deactivate-api-token", id, etag },
    },
  });
}

/** Asks before a token is deleted, and meanwhile asks the server who will miss it. */
export function askToDeleteToken(model: Model, { id, etag }: ApiToken, label: Words): Step {
  const dialog = {
    kind: "confirm",
    title: words("confirm.delete-token.title"),
    lines: [label],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.delete-token.do"),
    effect: { type: "delete-api-token", id, etag },
  } as const;
  return [{ ...model, dialog }, [{ type: "weigh-api-token-deletion", id }]];
}

/** Says in the question who will miss the token. */
export function weighTokenDeletion(model: Model, token: ApiToken): Step {
  const { dialog } = model;
  if (
    dialog?.kind !== "confirm" ||
    dialog.effect.type !== "delete-api-token" ||
    dialog.effect.id !== token.id
  )
    return stay(model);
  const use = token.lastUse;
  const consequence =
    use === undefined
      ? words("confirm.delete-token.unused")
      : words("confirm.delete-token.used", { count: use.count, time: use.time, email: use.email });
  const effect = { ...dialog.effect, etag: token.etag };
  return stay({ ...model, dialog: { ...dialog, consequence, effect } });
}

/** Asks about every token marked: to deactivate those that are active, or else to reactivate; or to delete them. */
export function askAboutManyTokens(
  model: Model,
  action: "toggle" | "delete",
  label: (token: ApiToken) => Words,
): Step {
  const chosen = chosenItems(model.apiTokens);
  const active = chosen.filter(({ state }) => state === "ACTIVE");
  const name = action === "delete" ? "delete" : active.length > 0 ? "deactivate" : "reactivate";
  const concerned = {
    delete: chosen,
    deactivate: active,
    reactivate: chosen.filter(({ state }) => state === "DEACTIVATED"),
  }[name];
  const title = words(`bulk.${name}-tokens`, { count: concerned.length });
  const on = (id: string) => ({ type: "reactivate-api-token", id, etag: "" }) as const;
  const off = (id: string) => ({ type: "deactivate-api-token", id, etag: "" }) as const;
  const plan: BulkPlan = {
    tab: "api-tokens",
    title,
    items: concerned.map((token) => ({
      id: token.id,
      label: label(token),
      ...(name === "delete"
        ? { write: { type: "delete-api-token", id: token.id, etag: "" } }
        : name === "deactivate"
          ? { write: off(token.id), inverse: on(token.id) }
          : { write: on(token.id), inverse: off(token.id) }),
    })),
  };
  if (concerned.length === 0) return stay(model);
  const dialog = {
    kind: "confirm",
    title: words("confirm.many.title", { what: title }),
    lines: [],
    consequence: consequenceFor(name, concerned, model.now),
    answer: "cancel",
    doing: words(`confirm.${name}-token.do`),
    effect: { type: "bulk-plan", plan },
    ...(name === "delete" && { typed: { wanted: String(concerned.length), field: makeTextField() } }),
  } as const;
  return stay({ ...model, dialog });
}

/** Who would notice: how many were used lately, and by how many people. */
function consequenceFor(
  name: "delete" | "deactivate" | "reactivate",
  tokens: readonly ApiToken[],
  now: number,
): Words {
  if (name === "reactivate") return words("confirm.reactivate-tokens.consequence");
  const used = tokens.filter(({ lastUse }) => lastUse !== undefined);
  if (name === "delete" && used.length === 0) return words("confirm.unused-tokens.consequence");
  const lately = used.filter(({ lastUse }) => (lastUse?.time.getTime() ?? 0) > now - 24 * HOUR_MILLISECONDS);
  const people = new Set(lately.map(({ lastUse }) => lastUse?.email));
  return words(`confirm.${name}-tokens.consequence`, {
    used: words("count.used-tokens", { count: used.length }),
    lately: words("count.used-lately", { count: lately.length }),
    people: words("count.people", { count: people.size }),
  });
}
