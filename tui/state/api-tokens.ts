import type { ApiToken } from "../client/api-tokens.js";
import type { ActionId } from "../keymap.js";
import { askAboutManyTokens, askToDeleteToken, toggleToken, weighTokenDeletion } from "./api-token-acts.js";
import { openApiTokenForm } from "./api-token-form.js";
import type { WriteEffect } from "./effect.js";
import type { Event } from "./event.js";
import { listHeight } from "./layout.js";
import { dropItem, type ListSpec, putItem } from "./list.js";
import { byText, byTime } from "./list-rows.js";
import { type ListPlace, whyNoChanges } from "./list-tab.js";
import { makeListTab } from "./make-list-tab.js";
import type { Model } from "./model.js";
import { andThen, type Step, stay, tell, write } from "./step.js";
import type { Jump, TabSlice } from "./tab-slice.js";
import { offerUndo } from "./undo.js";
import { type Words, words } from "./words.js";

const spec: ListSpec<ApiToken> = {
  columns: [
    { name: "description", compare: byText((token) => token.description) },
    { name: "creator", compare: byText((token) => token.creatorEmail) },
    { name: "created", compare: byTime((token) => token.createTime) },
    { name: "used", compare: byTime((token) => token.lastUse?.time) },
    { name: "expires", compare: byTime((token) => token.expireTime, Number.MAX_SAFE_INTEGER) },
  ],
  detailRows: () => 22,
  searchText: (token) =>
    [token.description, token.secretHint, token.creatorEmail, token.state, token.id, ...token.scopes].join(
      "\n",
    ),
  label: labelApiToken,
  exported: (token) => ({
    id: token.id,
    description: token.description,
    secret_hint: token.secretHint,
    state: token.state,
    creator_email: token.creatorEmail,
    create_time: token.createTime,
    update_time: token.updateTime,
    expire_time: token.expireTime,
    last_use_time: token.lastUse?.time,
    last_use_email: token.lastUse?.email,
    last_use_source_ip: token.lastUse?.sourceIp,
    use_count: token.lastUse?.count,
    bound_user_id: token.boundUserId,
    scopes: token.scopes,
    ip_allow_list: token.ipAllowList,
  }),
  scopes: {
    self: (id) => `id = "${id}"`,
    // Made by them, bound to them, or used last with their e-mail.
    person: (id, email) =>
      `creator_user_id = "${id}" OR bound_user_id = "${id}" OR last_use.email = ${JSON.stringify(email)}`,
  },
};

const place: ListPlace<ApiToken> = {
  get: (model) => model.apiTokens,
  set: (model, list) => ({ ...model, apiTokens: { ...model.apiTokens, ...list } }),
  spec,
};

const listTab = makeListTab({
  id: "api-tokens",
  title: "tabs.api-tokens",
  shortTitle: "tabs.api-tokens.short",
  place,
  keys: ["api-tokens"],
  resourceType: "api_token",
  follows: ["settings", "user"],
  act,
  whyNot,
  receive,
  leadsTo,
  nameOf: (action, { state }) => (action === "toggle" && state !== "ACTIVE" ? "keys.reactivate" : undefined),
  changed: (event) => (event.type === "api-token-changed" ? event.apiToken : undefined),
});

/** The tab of API tokens. */
export const apiTokensTab: TabSlice = {
  ...listTab,
  everyMinute: true,
  places: (model) => (model.apiTokens.accessOff ? ["api-tokens-off"] : listTab.places(model)),
};

/** What a token is called by people. */
function labelApiToken({ description, secretHint: hint }: ApiToken): Words {
  return description === ""
    ? words("tokens.unnamed", { hint })
    : words("tokens.named", { description, hint });
}

function act(model: Model, action: ActionId, token: ApiToken | undefined): Step | undefined {
  const many = model.apiTokens.marked.size > 0;
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
      return token && stay({ ...model, dialog: openApiTokenForm(model, token) });
    case "toggle":
      return many
        ? askAboutManyTokens(model, "toggle", labelApiToken)
        : token && toggleToken(model, token, labelApiToken(token));
    case "delete":
      return many
        ? askAboutManyTokens(model, "delete", labelApiToken)
        : token && askToDeleteToken(model, token, labelApiToken(token));
    default:
      return undefined;
  }
}

function whyNot(model: Model, action: ActionId, token: ApiToken | undefined): Words | undefined {
  const { totalSize, maxSize, marked } = model.apiTokens;
  if (["create", "edit", "toggle", "delete", "turn-on"].includes(action)) {
    const why = whyNoChanges(model);
    if (why !== undefined) return why;
  }
  if (action === "create" && maxSize !== undefined && (totalSize ?? 0) >= maxSize)
    return words("why.limit", { max: maxSize });
  if (action === "toggle" && marked.size === 0 && token?.state === "EXPIRED") return words("why.expired");
  if (action === "show-user" && token?.lastUse === undefined) return words("why.never-used");
  return undefined;
}

/** To its events; to whoever used it last. */
function leadsTo(_: Model, action: ActionId, token: ApiToken): Jump | undefined {
  if (action === "show-events") {
    const label = token.description || token.secretHint;
    return { tab: "audit-log", scope: { name: "credential", id: token.id, label } };
  }
  if (action === "show-user" && token.lastUse !== undefined)
    return {
      tab: "users",
      scope: { name: "email", id: token.lastUse.email, label: token.lastUse.email },
    };
  return undefined;
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.apiTokens;
  const height = listHeight(model, list);
  switch (event.type) {
    case "page-read": {
      if (event.list !== "api-tokens" || event.reading !== list.reading || !list.accessOff) return undefined;
      return listTab.receive({ ...model, apiTokens: { ...list, accessOff: false } }, event);
    }
    case "api-token-created": {
      const next = putItem({ ...list, selectedId: event.apiToken.id }, spec, event.apiToken, height);
      return stay({ ...place.set(model, next), busy: undefined, dialog: secretDialog(event) });
    }
    case "api-token-changed":
      return changed(model, event);
    case "api-token-deleted": {
      const done = { ...place.set(model, dropItem(list, spec, event.apiToken.id, height)), busy: undefined };
      const told = words("notice.token-deleted", { label: labelApiToken(event.apiToken) });
      return tell({ ...done, dialog: undefined }, "good", told);
    }
    case "api-token-deletion-weighed":
      return weighTokenDeletion(model, event.apiToken);
    case "settings-updated": {
      if (event.settings.apiTokenAccess !== list.accessOff) return undefined;
      const switched = { ...model, apiTokens: { ...list, accessOff: !event.settings.apiTokenAccess } };
      const stale = listTab.markStale(switched);
      return model.tab === "api-tokens" ? andThen(stay(stale), listTab.reload) : stay(stale);
    }
    case "call-failed": {
      const { effect, failure } = event;
      if (effect.type !== "read-page" || effect.list !== "api-tokens") return undefined;
      if (effect.reading !== list.reading || failure.reason !== "API_TOKEN_ACCESS_OFF") return undefined;
      const empty = { phase: "read", items: [], rows: [], incoming: [], stale: false } as const;
      return stay({ ...model, apiTokens: { ...list, ...empty, accessOff: true } });
    }
    default:
      return undefined;
  }
}

function secretDialog(event: Extract<Event, { type: "api-token-created" }>): Model["dialog"] {
  if (event.secret === undefined) return undefined;
  return {
    kind: "secret",
    of: "api-token",
    secret: event.secret,
    second: undefined,
    identifier: undefined,
    label: event.apiToken.description,
    copied: undefined,
    leaving: false,
  };
}

function changed(model: Model, { by, apiToken }: Extract<Event, { type: "api-token-changed" }>): Step {
  const before = model.before?.apiTokens.find(({ id }) => id === apiToken.id);
  const next = putItem(model.apiTokens, spec, apiToken, listHeight(model, model.apiTokens));
  const done: Model = { ...place.set(model, next), busy: undefined, dialog: undefined };
  const told = changedWords(by, labelApiToken(apiToken));
  const inverse = before && inverseOf(by, before, apiToken);
  return inverse === undefined
    ? tell(done, "good", told)
    : offerUndo(done, "good", told, { kind: "one", write: inverse });
}

/** What takes a change of a token back. */
function inverseOf(by: string, before: ApiToken, { id, etag }: ApiToken): WriteEffect {
  if (by === "deactivate-api-token") return { type: "reactivate-api-token", id, etag };
  if (by === "reactivate-api-token") return { type: "deactivate-api-token", id, etag };
  const { description, expireTime, boundUserId: boundUser, scopes, ipAllowList } = before;
  const values = { description, expireTime: expireTime ?? null, boundUser, scopes, ipAllowList };
  return { type: "update-api-token", id, values, etag };
}

function changedWords(by: string, label: Words): Words {
  if (by === "deactivate-api-token") return words("notice.token-deactivated", { label });
  if (by === "reactivate-api-token") return words("notice.token-reactivated", { label });
  return words("notice.token-saved", { label });
}
