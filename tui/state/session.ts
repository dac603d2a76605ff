import type { Event } from "./event.js";
import { type Model, makeAccountState } from "./model.js";
import { makeSetup } from "./setup.js";
import { makeSignIn } from "./sign-in.js";
import { andThen, type Step } from "./step.js";
import { goToTab } from "./tabs.js";
import type { Words } from "./words.js";

/** A person has signed in: everything of the account is read, and followed. */
export function enterAccount(
  model: Model,
  { type, owner }: Extract<Event, { type: "account-created" | "signed-in" }>,
): Step {
  const firstTime = type === "account-created";
  const account = makeAccountState();
  const options = { ...model.options, accountId: owner.accountId, email: owner.email };
  const ready: Model = {
    ...model,
    ...account,
    options,
    owner,
    settings: { ...account.settings, hint: firstTime },
    // Nothing that was typed on the way stays, passwords least of all.
    setup: makeSetup(options),
    signIn: makeSignIn(options),
    stage: "ready",
    connection: { state: "connecting" },
    notice: undefined,
  };
  const step: Step = [
    ready,
    [
      { type: "watch", afterId: "" },
      { type: "remember", accountId: owner.accountId, email: owner.email },
      { type: "start-timer", name: "minute", delayMilliseconds: 60_000 },
    ],
  ];
  return andThen(step, (next) => goToTab(next, firstTime ? "settings" : "overview"));
}

/** The person is signed out, by wish or because the session has ended: nothing of the account stays in memory. */
export function leaveAccount(model: Model, why: Words | undefined): Step {
  const left: Model = {
    ...model,
    ...makeAccountState(),
    stage: "sign-in",
    signIn: makeSignIn(model.options),
    connection: { state: "connecting" },
    notice: why === undefined ? undefined : { kind: "bad", words: why },
  };
  return [left, [{ type: "stop-watching" }]];
}
