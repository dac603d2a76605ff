import type { Settings, SettingsChanges } from "../client/settings.js";
import type { ActionId } from "../keymap.js";
import type { Event } from "./event.js";
import { explainFailure } from "./failures.js";
import { whyNoChanges } from "./list-tab.js";
import type { Model, SettingsState } from "./model.js";
import { findSettingsRow, SETTINGS_ROWS, type SettingsRow } from "./settings-rows.js";
import { type Step, stay, tell, write } from "./step.js";
import { keyOfTab } from "./tab-order.js";
import type { TabSlice } from "./tab-slice.js";
import { editTextField, insertText, makeTextField } from "./text-field.js";
import { offerUndo } from "./undo.js";
import { type Words, words } from "./words.js";

/** The tab of settings. */
export const settingsTab: TabSlice = {
  id: "settings",
  title: "tabs.settings",
  shortTitle: "tabs.settings.short",
  places: ({ settings }) => (settings.entry === undefined ? ["settings"] : ["entry"]),
  reload,
  catchUp: reload,
  follow: (model, { resourceType }) => (resourceType === "settings" ? put(model, { stale: true }) : model),
  isStale: ({ settings }) => settings.phase === "unread" || settings.stale,
  markStale: (model) => put(model, { stale: true }),
  act,
  whyNot,
  receive,
  type,
};

function put(model: Model, changes: Partial<SettingsState>): Model {
  return { ...model, settings: { ...model.settings, ...changes } };
}

function reload(model: Model): Step {
  const phase = model.settings.settings === undefined ? "reading" : "read";
  return [put(model, { phase, failure: undefined, stale: false }), [{ type: "read-settings" }]];
}

function act(model: Model, action: ActionId): Step | undefined {
  const at = SETTINGS_ROWS.findIndex(({ name }) => name === model.settings.row);
  const last = SETTINGS_ROWS.length - 1;
  switch (action) {
    case "move-up":
      return go(model, Math.max(0, at - 1));
    case "move-down":
      return go(model, Math.min(last, at + 1));
    case "move-first":
      return go(model, 0);
    case "move-last":
      return go(model, last);
    case "edit":
      return change(model);
    case "save":
      return save(model);
    case "cancel":
      return stay(put(model, { entry: undefined }));
    default:
      return undefined;
  }
}

function go(model: Model, at: number): Step {
  return stay(put(model, { row: SETTINGS_ROWS[at]?.name ?? model.settings.row }));
}

function whyNot(model: Model, action: ActionId): Words | undefined {
  if (action !== "edit" && action !== "save") return undefined;
  return model.settings.settings === undefined ? words("why.not-read") : whyNoChanges(model);
}

/** Turns the selected switch, asking first when that stops tokens, or begins to edit the selected value. */
function change(model: Model): Step {
  const { settings } = model.settings;
  const row = findSettingsRow(model.settings.row);
  if (settings === undefined || row === undefined) return stay(model);
  if (row.kind === "text")
    return stay(put(model, { entry: { field: makeTextField(row.read(settings)), error: undefined } }));
  const on = row.read(settings);
  const effect = { type: "update-settings", changes: row.change(!on), etag: settings.etag } as const;
  if (!on || !row.name.endsWith("Access")) return write(model, effect);
  const oauth = row.name === "oauthAccess";
  const { totalSize } = model.apiTokens;
  return stay({
    ...model,
    dialog: {
      kind: "confirm",
      title: words(oauth ? "confirm.oauth-off.title" : "confirm.access-off.title"),
      lines: [],
      consequence: oauth
        ? words("confirm.oauth-off.consequence")
        : totalSize === undefined
          ? words("confirm.access-off.consequence")
          : words("confirm.access-off.counted", { count: totalSize }),
      answer: "cancel",
      doing: words("confirm.access-off.do"),
      effect,
    },
  });
}

function save(model: Model): Step {
  const { settings, entry } = model.settings;
  const row = findSettingsRow(model.settings.row);
  if (settings === undefined || entry === undefined || row?.kind !== "text") return stay(model);
  if (entry.field.text.trim() === row.read(settings)) return stay(put(model, { entry: undefined }));
  const changes = row.parse(entry.field.text);
  if (changes === undefined) return complain(model, words("error.value"));
  return write(model, { type: "update-settings", changes, etag: settings.etag });
}

function complain(model: Model, error: Words): Step {
  const { entry } = model.settings;
  return stay(entry === undefined ? model : put(model, { entry: { ...entry, error } }));
}

function type(model: Model, input: { key: string } | { paste: string }): Step | undefined {
  const { entry } = model.settings;
  if (entry === undefined) return undefined;
  const field = "key" in input ? editTextField(entry.field, input.key) : insertText(entry.field, input.paste);
  return field === undefined ? undefined : stay(put(model, { entry: { field, error: undefined } }));
}

function receive(model: Model, event: Event): Step | undefined {
  switch (event.type) {
    case "settings-read":
      return stay(put(model, { settings: event.settings, phase: "read", failure: undefined }));
    case "settings-updated": {
      const saved = put(model, { settings: event.settings, phase: "read", entry: undefined });
      const before = model.before?.settings;
      const turnedOn = event.settings.apiTokenAccess && before?.apiTokenAccess === false;
      const done: Model = { ...saved, busy: undefined, dialog: undefined };
      const told = turnedOn
        ? words("notice.access-on", { key: keyOfTab("api-tokens") })
        : savedWords(before, event.settings);
      if (before === undefined) return tell(done, "good", told);
      const write = { type: "update-settings", changes: changesBack(before, event.settings) } as const;
      return offerUndo(done, "good", told, { kind: "one", write: { ...write, etag: event.settings.etag } });
    }
    case "call-failed":
      return fail(model, event);
    default:
      return undefined;
  }
}

/** Which setting became what, when it is one. */
function savedWords(before: Settings | undefined, after: Settings): Words {
  const [row, ...more] =
    before === undefined ? [] : SETTINGS_ROWS.filter((one) => one.read(before) !== one.read(after));
  if (row === undefined || more.length > 0) return words("notice.settings-saved");
  const text = row.kind === "text" ? (row.meaning?.(after) ?? row.read(after)) : undefined;
  const value = row.kind === "switch" ? words(row.read(after) ? "on" : "off") : text || words("none");
  return words("notice.setting-saved", { what: words(row.label), value: value ?? "" });
}

/** What makes the settings again what they were, of the fields that changed. */
function changesBack(before: Settings, after: Settings): SettingsChanges {
  const { etag: _, updateTime: __, maxApiTokens: ___, ...values } = before;
  const differing = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof Settings]),
  );
  return Object.fromEntries(differing);
}

function fail(model: Model, event: Extract<Event, { type: "call-failed" }>): Step | undefined {
  const { failure } = event;
  if (event.effect.type === "read-settings")
    return stay(put(model, { failure, phase: model.settings.settings === undefined ? "failed" : "read" }));
  if (event.effect.type !== "update-settings" || model.settings.entry === undefined) return undefined;
  if (failure.reason !== "FIELD_INVALID") return undefined;
  const row: SettingsRow | undefined = findSettingsRow(model.settings.row);
  const violation = failure.fieldViolations.find(
    ({ field }) => row !== undefined && field.includes(row.wire),
  );
  const error =
    violation === undefined
      ? explainFailure(failure)
      : words("failure.field", { description: violation.description });
  return complain({ ...model, busy: undefined }, error);
}
