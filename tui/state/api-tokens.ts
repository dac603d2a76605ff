import type { ApiToken } from "../client/api-tokens.js";
import type { ActionId } from "../keymap.js";
import { openApiTokenForm } from "./api-token-form.js";
import type { Event } from "./event.js";
import {
  beginReading,
  dropItem,
  failReading,
  type ListSpec,
  putItem,
  receivePage,
  selectedItem,
} from "./list.js";
import {
  actOnList,
  type ListPlace,
  placesOfList,
  typeInFilter,
  whyNoChanges,
  whyNotInList,
} from "./list-tab.js";
import type { Model } from "./model.js";
import { andThen, listHeight, type Step, stay, tell, write } from "./step.js";
import type { TabSlice } from "./tab-slice.js";
import { type Words, words } from "./words.js";

const spec: ListSpec<ApiToken> = {
  columns: [
    { name: "description", compare: (a, b) => a.description.localeCompare(b.description) },
    { name: "creator", compare: (a, b) => a.creatorEmail.localeCompare(b.creatorEmail) },
    { name: "created", compare: (a, b) => a.createTime.getTime() - b.createTime.getTime() },
    { name: "used", compare: (a, b) => (a.lastUse?.time.getTime() ?? 0) - (b.lastUse?.time.getTime() ?? 0) },
    { name: "expires", compare: (a, b) => expiry(a) - expiry(b) },
  ],
  detailRows: () => 22,
  searchText: (token) =>
    [token.description, token.secretHint, token.creatorEmail, token.state, token.id, ...token.scopes].join(
      "\n",
    ),
};

const place: ListPlace<ApiToken> = {
  get: (model) => model.apiTokens,
  set: (model, list) => ({ ...model, apiTokens: { ...model.apiTokens, ...list } }),
  spec,
};

/** The tab of API tokens. */
export const apiTokensTab: TabSlice = {
  id: "api-tokens",
  title: "tabs.api-tokens",
  follows: ["api_token", "settings", "user"],
  places: (model) =>
    model.apiTokens.accessOff ? ["api-tokens-off"] : placesOfList(model, model.apiTokens, ["api-tokens"]),
  reload,
  isStale: ({ apiTokens }) => apiTokens.phase === "unread" || apiTokens.stale,
  markStale: (model) => ({ ...model, apiTokens: { ...model.apiTokens, stale: true } }),
  act,
  whyNot,
  receive,
  type: (model, input) => typeInFilter(model, place, input),
};

/** What a token is called by people. */
function labelApiToken(token: ApiToken): Words {
  return token.description === ""
    ? words("tokens.unnamed", { hint: token.secretHint })
    : words("tokens.named", { description: token.description, hint: token.secretHint });
}

function expiry(token: ApiToken): number {
  return token.expireTime?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function reload(model: Model): Step {
  const list = beginReading(model.apiTokens);
  return [place.set(model, list), [{ type: "read-api-tokens", reading: list.reading, pageToken: undefined }]];
}

function act(model: Model, action: ActionId): Step {
  const token = selectedItem(model.apiTokens);
  switch (action) {
    case "turn-on":
      return write(model, {
        type: "update-settings",
        changes: { apiTokenAccess: true },
        etag: model.settings.settings?.etag ?? "",
      });
    case "create":
      return stay({ ...model, dialog: openApiTokenForm(model, undefined) });
    case "edit":
      return stay(token === undefined ? model : { ...model, dialog: openApiTokenForm(model, token) });
    case "toggle":
      return token === undefined ? stay(model) : toggle(model, token);
    case "delete":
      return token === undefined ? stay(model) : askToDelete(model, token);
    default:
      return actOnList(model, place, action) ?? stay(model);
  }
}

function whyNot(model: Model, action: ActionId): Words | undefined {
  const list = model.apiTokens;
  if (["create", "edit", "toggle", "delete", "turn-on"].includes(action)) {
    const why = whyNoChanges(model);
    if (why !== undefined) return why;
  }
  if (action === "create" && list.maxSize !== undefined && (list.totalSize ?? 0) >= list.maxSize)
    return words("why.limit", { max: list.maxSize });
  const why = whyNotInList(model, list, action);
  if (why !== undefined) return why;
  if (action === "toggle" && selectedItem(list)?.state === "EXPIRED") return words("why.expired");
  return undefined;
}

function toggle(model: Model, token: ApiToken): Step {
  const { id, etag } = token;
  if (token.state !== "ACTIVE") return write(model, { type: "reactivate-api-token", id, etag });
  return stay({
    ...model,
    dialog: {
      kind: "confirm",
      title: words("confirm.deactivate-token.title"),
      lines: [labelApiToken(token)],
      consequence: words("confirm.deactivate-token.consequence"),
      answer: "cancel",
      doing: words("confirm.deactivate-token.do"),
      effect: { type: "deactivate-api-token", id, etag },
    },
  });
}

function askToDelete(model: Model, { id, etag, ...token }: ApiToken): Step {
  const dialog = {
    kind: "confirm",
    title: words("confirm.delete-token.title"),
    lines: [labelApiToken({ id, etag, ...token })],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.delete-token.do"),
    effect: { type: "delete-api-token", id, etag },
  } as const;
  return [{ ...model, dialog }, [{ type: "weigh-api-token-deletion", id }]];
}

function weighed(model: Model, token: ApiToken): Step {
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

function receive(model: Model, event: Event): Step | undefined {
  const height = listHeight(model);
  const list = model.apiTokens;
  switch (event.type) {
    case "api-tokens-read": {
      if (event.reading !== list.reading) return stay(model);
      const { nextPageToken, apiTokens, totalSize, maxSize } = event.page;
      const whole = nextPageToken === undefined;
      const page = { items: apiTokens, nextPageToken, totalSize, maxSize };
      const next = place.set(model, receivePage(list, spec, page, whole, height));
      const read = { ...next, apiTokens: { ...next.apiTokens, accessOff: false } };
      if (whole) return stay(read);
      return [read, [{ type: "read-api-tokens", reading: event.reading, pageToken: nextPageToken }]];
    }
    case "api-token-created": {
      const shown = place.set(model, {
        ...putItem({ ...list, selectedId: event.apiToken.id }, spec, event.apiToken, height),
      });
      return stay({ ...shown, busy: undefined, dialog: secretDialog(event) });
    }
    case "api-token-changed": {
      const done = { ...place.set(model, putItem(list, spec, event.apiToken, height)), busy: undefined };
      return tell({ ...done, dialog: undefined }, "good", changedWords(event.by, event.apiToken));
    }
    case "api-token-deleted": {
      const done = { ...place.set(model, dropItem(list, spec, event.apiToken.id, height)), busy: undefined };
      const told = words("notice.token-deleted", { label: labelApiToken(event.apiToken) });
      return tell({ ...done, dialog: undefined }, "good", told);
    }
    case "api-token-deletion-weighed":
      return weighed(model, event.apiToken);
    case "settings-updated": {
      if (event.settings.apiTokenAccess !== list.accessOff) return undefined;
      const stale = apiTokensTab.markStale({
        ...model,
        apiTokens: { ...list, accessOff: !event.settings.apiTokenAccess },
      });
      return model.tab === "api-tokens" ? andThen(stay(stale), reload) : stay(stale);
    }
    case "call-failed": {
      if (event.effect.type !== "read-api-tokens" || event.effect.reading !== list.reading) return undefined;
      const accessOff = event.failure.reason === "API_TOKEN_ACCESS_OFF";
      if (!accessOff) return stay(place.set(model, failReading(list, event.failure)));
      return stay({
        ...model,
        apiTokens: { ...list, accessOff, phase: "read", items: [], rows: [], stale: false },
      });
    }
    default:
      return undefined;
  }
}

function secretDialog(event: Extract<Event, { type: "api-token-created" }>): Model["dialog"] {
  if (event.secret === undefined) return undefined;
  return {
    kind: "secret",
    secret: event.secret,
    apiTokenId: event.apiToken.id,
    label: event.apiToken.description,
    copied: undefined,
    leaving: false,
  };
}

function changedWords(by: string, token: ApiToken): Words {
  const label = labelApiToken(token);
  if (by === "deactivate-api-token") return words("notice.token-deactivated", { label });
  if (by === "reactivate-api-token") return words("notice.token-reactivated", { label });
  return words("notice.token-saved", { label });
}
