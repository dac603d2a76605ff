import type { User } from "../client/users.js";
import type { ActionId } from "../keymap.js";
import type { BulkPlan } from "./bulk.js";
import type { WriteEffect } from "./effect.js";
import type { Event } from "./event.js";
import { listHeight } from "./layout.js";
import { dropItem, type ListSpec, putItem } from "./list.js";
import { byText, byTime, chosenItems } from "./list-rows.js";
import { type ListPlace, whyNoChanges } from "./list-tab.js";
import { makeListTab } from "./make-list-tab.js";
import type { Model } from "./model.js";
import { type Step, stay, tell, write } from "./step.js";
import { makeTextField } from "./text-field.js";
import { offerUndo } from "./undo.js";
import { openPasswordForm, openUserForm } from "./user-forms.js";
import { type Words, words } from "./words.js";

const spec: ListSpec<User> = {
  columns: [
    { name: "name", compare: byText((user) => user.name) },
    { name: "email", compare: byText((user) => user.email) },
    { name: "role", compare: byText((user) => user.role ?? "") },
    { name: "signed-in", compare: byTime((user) => user.lastSignInTime) },
  ],
  detailRows: () => 13,
  searchText: (user) => [user.name, user.email, user.role ?? "", user.id].join("\n"),
  label: ({ name, email }) => words("users.label", { name, email }),
  exported: (user) => ({
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    verified: user.verified,
    suspended: user.suspended,
    has_password: user.hasPassword,
    create_time: user.createTime,
    update_time: user.updateTime,
    last_sign_in_time: user.lastSignInTime,
  }),
  scopes: { self: (id) => `id = "${id}"`, email: (email) => `email = ${JSON.stringify(email)}` },
};

const place: ListPlace<User> = {
  get: (model) => model.users,
  set: (model, users) => ({ ...model, users }),
  spec,
};

/** The tab of users. */
export const usersTab = makeListTab({
  id: "users",
  title: "tabs.users",
  shortTitle: "tabs.users.short",
  place,
  keys: ["users"],
  resourceType: "user",
  follows: ["session"],
  act,
  whyNot,
  receive,
  nameOf: (action, { suspended }) => (action === "toggle" && suspended ? "keys.admit-user" : undefined),
  changed: (event) => (event.type === "user-changed" ? event.user : undefined),
  leadsTo: (_, action, { id, email }) => {
    if (action === "show-events") return { tab: "audit-log", scope: { name: "person", id, label: email } };
    if (action === "show-tokens") return { tab: "api-tokens", scope: { name: "person", id, label: email } };
    if (action === "show-access-tokens")
      return { tab: "access-tokens", scope: { name: "person", id, label: email } };
    return undefined;
  },
});

const CHANGES: readonly ActionId[] = ["create", "edit", "set-password", "toggle", "delete"];

function act(model: Model, action: ActionId, user: User | undefined): Step | undefined {
  const many = model.users.marked.size > 0;
  switch (action) {
    case "create":
      return stay({ ...model, dialog: openUserForm(undefined) });
    case "edit":
      return user && stay({ ...model, dialog: openUserForm(user) });
    case "set-password":
      return user && stay({ ...model, dialog: openPasswordForm(model, user) });
    case "toggle":
      return many ? askAboutMany(model, "toggle") : user && toggle(model, user);
    case "delete":
      return many ? askAboutMany(model, "delete") : user && askToDelete(model, user);
    default:
      return undefined;
  }
}

function whyNot(model: Model, action: ActionId): Words | undefined {
  return CHANGES.includes(action) ? whyNoChanges(model) : undefined;
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

/** Asks about everybody marked: to suspend those who are not, or else to let them in again; or to delete them. */
function askAboutMany(model: Model, action: "toggle" | "delete"): Step {
  const chosen = chosenItems(model.users);
  const active = chosen.filter(({ suspended }) => !suspended);
  const name = action === "delete" ? "delete" : active.length > 0 ? "suspend" : "admit";
  const concerned = name === "suspend" ? active : chosen;
  const setSuspended = (id: string, suspended: boolean): WriteEffect => {
    return { type: "update-user", id, changes: { suspended }, etag: "" };
  };
  const plan: BulkPlan = {
    tab: "users",
    title: words(`bulk.${name}-users`, { count: concerned.length }),
    items: concerned.map((user) => ({
      id: user.id,
      label: spec.label(user),
      ...(name === "delete"
        ? { write: { type: "delete-user", id: user.id, etag: "" } }
        : {
            write: setSuspended(user.id, name === "suspend"),
            inverse: setSuspended(user.id, name !== "suspend"),
          }),
    })),
  };
  return stay({
    ...model,
    dialog: {
      kind: "confirm",
      title: words(`bulk.${name}-users`, { count: concerned.length }),
      lines: [],
      consequence: words(`confirm.${name}-users.consequence`),
      answer: "cancel",
      doing: words(`confirm.${name}-users.do`),
      effect: { type: "bulk-plan", plan },
      ...(name === "delete" && { typed: { wanted: String(concerned.length), field: makeTextField() } }),
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
  const { endedSessions, unusableApiTokens, endedAccessTokens } = event.deletion;
  const consequence = words("confirm.delete-user.consequence", {
    sessions: words("count.sessions", { count: endedSessions }),
    access: words("count.ended-access-tokens", { count: endedAccessTokens }),
    tokens: words("count.bound-tokens", { count: unusableApiTokens }),
  });
  return stay({ ...model, dialog: { ...dialog, consequence } });
}

function receive(model: Model, event: Event): Step | undefined {
  const list = model.users;
  const height = listHeight(model, list);
  switch (event.type) {
    case "user-created": {
      const users = putItem({ ...list, selectedId: event.user.id }, spec, event.user, height);
      const told = words("notice.user-created", { email: event.user.email });
      return tell({ ...model, users, busy: undefined, dialog: undefined }, "good", told);
    }
    case "user-changed":
      return changed(model, event);
    case "user-deleted": {
      const gone = list.items.find(({ id }) => id === event.id);
      const users = dropItem(list, spec, event.id, height);
      const told = words("notice.user-deleted", { email: gone?.email ?? event.id });
      return tell({ ...model, users, busy: undefined, dialog: undefined }, "good", told);
    }
    case "user-deletion-weighed":
      return weighed(model, event);
    default:
      return undefined;
  }
}

function changed(model: Model, { by, user, endedSessions }: Extract<Event, { type: "user-changed" }>): Step {
  const before = model.before?.users.find(({ id }) => id === user.id);
  const users = putItem(model.users, spec, user, listHeight(model, model.users));
  const done: Model = { ...model, users, busy: undefined, dialog: undefined };
  const sessions = words("count.sessions", { count: endedSessions });
  const told = words(by === "set-password" ? "notice.password-set" : "notice.user-saved", {
    email: user.email,
    sessions,
  });
  if (by === "set-password" || before === undefined) return tell(done, "good", told);
  const { email, name, role, verified, suspended } = before;
  const changes = { email, name, verified, suspended, ...(role && { role }) };
  const differing = Object.entries(changes).filter(([key, value]) => user[key as keyof User] !== value);
  return offerUndo(done, "good", told, {
    kind: "one",
    write: { type: "update-user", id: user.id, changes: Object.fromEntries(differing), etag: user.etag },
  });
}
