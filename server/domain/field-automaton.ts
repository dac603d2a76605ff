import { type FieldLists, type FieldPath, readFieldPath } from "./field-paths.js";

/** What is decided about a field and all below it, as far as its path goes. */
export interface FieldState {
  /** ALL: it passes whole. NONE: nothing of it does. SOME: it depends on what is below. */
  readonly passes: "ALL" | "NONE" | "SOME";
  /** Whether it passes when there is nothing below it: a text, a number, true, false or null. */
  readonly isLeafVisible: boolean;
  /** @internal The places it stands for. */
  readonly places: Places;
  /** @internal Where each name leads, filled as names are met; the first is for all that no list mentions. */
  readonly next: (FieldState | undefined)[];
}

/** Where each allow-list that has not admitted the field yet stands, and where the removals stand. */
interface Places {
  readonly open: readonly (readonly Place[])[];
  readonly removals: readonly Place[];
}

interface Place {
  readonly path: FieldPath;
  readonly step: number;
}

/** A field that passes whole, whatever is below it. */
export const PASSES: FieldState = {
  passes: "ALL",
  isLeafVisible: true,
  places: { open: [], removals: [] },
  next: [],
};

/** A field of which nothing passes. */
const HIDDEN: FieldState = { ...PASSES, passes: "NONE", isLeafVisible: false };

/** How many states are kept at most between two bodies. */
const MAX_STATES = 2_000;

/**
 * Field lists as a machine that follows a body from name to name: each state is worked out once, when it is first
 * met, and all names that no list mentions lead to the same one, so a body cannot make it grow with its names.
 */
export class FieldAutomaton {
  #lists: { readonly allowed: readonly FieldPath[][]; readonly removed: readonly FieldPath[] };
  readonly #names: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  #states = new Map<string, FieldState>();
  #start: FieldState | undefined;

  /**
   * Paths are checked when a policy is stored; a removal that still cannot be read hides everything. `form` brings the
   * names of the lists into the form in which names are entered.
   */
  constructor(lists: FieldLists, form: (name: string) => string = (name) => name) {
    this.#lists = {
      allowed: lists.allowed.map((texts) => readAll(texts, form)),
      removed: readAll(lists.removed, form),
    };
    if (this.#lists.removed.length < lists.removed.length) this.#lists = { allowed: [[]], removed: [] };
    const paths = [...this.#lists.allowed.flat(), ...this.#lists.removed];
    const names = paths.flatMap((path) => path.flatMap((step) => (step.kind === "NAME" ? [step.name] : [])));
    this.#names = [...new Set(names)];
    this.#numbers = new Map(this.#names.map((name, index) => [name, index]));
  }

  /** The names that the lists mention, each with its number: its place in this list. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** The state of a whole body. */
  start(): FieldState {
    if (this.#start !== undefined && this.#states.size <= MAX_STATES) return this.#start;
    this.#states = new Map();
    const open = this.#lists.allowed.map((paths) => closure(paths.map((path) => ({ path, step: 0 }))));
    this.#start = this.#stateAt({
      open,
      removals: closure(this.#lists.removed.map((path) => ({ path, step: 0 }))),
    });
    return this.#start;
  }

  /** The state of the member with this name. */
  enter(state: FieldState, name: string): FieldState {
    return this.enterNumbered(state, this.#numbers.get(name) ?? -1);
  }

  /** The same, by the number of the name; -1 for one that no list mentions. */
  enterNumbered(state: FieldState, number: number): FieldState {
    if (state.passes !== "SOME") return state;
    const known = state.next[number + 1];
    if (known !== undefined) return known;
    const name = this.#names[number];
    const { open, removals } = state.places;
    const next = this.#stateAt({
      open: open.map((places) => advance(places, name)),
      removals: advance(removals, name),
    });
    state.next[number + 1] = next;
    return next;
  }

  #stateAt({ open, removals }: Places): FieldState {
    if (removals.some(isAtEnd) || open.some((places) => places.length === 0)) return HIDDEN;
    const stillOpen = open.filter((places) => !places.some(isAtEnd));
    if (stillOpen.length === 0 && removals.length === 0) return PASSES;
    const places = { open: stillOpen, removals };
    const key = JSON.stringify([...stillOpen, removals].map((list) => list.map(keyOf)));
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: FieldState = { passes: "SOME", isLeafVisible: stillOpen.length === 0, places, next: [] };
    this.#states.set(key, state);
    return state;
  }
}

const pathNumbers = new WeakMap<FieldPath, number>();
let pathsNumbered = 0;

function keyOf({ path, step }: Place): string {
  let number = pathNumbers.get(path);
  if (number === undefined) {
    pathsNumbered += 1;
    number = pathsNumbered;
    pathNumbers.set(path, number);
  }
  return `${number}.${step}`;
}

function readAll(texts: readonly string[], form: (name: string) => string): FieldPath[] {
  return texts
    .map(readFieldPath)
    .filter((path) => typeof path !== "string")
    .map((path) => path.map((step) => (step.kind === "NAME" ? { ...step, name: form(step.name) } : step)));
}

function isAtEnd({ path, step }: Place): boolean {
  return step === path.length;
}

function advance(places: readonly Place[], name: string | undefined): Place[] {
  const next: Place[] = [];
  for (const { path, step } of places) {
    const wanted = path[step];
    if (wanted?.kind === "DEEP") next.push({ path, step });
    else if (wanted?.kind === "ANY" || (wanted?.kind === "NAME" && wanted.name === name)) {
      next.push({ path, step: step + 1 });
    }
  }
  return closure(next);
}

/** The places and those that a `**` standing for nothing leads to, each once. */
function closure(places: readonly Place[]): Place[] {
  const reached = new Map<string, Place>();
  for (const place of places) {
    let { step } = place;
    reached.set(keyOf(place), place);
    while (place.path[step]?.kind === "DEEP") {
      step += 1;
      const further = { path: place.path, step };
      reached.set(keyOf(further), further);
    }
  }
  return [...reached.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
