import type { AccessToken } from "../client/access-tokens.js";
import type { ActionId } from "../keymap.js";
import { openAccessTokenForm, showAccessToken } from "./access-token-form.js";
import type { BulkPlan } from "./bulk.js";
import type { ConfirmDialog } from "./dialogs.js";
import type { Event } from "./event.js";
import { failFindForm, openFindForm } from "./find-token.js";
import { listHeight } from "./layout.js";
import { dropItem, type ListSpec, putItem } from "./list.js";
import { byText, byTime, chosenItems } from "./list-rows.js";
import { isReadOnly, type ListPlace, whyNoChanges } from "./list-tab.js";
import { makeListTab } from "./make-list-tab.js";
import type { Model } from "./model.js";
import { isOAuthOff, turnOAuthOn, withOAuthAccess } from "./oauth-access.js";
import { askToRevokeAll, openRevokeAllForm, tellRevokedAll, weighRevokingAll } from "./revoke-all.js";
import { andThen, type Step, stay, tell } from "./step.js";
import type { Jump, TabSlice } from "./tab-slice.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

const spec: ListSpec<AccessToken> = {
  columns: [
    { name: "client", compare: byText((token) => token.clientName) },
    { name: "user", compare: byText((token) => token.userEmail) },
    { name: "used", compare: byTime((token) => token.lastUse?.time) },
    { name: "expires", compare: byTime((token) => token.expireTime) },
    { name: "created", compare: byTime((token) => token.createTime) },
  ],
  detailRows: () => 22,
  searchText: (token) =>
    [
      token.secretHint,
      token.clientName,
      token.clientIdentifier,
      token.clientId,
      token.userEmail,
      token.userId,
      token.state,
      token.origin ?? "",
      token.lastUse?.sourceIp ?? "",
      token.id,
      token.grantId,
      ...token.scopes,
    ].join("\n"),
  label: labelToken,
  exported: (token) => ({
    id: token.id,
    secret_hint: token.secretHint,
    state: token.state,
    origin: token.origin,
    client_id: token.clientId,
    client_identifier: token.clientIdentifier,
    client_name: token.clientName,
    user_id: token.userId,
    user_email: token.userEmail,
    grant_id: token.grantId,
    scopes: token.scopes,
    create_time: token.createTime,
    expire_time: token.expireTime,
    refresh_expire_time: token.refreshExpireTime,
    last_use_time: token.lastUse?.time,
    last_use_source_ip: token.lastUse?.sourceIp,
    use_count: token.lastUse?.count,
  }),
  scopes: {
    self: (id) => `id = "${id}"`,
    grant: (id) => `grant_id = "${id}"`,
    client: (id) => `client_id = "${id}"`,
    person: (id) => `user_id = "${id}"`,
  },
};

const place: ListPlace<AccessToken> = {
  get: (model) => model.accessTokens,
  set: (model, accessTokens) => ({ ...model, accessTokens }),
  spec,
};

const listTab = makeListTab({
  id: "access-tokens",
  title: "tabs.access-tokens",
  shortTitle: "tabs.access-tokens.short",
  place,
  keys: ["access-tokens"],
  resourceType: "access_token",
  follows: ["oauth_client", "oauth_grant", "user"],
  act,
  whyNot,
  receive,
  leadsTo,
  changed: () => undefined,
});

/** The tab of OAuth access tokens. */
export const accessTokensTab: TabSlice = withOAuthAccess(listTab, place);

function labelToken({ secretHint: hint, clientName: client, userEmail: user }: AccessToken): Words {
  return words(user === "" ? "access.label-own" : "access.label", { hint, client, user });
}

function act(model: Model, action: ActionId, token: AccessToken | undefined): Step | undefined {
  const { scope } = model.accessTokens;
  switch (action) {
    case "turn-on":
      return turnOAuthOn(model);
    case "create":
      return stay({ ...model, dialog: openAccessTokenForm(model) });
    case "find-token":
      return stay({ ...model, dialog: openFindForm() });
    case "delete":
      return token && askToRevoke(model, token);
    case "revoke-all": {
      if (scope?.name === "client") {
        const { id, label, identifier = label } = scope;
        return askToRevokeAll(model, { clientId: id, userId: "" }, label, identifier);
      }
      if (scope?.name === "person")
        return askToRevokeAll(model, { clientId: "", userId: scope.id }, scope.label, scope.label);
      return token && stay({ ...model, dialog: openRevokeAllForm(token) });
    }
    default:
      return undefined;
  }
}

function whyNot(model: Model, action: ActionId, token: AccessToken | undefined): Words | undefined {
  switch (action) {
    case "turn-on":
      return isOAuthOff(model) ? whyNoChanges(model) : words("why.oauth-on");
    case "create":
      return isOAuthOff(model) ? words("why.oauth-off") : whyNoChanges(model);
    case "revoke-all":
      if (token === undefined && model.accessTokens.scope === undefined) return words("why.nothing-selected");
      return whyNoChanges(model);
    case "delete":
      // Everybody may revoke what is theirs; nobody else's is listed to them.
      if (isReadOnly(model)) return words("why.read-only");
      return model.busy === undefined ? undefined : words("why.busy");
    case "narrow-to-client":
    case "show-client":
      return token === undefined ? words("why.nothing-selected") : undefined;
    case "narrow-to-user":
    case "show-user":
      return token?.userId === "" ? words("why.no-user") : undefined;
    default:
      return undefined;
  }
}

function leadsTo(_: Model, action: ActionId, token: AccessToken): Jump | undefined {
  const { id, clientId, clientName, clientIdentifier: identifier, userId, userEmail, secretHint } = token;
  switch (action) {
    case "narrow-to-client":
      return { tab: "access-tokens", scope: { name: "client", id: clientId, label: clientName, identifier } };
    case "narrow-to-user":
      return { tab: "access-tokens", scope: { name: "person", id: userId, label: userEmail } };
    case "show-client":
      return { tab: "oauth-clients", scope: { name: "self", id: clientId, label: clientName } };
    case "show-user":
      return { tab: "users", scope: { name: "self", id: userId, label: userEmail || userId } };
    case "show-events":
      return { tab: "audit-log", scope: { name: "credential", id, label: secretHint } };
    default:
      return undefined;
  }
}

/** Asks about the selected token, or about every one marked. */
function askToRevoke(model: Model, token: AccessToken): Step {
  const chosen = chosenItems(model.accessTokens);
  const many = model.accessTokens.marked.size > 0;
  const title = words("bulk.revoke-tokens", { count: chosen.length });
  const plan: BulkPlan = {
    tab: "access-tokens",
    title,
    items: chosen.map((item) => ({
      id: item.id,
      label: labelToken(item),
      write: { type: "revoke-access-token", id: item.id },
    })),
  };
  const use = token.lastUse;
  const dialog: ConfirmDialog = {
    kind: "confirm",
    title: many ? words("confirm.many.title", { what: title }) : words("confirm.revoke.title"),
    lines: many ? [] : [labelToken(token)],
    consequence: many
      ? words("confirm.revoke-many.consequence")
      : use === undefined
        ? words("confirm.revoke.unused")
        : words("confirm.revoke.used", { count: use.count, time: use.time, address: use.sourceIp || "—" }),
    answer: "cancel",
    doing: words("confirm.revoke.do"),
    effect: many ? { type: "bulk-plan", plan } : { type: "revoke-access-token", id: token.id },
    ...(many && { typed: { wanted: String(chosen.length), field: makeTextField() } }),
  };
  return stay({ ...model, dialog });
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.accessTokens;
  const height = listHeight(model, list);
  switch (event.type) {
    case "access-token-created": {
      const { accessToken, secret, refreshToken } = event;
      const next = putItem({ ...list, selectedId: accessToken.id }, spec, accessToken, height);
      const dialog = secret === undefined ? undefined : showAccessToken(accessToken, secret, refreshToken);
      return stay({ ...place.set(model, next), busy: undefined, dialog });
    }
    case "access-token-revoked": {
      const label = labelOf(model, event);
      const done = place.set(model, dropItem(list, spec, event.id, height));
      const told = words("notice.token-revoked", { label });
      return tell({ ...done, busy: undefined, dialog: undefined }, "good", told);
    }
    case "access-tokens-revoked":
      return andThen(tellRevokedAll(model, event), (next) =>
        next.tab === "access-tokens" ? accessTokensTab.reload(next) : stay(listTab.markStale(next)),
      );
    case "access-tokens-end-weighed":
      return weighRevokingAll(model, event);
    case "token-found":
      return found(model, event);
    case "call-failed":
      return failFindForm(model, event.effect, event.failure);
    default:
      return undefined;
  }
}

function labelOf(model: Model, event: Extract<Event, { type: "access-token-revoked" }>): Words {
  const token = event.accessToken ?? model.accessTokens.items.find(({ id }) => id === event.id);
  return token === undefined ? words("plain", { text: event.id }) : labelToken(token);
}

function found(model: Model, event: Extract<Event, { type: "token-found" }>): Step {
  const free: Model = { ...model, busy: undefined };
  // Whoever closed the form meanwhile has changed their mind.
  if (model.dialog?.kind !== "form" || model.dialog.form.name !== "find-token") return stay(free);
  return stay({ ...free, dialog: { kind: "found", found: event.found } });
}
