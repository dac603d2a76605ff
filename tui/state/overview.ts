import type { ApiToken } from "../client/api-tokens.js";
import type { AuditEvent } from "../client/audit-events.js";
import type { ActionId } from "../keymap.js";
import { apiTokensTab } from "./api-tokens.js";
import type { Event } from "./event.js";
import type { Model } from "./model.js";
import type { OverviewState } from "./overview-state.js";
import { settingsTab } from "./settings.js";
import { andThen, type Step, stay } from "./step.js";
import type { Jump, TabSlice } from "./tab-slice.js";
import { type Words, words } from "./words.js";

/** What ends within so long is worth a look. */
const SOON_MILLISECONDS = 7 * 86_400_000;

/** An API token that will stop by itself soon: when, and why. */
export type EndingToken = { token: ApiToken; time: Date; why: "expires" | "idle" };

/** A row of the overview a person can go to. */
export type OverviewRow =
  | { kind: "switch"; name: "apiTokenAccess" | "oauthAccess" }
  | { kind: "ending"; ending: EndingToken }
  | { kind: "denial"; event: AuditEvent };

/** The API tokens that expire or fall idle soon, the next one first. */
export function listEnding({ apiTokens, now }: Pick<Model, "apiTokens" | "now">): EndingToken[] {
  const { items } = apiTokens.beyond ?? apiTokens;
  return items
    .flatMap((token): EndingToken[] => {
      if (token.state !== "ACTIVE") return [];
      const { expireTime, inactivityDeactivateTime: idleTime } = token;
      const idleFirst = idleTime !== undefined && (expireTime === undefined || idleTime < expireTime);
      const time = idleFirst ? idleTime : expireTime;
      return time === undefined ? [] : [{ token, time, why: idleFirst ? "idle" : "expires" }];
    })
    .filter(({ time }) => time.getTime() > now && time.getTime() < now + SOON_MILLISECONDS)
    .sort((a, b) => a.time.getTime() - b.time.getTime());
}

/** How many of the tokens that end soon, and of what was refused, there is room for on a screen. */
export function overviewRoom(model: Model): { endings: number; denials: number } {
  const height = model.size.rows - 5;
  const room = Math.max(2, height - (height > 20 ? 16 : 15));
  // Half of it each; what one of them has no use for goes to the other. An empty one takes a line to say so.
  const spared = (count: number) => room - Math.max(1, count);
  return {
    endings: Math.max(Math.ceil(room / 2), spared(model.overview.denials.length)),
    denials: Math.max(1, Math.floor(room / 2), spared(listEnding(model).length)),
  };
}

/** The rows a person can go to, from the top. */
export function listOverviewRows(model: Model): OverviewRow[] {
  const room = overviewRoom(model);
  return [
    { kind: "switch", name: "apiTokenAccess" },
    { kind: "switch", name: "oauthAccess" },
    ...listEnding(model)
      .slice(0, room.endings)
      .map((ending): OverviewRow => ({ kind: "ending", ending })),
    ...model.overview.denials.slice(0, room.denials).map((event): OverviewRow => ({ kind: "denial", event })),
  ];
}

/** The overview: switches, limits, use, what ends soon, what was refused. */
export const overviewTab: TabSlice = {
  id: "overview",
  title: "tabs.overview",
  shortTitle: "tabs.overview.short",
  places: () => ["overview"],
  reload: (model) => andThen(readOwn(model), readParts),
  catchUp: (model) => andThen(isOwnStale(model) ? readOwn(model) : stay(model), readParts),
  isStale: (model) => isOwnStale(model) || apiTokensTab.isStale(model) || settingsTab.isStale(model),
  markStale: (model) => put(model, { stale: true }),
  follow: (model, { action, resourceType }) =>
    resourceType === "user" || /refused|denied|throttled/.test(action) ? put(model, { stale: true }) : model,
  everyMinute: true,
  act,
  whyNot,
  leadsTo,
  receive,
};

function put(model: Model, changes: Partial<OverviewState>): Model {
  return { ...model, overview: { ...model.overview, ...changes } };
}

function isOwnStale({ overview }: Model): boolean {
  return overview.phase === "unread" || overview.stale;
}

function readOwn(model: Model): Step {
  const phase = model.overview.phase === "read" ? "read" : "reading";
  return [put(model, { phase, stale: false, failure: undefined }), [{ type: "read-overview" }]];
}

/** Settings and API tokens are those of their tabs. */
function readParts(model: Model): Step {
  const settings = settingsTab.isStale(model) ? settingsTab.reload(model) : stay(model);
  return andThen(settings, (next) => (apiTokensTab.isStale(next) ? apiTokensTab.catchUp(next) : stay(next)));
}

function act(model: Model, action: ActionId): Step | undefined {
  const last = listOverviewRows(model).length - 1;
  const at = Math.min(model.overview.row, last);
  const rows: Partial<Record<ActionId, number>> = {
    "move-up": Math.max(0, at - 1),
    "move-down": Math.min(last, at + 1),
    "move-first": 0,
    "move-last": last,
  };
  const row = rows[action];
  return row === undefined ? undefined : stay(put(model, { row }));
}

function whyNot(model: Model, action: ActionId): Words | undefined {
  if (action !== "open") return undefined;
  return model.overview.phase === "read" ? undefined : words("why.nothing-selected");
}

function leadsTo(model: Model, action: ActionId): Jump | undefined {
  const row = listOverviewRows(model)[model.overview.row];
  if (action !== "open" || row === undefined) return undefined;
  switch (row.kind) {
    case "switch":
      return { tab: "settings" };
    case "ending":
      return {
        tab: "api-tokens",
        scope: {
          name: "self",
          id: row.ending.token.id,
          label: row.ending.token.description || row.ending.token.secretHint,
        },
      };
    case "denial":
      return { tab: "audit-log", scope: { name: "self", id: row.event.id, label: row.event.action } };
  }
}

function receive(model: Model, event: Event): Step | undefined {
  switch (event.type) {
    case "overview-read": {
      const { usage, denials, users, oauthClients, accessTokens } = event;
      const read = { usage, denials, users, oauthClients, accessTokens };
      return stay(put(model, { phase: "read", failure: undefined, ...read }));
    }
    case "call-failed":
      if (event.effect.type !== "read-overview") return undefined;
      return stay(
        put(model, {
          failure: event.failure,
          phase: model.overview.phase === "read" ? "read" : "failed",
          stale: true,
        }),
      );
    default:
      return undefined;
  }
}
