import type { AuditEvent } from "../client/audit-events.js";
import type { Effect } from "./effect.js";
import type { Event } from "./event.js";
import { explainFailure } from "./failures.js";
import { isLoading } from "./list.js";
import type { Model } from "./model.js";
import { leaveAccount } from "./session.js";
import { andThen, type Step, stay } from "./step.js";
import { currentTab, readIfStale, TABS } from "./tabs.js";

/** Changes made elsewhere come in bursts; the tab is read again once a burst is over. */
const RELOAD_MILLISECONDS = 300;
const FIRST_RETRY_MILLISECONDS = 1000;
const LAST_RETRY_MILLISECONDS = 10_000;

/** Takes in what the live connection tells; undefined when the event is not about it. */
export function receiveConnection(model: Model, event: Event): Step | undefined {
  switch (event.type) {
    case "watch-opened":
      return opened(model);
    case "watch-broken":
      return broken(model, event);
    case "audit-event-seen":
      return seen({ ...model, lastEventId: event.auditEvent.id }, event.auditEvent);
    case "timer":
      return timer(model, event.name);
    default:
      return undefined;
  }
}

/** Tries to connect again at once. */
export function reconnectNow(model: Model): Step {
  if (model.connection.state !== "reconnecting") return stay(model);
  return [
    { ...model, connection: { ...model.connection, retryTime: model.now } },
    [{ type: "watch", afterId: model.lastEventId }],
  ];
}

function opened(model: Model): Step {
  const live: Model = { ...model, connection: { state: "live" } };
  if (model.connection.state !== "reconnecting") return stay(live);
  // Whatever was missed meanwhile is read again.
  return readIfStale(TABS.reduce((next, tab) => tab.markStale(next), live));
}

function broken(model: Model, { failure }: Extract<Event, { type: "watch-broken" }>): Step {
  if (model.stage !== "ready") return stay(model);
  if (failure.reason === "CREDENTIAL_INVALID") return leaveAccount(model, explainFailure(failure));
  if (failure.code === "PERMISSION_DENIED" || failure.code === "UNIMPLEMENTED")
    return stay({ ...model, connection: { state: "silent" } });
  const before = model.connection.state === "reconnecting" ? model.connection : undefined;
  const attempt = (before?.attempt ?? 0) + 1;
  const delayMilliseconds = Math.min(LAST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (attempt - 1));
  const effects: Effect[] = [
    { type: "start-timer", name: "reconnect", delayMilliseconds },
    { type: "start-timer", name: "second", delayMilliseconds: 1000 },
  ];
  const retryTime = model.now + delayMilliseconds;
  // After an event that the server does not know any more, the present is as good a place to begin.
  const lastEventId = failure.reason === "RESOURCE_NOT_FOUND" ? "" : model.lastEventId;
  const since = before?.since ?? model.now;
  return [
    { ...model, lastEventId, connection: { state: "reconnecting", since, retryTime, attempt } },
    effects,
  ];
}

function seen(model: Model, auditEvent: AuditEvent): Step {
  const marked = TABS.reduce((next, tab) => tab.follow(next, auditEvent), model);
  if (!currentTab(marked).isStale(marked)) return stay(marked);
  return [marked, [{ type: "start-timer", name: "reload", delayMilliseconds: RELOAD_MILLISECONDS }]];
}

function timer(model: Model, name: string): Step | undefined {
  switch (name) {
    case "reload":
      return model.stage === "ready" ? readIfStale(model) : stay(model);
    case "reconnect":
      return model.stage === "ready" ? reconnectNow(model) : stay(model);
    case "minute": {
      // Uses of tokens make no events, so that tab is looked at again by itself; words such as "2 min ago" move on too.
      const again: Step = [model, [{ type: "start-timer", name: "minute", delayMilliseconds: 60_000 }]];
      const idle = model.stage === "ready" && model.connection.state === "live" && model.busy === undefined;
      if (!idle || currentTab(model).everyMinute !== true || isLoading(model.apiTokens)) return again;
      return andThen(again, currentTab(model).reload);
    }
    case "second": {
      const waits =
        (model.stage === "ready" && model.connection.state === "reconnecting") ||
        (model.stage === "sign-in" && (model.signIn.retryTime ?? 0) > model.now);
      return waits
        ? [model, [{ type: "start-timer", name: "second", delayMilliseconds: 1000 }]]
        : stay(model);
    }
    default:
      return undefined;
  }
}
