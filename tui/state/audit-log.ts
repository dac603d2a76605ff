import type { AuditEvent } from "../client/audit-events.js";
import type { ActionId } from "../keymap.js";
import type { Event, PageReadEvent } from "./event.js";
import { listHeight } from "./layout.js";
import { type ListScope, type ListSpec, putItem, receivePage } from "./list.js";
import { byText, selectedIndex } from "./list-rows.js";
import { actOnList, type ListPlace, typeInFilter } from "./list-tab.js";
import { makeListTab } from "./make-list-tab.js";
import type { Model } from "./model.js";
import { andThen, type Step, stay } from "./step.js";
import type { Jump, TabSlice } from "./tab-slice.js";
import { type Words, words } from "./words.js";

/** While a filter is on, pages are read until so many events have been looked through. */
const FILTER_REACH = 5000;

const spec: ListSpec<AuditEvent> = {
  columns: [
    { name: "action", compare: byText((event) => event.action) },
    { name: "resource", compare: byText((event) => event.resourceLabel) },
    { name: "actor", compare: byText((event) => event.actor.email) },
  ],
  detailRows: ({ changes }) => 14 + 3 * changes.length,
  searchText: (event) =>
    [
      event.action,
      event.resourceLabel,
      event.resourceId,
      event.actor.email,
      event.sourceIp,
      event.requestId,
    ].join("\n"),
  label: ({ action }) => words("plain", { text: action }),
  exported: ({ actor, changes, ...event }) => ({
    id: event.id,
    create_time: event.createTime,
    action: event.action,
    resource_type: event.resourceType,
    resource_id: event.resourceId,
    resource_label: event.resourceLabel,
    actor_kind: actor.kind,
    actor_email: actor.email,
    actor_user_id: actor.userId,
    actor_credential_id: actor.credentialId,
    source_ip: event.sourceIp,
    request_id: event.requestId,
    changes: changes.map(({ field, before, after }) => `${field}: ${before} -> ${after}`),
  }),
  scopes: {
    self: (id) => `id = "${id}"`,
    person: (id) => `actor.user_id = "${id}" OR resource_id = "${id}"`,
    client: (id) => `actor.client_id = "${id}" OR resource_id = "${id}"`,
    credential: (id) => `actor.credential_id = "${id}" OR resource_id = "${id}"`,
  },
};

/** Whether an event belongs to what the log is narrowed to, as the server's filter has it. */
function isInScope({ actor, resourceId }: AuditEvent, scope: ListScope | undefined): boolean {
  if (scope === undefined || resourceId === scope.id) return true;
  if (scope.name === "self") return false;
  return (scope.name === "person" ? actor.userId : actor.credentialId) === scope.id;
}

const place: ListPlace<AuditEvent> = {
  get: (model) => model.auditLog,
  set: (model, auditLog) => ({ ...model, auditLog }),
  spec,
};

const listTab = makeListTab({
  id: "audit-log",
  title: "tabs.audit-log",
  shortTitle: "tabs.audit-log.short",
  place,
  keys: ["audit-log"],
  // Its events come through the watch one by one; a break of the watch is what makes it stale.
  resourceType: "",
  follows: [],
  act: (model, action) => {
    const step = actOnList(model, place, action);
    return step && andThen(step, readOn);
  },
  receive,
  changed: () => undefined,
  whyNot: (_, action, event) => {
    if (action === "show-user" && event?.actor.userId === "") return words("why.no-person");
    return action === "show-resource" && event !== undefined && resourceOf(event) === undefined
      ? words("why.no-resource")
      : undefined;
  },
  leadsTo: (_, action, event) => leadsTo(action, event),
});

/** The tab of the audit log. */
export const auditLogTab: TabSlice = {
  ...listTab,
  type: (model, input) => {
    const step = typeInFilter(model, place, input);
    return step && andThen(step, readOn);
  },
};

/** To whoever did it; to what it was done to. */
function leadsTo(action: ActionId, event: AuditEvent): Jump | Words | undefined {
  const { userId, email } = event.actor;
  if (action === "show-user" && userId !== "")
    return { tab: "users", scope: { name: "self", id: userId, label: email || userId } };
  return action === "show-resource" ? resourceOf(event) : undefined;
}

function resourceOf({ resourceType, resourceId, resourceLabel }: AuditEvent): Jump | undefined {
  if (resourceId === "") return undefined;
  const scope = { name: "self", id: resourceId, label: resourceLabel || resourceId };
  switch (resourceType) {
    case "api_token":
      return { tab: "api-tokens", scope };
    case "oauth_client":
      return { tab: "oauth-clients", scope };
    case "access_token":
      return { tab: "access-tokens", scope };
    case "user":
      return { tab: "users", scope };
    case "access_policy":
      return { tab: "access-policies", scope };
    case "settings":
      return { tab: "settings" };
    default:
      return undefined;
  }
}

/** Asks for the next page when the person comes near the end of what was read, or looks for something. */
function readOn(model: Model): Step {
  const { auditLog } = model;
  const { nextPageToken, reading, scope } = auditLog;
  if (nextPageToken === undefined || auditLog.phase !== "read") return stay(model);
  const near = selectedIndex(auditLog) + 3 * listHeight(model, auditLog) >= auditLog.rows.length;
  const looking = auditLog.filter.text !== "" && auditLog.items.length < FILTER_REACH;
  if (!near && !looking) return stay(model);
  const asked = { ...model, auditLog: { ...auditLog, nextPageToken: undefined } };
  const filter = scope === undefined ? "" : (spec.scopes[scope.name]?.(scope.id, scope.label) ?? "");
  return [asked, [{ type: "read-page", list: "audit-log", reading, pageToken: nextPageToken, filter }]];
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.auditLog;
  const height = listHeight(model, list);
  switch (event.type) {
    case "page-read": {
      if (event.list !== "audit-log") return undefined;
      if (event.reading !== list.reading) return stay(model);
      const { items, nextPageToken } = joinPage(list, event);
      const received = receivePage({ ...list, incoming: [] }, spec, { items, nextPageToken }, true, height);
      return andThen(stay({ ...model, auditLog: { ...received, readTime: model.now } }), readOn);
    }
    case "audit-event-seen": {
      const { auditEvent } = event;
      if (list.phase !== "read" || list.items.some(({ id }) => id === auditEvent.id)) return undefined;
      if (!isInScope(auditEvent, list.scope)) return undefined;
      // A person looking at the newest events keeps looking at the newest; one who went down stays where they are.
      const atTop = list.top === 0 && selectedIndex(list) <= 0 && list.detail === "closed";
      const followed = atTop ? { ...list, selectedId: auditEvent.id } : list;
      return stay({ ...model, auditLog: putItem(followed, spec, auditEvent, height) });
    }
    default:
      return undefined;
  }
}

/** Joins a page to what was read: the log only grows, so that a first page that overlaps loses nothing. */
function joinPage(
  list: Model["auditLog"],
  { first, page }: Extract<PageReadEvent, { list: "audit-log" }>,
): { items: readonly AuditEvent[]; nextPageToken: string | undefined } {
  const known = new Set(list.items.map(({ id }) => id));
  const fresh = page.items.filter(({ id }) => !known.has(id));
  const overlaps = fresh.length < page.items.length;
  if (first && !overlaps) return { items: page.items, nextPageToken: page.nextPageToken };
  // Ids are made in the order of time.
  const items = [...fresh, ...list.items].sort((a, b) => (a.id < b.id ? 1 : -1));
  return { items, nextPageToken: first ? list.nextPageToken : page.nextPageToken };
}
