import type { AuditEvent } from "../client/audit-events.js";
import type { ActionId } from "../keymap.js";
import type { Event } from "./event.js";
import { beginReading, failReading, type ListSpec, putItem, receivePage, selectedIndex } from "./list.js";
import { actOnList, type ListPlace, placesOfList, typeInFilter, whyNotInList } from "./list-tab.js";
import type { Model } from "./model.js";
import { andThen, listHeight, type Step, stay } from "./step.js";
import type { TabSlice } from "./tab-slice.js";

/** While a filter is on, pages are read until so many events have been looked through. */
const FILTER_REACH = 5000;

const spec: ListSpec<AuditEvent> = {
  columns: [
    { name: "action", compare: (a, b) => a.action.localeCompare(b.action) },
    { name: "resource", compare: (a, b) => a.resourceLabel.localeCompare(b.resourceLabel) },
    { name: "actor", compare: (a, b) => a.actor.email.localeCompare(b.actor.email) },
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
};

const place: ListPlace<AuditEvent> = {
  get: (model) => model.auditLog,
  set: (model, auditLog) => ({ ...model, auditLog }),
  spec,
};

/** The tab of the audit log. */
export const auditLogTab: TabSlice = {
  id: "audit-log",
  title: "tabs.audit-log",
  // Its events come through the watch one by one; a break of the watch is what makes it stale.
  follows: [],
  places: (model) => placesOfList(model, model.auditLog, []),
  reload,
  isStale: ({ auditLog }) => auditLog.phase === "unread" || auditLog.stale,
  markStale: (model) => ({ ...model, auditLog: { ...model.auditLog, stale: true } }),
  act,
  whyNot: (model, action) => whyNotInList(model, model.auditLog, action),
  receive,
  type: (model, input) => {
    const step = typeInFilter(model, place, input);
    return step === undefined ? undefined : andThen(step, readOn);
  },
};

function reload(model: Model): Step {
  const auditLog = beginReading(model.auditLog);
  return [
    { ...model, auditLog },
    [{ type: "read-audit-events", reading: auditLog.reading, pageToken: undefined }],
  ];
}

function act(model: Model, action: ActionId): Step {
  return andThen(actOnList(model, place, action) ?? stay(model), readOn);
}

/** Asks for the next page when the person comes near the end of what was read, or looks for something. */
function readOn(model: Model): Step {
  const { auditLog } = model;
  const { nextPageToken, reading } = auditLog;
  if (nextPageToken === undefined || auditLog.phase !== "read") return stay(model);
  const near = selectedIndex(auditLog) + 3 * listHeight(model) >= auditLog.rows.length;
  const looking = auditLog.filter.text !== "" && auditLog.items.length < FILTER_REACH;
  if (!near && !looking) return stay(model);
  const asked = { ...model, auditLog: { ...auditLog, nextPageToken: undefined } };
  return [asked, [{ type: "read-audit-events", reading, pageToken: nextPageToken }]];
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.auditLog;
  const height = listHeight(model);
  switch (event.type) {
    case "audit-events-read": {
      if (event.reading !== list.reading) return stay(model);
      const { items, nextPageToken } = joinPage(list, event);
      const auditLog = receivePage({ ...list, incoming: [] }, spec, { items, nextPageToken }, true, height);
      return andThen(stay({ ...model, auditLog }), readOn);
    }
    case "audit-event-seen": {
      if (list.phase !== "read" || list.items.some(({ id }) => id === event.auditEvent.id)) return undefined;
      // A person looking at the newest events keeps looking at the newest; one who went down stays where they are.
      const atTop = list.top === 0 && selectedIndex(list) <= 0 && !list.detail;
      const followed = atTop ? { ...list, selectedId: event.auditEvent.id } : list;
      return stay({ ...model, auditLog: putItem(followed, spec, event.auditEvent, height) });
    }
    case "call-failed":
      if (event.effect.type !== "read-audit-events" || event.effect.reading !== list.reading)
        return undefined;
      return stay({ ...model, auditLog: failReading(list, event.failure) });
    default:
      return undefined;
  }
}

/** Joins a page to what was read: the log only grows, so that a first page that overlaps loses nothing. */
function joinPage(
  list: Model["auditLog"],
  { first, page }: Extract<Event, { type: "audit-events-read" }>,
): { items: AuditEvent[]; nextPageToken: string | undefined } {
  const known = new Set(list.items.map(({ id }) => id));
  const fresh = page.auditEvents.filter(({ id }) => !known.has(id));
  const overlaps = fresh.length < page.auditEvents.length;
  if (first && !overlaps) return { items: page.auditEvents, nextPageToken: page.nextPageToken };
  // Ids are made in the order of time.
  const items = [...fresh, ...list.items].sort((a, b) => (a.id < b.id ? 1 : -1));
  return { items, nextPageToken: first ? list.nextPageToken : page.nextPageToken };
}
