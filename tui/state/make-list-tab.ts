import type { ActionId, Place } from "../keymap.js";
import type { MessageKey } from "../messages/en.js";
import type { Event, WriteEvent } from "./event.js";
import { listHeight } from "./layout.js";
import {
  beginReading,
  failReading,
  isLoading,
  type ListPage,
  type ListState,
  narrow,
  putItems,
  receivePage,
  widen,
} from "./list.js";
import { arrange, chosenItems, fitList, moveSelection, selectedIndex, selectedItem } from "./list-rows.js";
import { actOnList, type ListPlace, placesOfList, typeInFilter, whyNotInList } from "./list-tab.js";
import type { ListId, ListItems } from "./lists.js";
import type { Model } from "./model.js";
import { type Step, stay } from "./step.js";
import type { Jump, ListView, TabSlice } from "./tab-slice.js";
import { makeTextField } from "./text-field.js";
import type { Words } from "./words.js";

/** More changed items than this are not worth asking for one by one. */
const MOST_READ_SINGLY = 20;

/** A list of no more items than this is read again as a whole when one of them has changed. */
const SMALL = 200;

/** What one list tab has that others have not. */
export type ListTabParts<Id extends ListId> = {
  id: Id;
  title: MessageKey;
  shortTitle: MessageKey;
  place: ListPlace<ListItems[Id]>;
  /** Its own keys. */
  keys: readonly Place[];
  /** The resource type of its items in the audit log; empty when they have none. */
  resourceType: string;
  /** Other resource types whose changes put it out of date. */
  follows: readonly string[];
  act: (model: Model, action: ActionId, item: ListItems[Id] | undefined) => Step | undefined;
  whyNot?: (model: Model, action: ActionId, item: ListItems[Id] | undefined) => Words | undefined;
  /** Takes in the answers to its changes. */
  receive: (model: Model, event: Event) => Step | undefined;
  /** What a key is called, where that depends on the item. */
  nameOf?: (action: ActionId, item: ListItems[Id]) => MessageKey | undefined;
  /** Where a key leads from an item. */
  leadsTo?: (model: Model, action: ActionId, item: ListItems[Id]) => Jump | Words | undefined;
  /** The item in the answer to a change; undefined when it is gone. */
  changed: (event: WriteEvent) => ListItems[Id] | undefined;
};

/** Makes a list tab: reading page by page, catching up, filtering, sorting, marking, arriving from elsewhere. */
export function makeListTab<Id extends ListId>(parts: ListTabParts<Id>): TabSlice {
  type Item = ListItems[Id];
  // The table of items makes each of them one with an id, which the compiler does not see through the index.
  const place = parts.place as unknown as ListPlace<{ id: string }>;
  const ownPlace = parts.place as ListPlace<Item & { id: string }>;
  const selected = (model: Model) => selectedItem(ownPlace.get(model)) as Item | undefined;
  const heightOf = (model: Model) => listHeight(model, place.get(model));
  const put = (model: Model, changes: Partial<ListState<{ id: string }>>) =>
    place.set(model, { ...place.get(model), ...changes });

  return {
    id: parts.id,
    title: parts.title,
    shortTitle: parts.shortTitle,
    places: (model) => placesOfList(model, place.get(model), parts.keys),
    reload: (model) => readFirst(model, beginReading(place.get(model))),
    catchUp: (model) => {
      const { changedIds, phase, stale } = place.get(model);
      if (stale || phase === "unread" || changedIds.length > MOST_READ_SINGLY)
        return readFirst(model, beginReading(place.get(model)));
      return [
        put(model, { changedIds: [] }),
        changedIds.map((id) => ({ type: "read-item", list: parts.id, id })),
      ];
    },
    isStale: (model) => {
      const { phase, stale, changedIds } = place.get(model);
      return phase === "unread" || stale || changedIds.length > 0;
    },
    markStale: (model) => put(model, outdated(place.get(model))),
    follow: (model, { resourceType, resourceId }) => {
      if (parts.follows.includes(resourceType)) return put(model, outdated(place.get(model)));
      if (resourceType !== parts.resourceType || resourceType === "") return model;
      const { items, changedIds, scope } = place.get(model);
      if (items.length <= SMALL || scope !== undefined || resourceId === "")
        return put(model, outdated(place.get(model)));
      return changedIds.includes(resourceId)
        ? model
        : put(model, { changedIds: [...changedIds, resourceId] });
    },
    act: (model, action) => parts.act(model, action, selected(model)) ?? actOnList(model, place, action),
    whyNot: (model, action) =>
      whyNotInList(model, place.get(model), action) ?? parts.whyNot?.(model, action, selected(model)),
    nameOf: (model, action) => {
      const item = selected(model);
      return item === undefined ? undefined : parts.nameOf?.(action, item);
    },
    receive: (model, event) => parts.receive(model, event) ?? receiveList(model, event),
    type: (model, input) => typeInFilter(model, place, input),
    leadsTo: (model, action) => {
      const item = selected(model);
      return item === undefined ? undefined : parts.leadsTo?.(model, action, item);
    },
    arrive: (model, jump) => arrive(model, jump),
    point: (model, pointed) => {
      const list = place.get(model);
      const row = pointed - list.headLines;
      const at = selectedIndex(list);
      const target = list.top + row;
      if (row < 0 || row >= heightOf(model) || target >= list.rows.length) return undefined;
      if (target === at) return actOnList(model, place, "open");
      return stay(place.set(model, moveSelection(list, target - at, heightOf(model))));
    },
    fit: (model) => place.set(model, fitList(place.get(model), heightOf(model))),
    settle: (model, outcomes) => {
      const changes = new Map(outcomes.map(({ id, event }) => [id, parts.changed(event)] as const));
      return place.set(model, putItems(place.get(model), place.spec, changes, heightOf(model)));
    },
    list: view,
  };

  function outdated({ beyond }: ListState<{ id: string }>): Partial<ListState<{ id: string }>> {
    return { stale: true, beyond: beyond && { ...beyond, stale: true } };
  }

  function readFirst(model: Model, list: ListState<{ id: string }>): Step {
    return [place.set(model, list), [readEffect(list, undefined)]];
  }

  function readEffect({ reading, scope }: ListState<{ id: string }>, pageToken: string | undefined) {
    const filter = scope === undefined ? "" : (place.spec.scopes[scope.name]?.(scope.id, scope.label) ?? "");
    return { type: "read-page", list: parts.id, reading, pageToken, filter } as const;
  }

  function arrive(model: Model, { scope }: Jump): Step {
    const list = place.get(model);
    const before = list.scope;
    const same = scope?.name === before?.name && scope?.id === before?.id;
    const target = same ? list : scope === undefined ? widen(list) : narrow(list, scope);
    const fresh = { ...target, filter: makeTextField(), marked: new Set<string>() };
    const next = place.set(model, arrange(fresh, place.spec, listHeight(model, fresh)));
    return same || scope === undefined ? stay(next) : [next, [readEffect(target, undefined)]];
  }

  function receiveList(model: Model, event: Event): Step | undefined {
    const list = place.get(model);
    const height = heightOf(model);
    switch (event.type) {
      case "page-read": {
        if (event.list !== parts.id) return undefined;
        if (event.reading !== list.reading) return stay(model);
        const page = event.page as ListPage<{ id: string }>;
        const whole = page.nextPageToken === undefined;
        const received = receivePage(list, place.spec, page, whole, height);
        if (whole) return stay(place.set(model, { ...received, readTime: model.now }));
        return [place.set(model, received), [readEffect(received, page.nextPageToken)]];
      }
      case "item-read": {
        if (event.list !== parts.id) return undefined;
        const changes = new Map([[event.item.id, event.item]]);
        return stay(place.set(model, putItems(list, place.spec, changes, height)));
      }
      case "call-failed": {
        const { effect, failure } = event;
        if (effect.type === "read-item" && effect.list === parts.id) {
          if (failure.reason !== "RESOURCE_NOT_FOUND") return stay(put(model, { stale: true }));
          return stay(
            place.set(model, putItems(list, place.spec, new Map([[effect.id, undefined]]), height)),
          );
        }
        if (effect.type !== "read-page" || effect.list !== parts.id) return undefined;
        return stay(effect.reading === list.reading ? place.set(model, failReading(list, failure)) : model);
      }
      default:
        return undefined;
    }
  }

  function view(model: Model): ListView {
    const list = place.get(model);
    const item = selectedItem(list);
    const total = list.totalSize ?? 0;
    const read = list.incoming.length;
    const lost = model.connection.state === "reconnecting" ? model.connection.since : undefined;
    return {
      name: parts.id,
      filter: list.filter,
      filtering: list.filtering,
      scope: list.scope,
      headLines: list.headLines,
      marked: list.marked.size,
      shown: list.rows.length,
      at: selectedIndex(list),
      selected: item === undefined ? undefined : place.spec.label(item),
      progress: isLoading(list) && total > 0 ? Math.min(1, read / total) : undefined,
      staleSince: lost ?? (list.failure === undefined ? undefined : list.readTime),
      exported: () =>
        (list.marked.size > 0 ? chosenItems(list) : list.rows).map((row) => place.spec.exported(row)),
    };
  }
}
