import type { OAuthClient } from "../client/oauth-clients.js";
import type { ActionId } from "../keymap.js";
import type { Event } from "./event.js";
import { listHeight } from "./layout.js";
import { dropItem, type ListSpec, putItem } from "./list.js";
import { byText, byTime } from "./list-rows.js";
import { type ListPlace, whyNoChanges } from "./list-tab.js";
import { makeListTab } from "./make-list-tab.js";
import type { Model } from "./model.js";
import { isOAuthOff, turnOAuthOn, withOAuthAccess } from "./oauth-access.js";
import { askAboutManyClients, askToDeleteClient, toggleClient, weighClientEnd } from "./oauth-client-acts.js";
import { failOAuthClientForm, openOAuthClientForm } from "./oauth-client-form.js";
import { oldSecretOf, openSecrets, showClientSecret, weighOldSecret } from "./oauth-client-secrets.js";
import { askToRevokeAll } from "./revoke-all.js";
import { type Step, stay, tell } from "./step.js";
import type { TabSlice } from "./tab-slice.js";
import { offerUndo } from "./undo.js";
import { type Words, words } from "./words.js";

const spec: ListSpec<OAuthClient> = {
  columns: [
    { name: "name", compare: byText((client) => client.name) },
    { name: "identifier", compare: byText((client) => client.identifier) },
    { name: "kind", compare: byText((client) => client.kind ?? "") },
    { name: "used", compare: byTime((client) => client.lastUseTime) },
    { name: "created", compare: byTime((client) => client.createTime) },
  ],
  detailRows: ({ redirectUris, secrets }) => 24 + redirectUris.length + 3 * secrets.length,
  searchText: ({ name, identifier, company, description, kind, enabled, id, ...client }) =>
    [
      name,
      identifier,
      company,
      description,
      kind ?? "",
      enabled ? "enabled" : "disabled",
      id,
      client.creatorEmail,
      ...client.redirectUris,
      ...client.allowedScopes,
      ...client.secrets.map(({ hint }) => hint),
    ].join("\n"),
  label: labelClient,
  exported: (client) => ({
    id: client.id,
    identifier: client.identifier,
    name: client.name,
    description: client.description,
    company: client.company,
    logo_url: client.logoUrl,
    kind: client.kind,
    enabled: client.enabled,
    global: client.global,
    redirect_uris: client.redirectUris,
    allowed_scopes: client.allowedScopes,
    allowed_grant_types: client.allowedGrantTypes,
    secret_hints: client.secrets.map(({ hint }) => hint),
    creator_email: client.creatorEmail,
    create_time: client.createTime,
    update_time: client.updateTime,
    last_use_time: client.lastUseTime,
  }),
  scopes: { self: (id) => `id = "${id}"` },
};

const place: ListPlace<OAuthClient> = {
  get: (model) => model.oauthClients,
  set: (model, oauthClients) => ({ ...model, oauthClients }),
  spec,
};

const listTab = makeListTab({
  id: "oauth-clients",
  title: "tabs.oauth-clients",
  shortTitle: "tabs.oauth-clients.short",
  place,
  keys: ["oauth-clients"],
  resourceType: "oauth_client",
  follows: [],
  act,
  whyNot,
  receive,
  leadsTo: (_, action, { id, name, identifier }) => {
    if (action === "show-tokens")
      return { tab: "access-tokens", scope: { name: "client", id, label: name, identifier } };
    if (action === "show-events") return { tab: "audit-log", scope: { name: "client", id, label: name } };
    return undefined;
  },
  changed: (event) => (event.type === "oauth-client-changed" ? event.oauthClient : undefined),
});

/** The tab of OAuth clients. */
export const oauthClientsTab: TabSlice = withOAuthAccess(listTab, place);

const CHANGES: readonly ActionId[] = ["create", "edit", "toggle", "delete", "revoke-all", "turn-on"];

function labelClient({ name, identifier }: OAuthClient): Words {
  return words("clients.label", { name, identifier });
}

function act(model: Model, action: ActionId, client: OAuthClient | undefined): Step | undefined {
  const many = model.oauthClients.marked.size > 0;
  switch (action) {
    case "turn-on":
      return turnOAuthOn(model);
    case "create":
      return stay({ ...model, dialog: openOAuthClientForm(undefined) });
    case "edit":
      return client && stay({ ...model, dialog: openOAuthClientForm(client) });
    case "secrets":
      return client && openSecrets(model, client);
    case "toggle":
      return many
        ? askAboutManyClients(model, "toggle", labelClient)
        : client && toggleClient(model, client, labelClient(client));
    case "delete":
      return many
        ? askAboutManyClients(model, "delete", labelClient)
        : client && askToDeleteClient(model, client, labelClient(client));
    case "revoke-all":
      return (
        client && askToRevokeAll(model, { clientId: client.id, userId: "" }, client.name, client.identifier)
      );
    default:
      return undefined;
  }
}

function whyNot(model: Model, action: ActionId, client: OAuthClient | undefined): Words | undefined {
  const { totalSize, maxSize } = model.oauthClients;
  if (action === "turn-on" && !isOAuthOff(model)) return words("why.oauth-on");
  if (CHANGES.includes(action)) {
    const why = whyNoChanges(model);
    if (why !== undefined) return why;
  }
  if (action === "create" && maxSize !== undefined && (totalSize ?? 0) >= maxSize)
    return words("why.client-limit", { max: maxSize });
  if (action === "revoke-all" && client === undefined) return words("why.nothing-selected");
  if (action === "secrets" && client?.kind === "PUBLIC") return words("why.public-client");
  return undefined;
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.oauthClients;
  const height = listHeight(model, list);
  switch (event.type) {
    case "oauth-client-created": {
      const { oauthClient, secret } = event;
      const next = putItem({ ...list, selectedId: oauthClient.id }, spec, oauthClient, height);
      const done: Model = { ...place.set(model, next), busy: undefined, dialog: undefined };
      if (secret !== undefined) return stay({ ...done, dialog: showClientSecret(oauthClient, secret) });
      return tell(done, "good", words("notice.client-saved", { label: labelClient(oauthClient) }));
    }
    case "client-secret-rotated": {
      const next = place.set(model, putItem(list, spec, event.oauthClient, height));
      return stay({ ...next, busy: undefined, dialog: showClientSecret(event.oauthClient, event.secret) });
    }
    case "oauth-client-changed":
      return changed(model, event);
    case "oauth-client-deleted": {
      const done = {
        ...place.set(model, dropItem(list, spec, event.oauthClient.id, height)),
        busy: undefined,
      };
      const told = words("notice.client-deleted", { label: labelClient(event.oauthClient) });
      return tell({ ...done, dialog: undefined }, "good", told);
    }
    case "oauth-client-end-weighed":
      return weighClientEnd(model, event);
    case "old-secret-weighed":
      return weighOldSecret(
        place.set(model, putItem(list, spec, event.oauthClient, height)),
        event.oauthClient,
      );
    case "call-failed":
      return event.effect.type === "create-oauth-client"
        ? failOAuthClientForm(model, event.failure)
        : undefined;
    default:
      return undefined;
  }
}

function changed(model: Model, event: Extract<Event, { type: "oauth-client-changed" }>): Step {
  const { by, oauthClient } = event;
  const { id, etag } = oauthClient;
  const before = model.before?.oauthClients.find((client) => client.id === id);
  const list = putItem(model.oauthClients, spec, oauthClient, listHeight(model, model.oauthClients));
  const done: Model = { ...place.set(model, list), busy: undefined, dialog: undefined };
  const label = labelClient(oauthClient);
  switch (by) {
    case "enable-oauth-client": {
      const write = { type: "disable-oauth-client", id, etag } as const;
      return offerUndo(done, "good", words("notice.client-enabled", { label }), { kind: "one", write });
    }
    case "disable-oauth-client": {
      const write = { type: "enable-oauth-client", id, etag } as const;
      return offerUndo(done, "good", words("notice.client-disabled", { label }), { kind: "one", write });
    }
    case "retire-client-secret": {
      const hint = (before && oldSecretOf(before)?.hint) ?? "";
      return tell(done, "good", words("notice.secret-retired", { hint, label }));
    }
    default: {
      const told = words("notice.client-saved", { label });
      if (before === undefined) return tell(done, "good", told);
      const { name, description, company, logoUrl, redirectUris, allowedScopes, allowedGrantTypes } = before;
      const values = { name, description, company, logoUrl, redirectUris, allowedScopes, allowedGrantTypes };
      const write = { type: "update-oauth-client", id, values, etag } as const;
      return offerUndo(done, "good", told, { kind: "one", write });
    }
  }
}
