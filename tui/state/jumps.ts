import type { Model } from "./model.js";
import { andThen, type Step, stay } from "./step.js";
import type { Jump } from "./tab-slice.js";
import { goToTab, readIfStale, TABS } from "./tabs.js";

/** How many steps back are remembered. */
const MOST_STEPS = 20;

/** Goes to what is related, and remembers the way back. */
export function jump(model: Model, to: Jump): Step {
  const target = TABS.find(({ id }) => id === to.tab);
  if (target?.arrive === undefined) return goToTab(model, to.tab);
  const trail = [...model.trail, { from: model.tab, to: to.tab }].slice(-MOST_STEPS);
  return andThen(target.arrive({ ...model, tab: to.tab, trail }, to), readIfStale);
}

/** Goes back to where the person came from; stays when they came from nowhere. */
export function goBackAlongTrail(model: Model): Step {
  const last = model.trail.at(-1);
  if (last === undefined || last.to !== model.tab) return stay(model);
  return readIfStale({ ...model, tab: last.from, trail: model.trail.slice(0, -1) });
}
