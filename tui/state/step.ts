import type { Effect, ExportEffect, WriteEffect } from "./effect.js";
import { keepMessage } from "./messages.js";
import type { Model, Notice } from "./model.js";
import type { Words } from "./words.js";

/** The model after an event, and what the world outside is to do. */
export type Step = readonly [Model, readonly Effect[]];

const NOTICE_MILLISECONDS = 6000;

/** A step that changes the model only. */
export function stay(model: Model): Step {
  return [model, []];
}

/** The step followed by another that starts where it ended. */
export function andThen([model, effects]: Step, next: (model: Model) => Step): Step {
  const [after, more] = next(model);
  return [after, [...effects, ...more]];
}

/** Shows a line; all but bad news goes away by itself. */
export function tell(model: Model, kind: Notice["kind"], words: Words): Step {
  const effects: Effect[] =
    kind === "bad" ? [] : [{ type: "start-timer", name: "notice", delayMilliseconds: NOTICE_MILLISECONDS }];
  return [keepMessage({ ...model, notice: { kind, words } }, { kind, words }), effects];
}

/** Starts a change, unless one is under way already: two keys in a row make one call. */
export function write(model: Model, effect: WriteEffect | ExportEffect): Step {
  if (model.busy !== undefined) return stay(model);
  const before = {
    settings: model.settings.settings,
    apiTokens: model.apiTokens.items,
    oauthClients: model.oauthClients.items,
    users: model.users.items,
    accessPolicies: model.accessPolicies.items,
  };
  return [{ ...model, busy: effect.type, before }, [effect]];
}
