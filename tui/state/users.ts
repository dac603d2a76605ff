import type { User } from "../client/users.js";
import type { ActionId } from "../keymap.js";
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
import { listHeight, type Step, stay, tell, write } from "./step.js";
import type { TabSlice } from "./tab-slice.js";
import { openPasswordForm, openUserForm } from "./user-forms.js";
import { type Words, words } from "./words.js";

const spec: ListSpec<User> = {
  columns: [
    { name: "name", compare: (a, b) => a.name.localeCompare(b.name) },
    { name: "email", compare: (a, b) => a.email.localeCompare(b.email) },
    { name: "role", compare: (a, b) => (a.role ?? "").localeCompare(b.role ?? "") },
    {
      name: "signed-in",
      compare: (a, b) => (a.lastSignInTime?.getTime() ?? 0) - (b.lastSignInTime?.getTime() ?? 0),
    },
  ],
  detailRows: () => 13,
  searchText: (user) => [user.name, user.email, user.role ?? "", user.id].join("\n"),
};

const place: ListPlace<User> = {
  get: (model) => model.users,
  set: (model, users) => ({ ...model, users }),
  spec,
};

/** The tab of users. */
export const usersTab: TabSlice = {
  id: "users",
  title: "tabs.users",
  follows: ["user", "session"],
  places: (model) => placesOfList(model, model.users, ["users"]),
  reload,
  isStale: ({ users }) => users.phase === "unread" || users.stale,
  markStale: (model) => ({ ...model, users: { ...model.users, stale: true } }),
  act,
  whyNot,
  receive,
  type: (model, input) => typeInFilter(model, place, input),
};

function reload(model: Model): Step {
  const users = beginReading(model.users);
  return [{ ...model, users }, [{ type: "read-users", reading: users.reading, pageToken: undefined }]];
}

function act(model: Model, action: ActionId): Step {
  const user = selectedItem(model.users);
  switch (action) {
    case "create":
      return stay({ ...model, dialog: openUserForm(undefined) });
    case "edit":
      return stay(user === undefined ? model : { ...model, dialog: openUserForm(user) });
    case "set-password":
      return stay(user === undefined ? model : { ...model, dialog: openPasswordForm(model, user) });
    case "toggle":
      return user === undefined ? stay(model) : toggle(model, user);
    case "delete":
      return user === undefined ? stay(model) : askToDelete(model, user);
    default:
      return actOnList(model, place, action) ?? stay(model);
  }
}

function whyNot(model: Model, action: ActionId): Words | undefined {
  if (["create", "edit", "set-password", "toggle", "delete"].includes(action)) {
    const why = whyNoChanges(model);
    if (why !== undefined) return why;
  }
  return whyNotInList(model, model.users, action);
}

function toggle(model: Model, { id, etag, suspended, email }: User): Step {
  if (suspended) return write(model, { type: "update-user", id, changes: { suspended: false }, etag });
  return stay({
    ...model,
    dialog: {
      kind: "confirm",
      title: words("confirm.suspend-user.title"),
      lines: [words("plain", { text: email })],
      consequence: words("confirm.suspend-user.consequence"),
      answer: "cancel",
      doing: words("confirm.suspend-user.do"),
      effect: { type: "update-user", id, changes: { suspended: true }, etag },
    },
  });
}

function askToDelete(model: Model, { id, etag, email, name }: User): Step {
  const dialog = {
    kind: "confirm",
    title: words("confirm.delete-user.title"),
    lines: [words("users.label", { name, email })],
    consequence: undefined,
    answer: "cancel",
    doing: words("confirm.delete-user.do"),
    effect: { type: "delete-user", id, etag },
  } as const;
  return [{ ...model, dialog }, [{ type: "weigh-user-deletion", id }]];
}

function weighed(model: Model, event: Extract<Event, { type: "user-deletion-weighed" }>): Step {
  const { dialog } = model;
  if (dialog?.kind !== "confirm" || dialog.effect.type !== "delete-user" || dialog.effect.id !== event.id)
    return stay(model);
  const { endedSessions, unusableApiTokens } = event.deletion;
  const consequence = words("confirm.delete-user.consequence", {
    sessions: words("count.sessions", { count: endedSessions }),
    tokens: words("count.bound-tokens", { count: unusableApiTokens }),
  });
  return stay({ ...model, dialog: { ...dialog, consequence } });
}

function receive(model: Model, event: Event): Step | undefined {
  const height = listHeight(model);
  const list = model.users;
  switch (event.type) {
    case "users-read": {
      if (event.reading !== list.reading) return stay(model);
      const { nextPageToken, users: items, totalSize } = event.page;
      const whole = nextPageToken === undefined;
      const users = receivePage(list, spec, { items, nextPageToken, totalSize }, whole, height);
      if (whole) return stay({ ...model, users });
      return [
        { ...model, users },
        [{ type: "read-users", reading: event.reading, pageToken: nextPageToken }],
      ];
    }
    case "user-created": {
      const users = putItem({ ...list, selectedId: event.user.id }, spec, event.user, height);
      const told = words("notice.user-created", { email: event.user.email });
      return tell({ ...model, users, busy: undefined, dialog: undefined }, "good", told);
    }
    case "user-changed": {
      const users = putItem(list, spec, event.user, height);
      const key = event.by === "set-password" ? "notice.password-set" : "notice.user-saved";
      const told = words(key, {
        email: event.user.email,
        sessions: words("count.sessions", { count: event.endedSessions }),
      });
      return tell({ ...model, users, busy: undefined, dialog: undefined }, "good", told);
    }
    case "user-deleted": {
      const gone = list.items.find(({ id }) => id === event.id);
      const users = dropItem(list, spec, event.id, height);
      const told = words("notice.user-deleted", { email: gone?.email ?? event.id });
      return tell({ ...model, users, busy: undefined, dialog: undefined }, "good", told);
    }
    case "user-deletion-weighed":
      return weighed(model, event);
    case "call-failed":
      if (event.effect.type !== "read-users" || event.effect.reading !== list.reading) return undefined;
      return stay({ ...model, users: failReading(list, event.failure) });
    default:
      return undefined;
  }
}
