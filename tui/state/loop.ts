import type { Effect } from "./effect.js";
import type { Event } from "./event.js";
import type { Model } from "./model.js";
import { update } from "./update.js";

/** The program running: events go in, models come out. */
export type Loop = {
  get: () => Model;
  dispatch: (event: Event) => void;
  /** Calls the listener after every change until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
};

/** Starts the loop; `run` does the effects, and dispatches what becomes of them. */
export function startLoop(
  model: Model,
  run: (effect: Effect, dispatch: Loop["dispatch"]) => void,
  clock: () => number,
  observe: (event: Event, effects: readonly Effect[], milliseconds: number) => void = () => {},
): Loop {
  let current = model;
  const listeners = new Set<() => void>();
  const dispatch = (event: Event): void => {
    const begin = clock();
    const [next, effects] = update({ ...current, now: begin }, event);
    current = next;
    for (const listener of listeners) listener();
    observe(event, effects, clock() - begin);
    for (const effect of effects) run(effect, dispatch);
  };
  return {
    get: () => current,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
