import { type FieldState, PASSES } from "./field-automaton.js";
import { readFieldPath } from "./field-paths.js";
import { looksLikeId } from "./path-shapes.js";

/** How many names are told apart in one place: with more they are data, and any name may stand there. */
const MAX_SIBLINGS = 40;

/** How many names deep fields are told apart. */
const MAX_DEPTH = 8;

/** How many places one tree has. */
const MAX_PLACES = 1_000;

/** How many paths are given out, and how long they are together, in characters. */
const MAX_PATHS = 100;
const MAX_LENGTH = 4_000;

/** What stands for any name. */
const ANY_NAME = "*";

/**
 * A place in the bodies that were seen, as a state that lets all pass. That somebody asks whether a text or a number
 * shows there says that one was there.
 */
class Place implements FieldState {
  readonly passes = "SOME";
  readonly places = PASSES.places;
  readonly next = PASSES.next;
  readonly depth: number;
  readonly below = new Map<string, Place>();
  /** Whether it was seen with something else than names below it, or is not looked into: then it counts as a whole. */
  isWhole = false;

  constructor(depth: number) {
    this.depth = depth;
  }

  get isLeafVisible(): boolean {
    this.isWhole = true;
    return true;
  }
}

/**
 * Which fields bodies had: names only, no values, and bounded whatever the bodies are. It never says less than what was
 * seen; where it cannot tell apart, it says what the fields lie in.
 */
export class FieldTree {
  readonly #root = new Place(0);
  #size = 1;

  /** The place of a whole body. */
  start(): FieldState {
    return this.#root;
  }

  /** The place of a member, by its name as it is kept; also for names that were not there before. */
  enter(state: FieldState, kept: string): FieldState {
    if (!(state instanceof Place)) return PASSES;
    const known = state.below.get(kept) ?? state.below.get(ANY_NAME);
    if (known !== undefined) return known;
    if (state.depth >= MAX_DEPTH || this.#size >= MAX_PLACES) {
      state.isWhole = true;
      return PASSES;
    }
    const place = new Place(state.depth + 1);
    state.below.set(state.below.size >= MAX_SIBLINGS ? ANY_NAME : kept, place);
    this.#size += 1;
    return place;
  }

  /** Takes in paths that another tree gave out. */
  add(paths: readonly string[]): void {
    for (const text of paths) {
      const path = readFieldPath(text);
      if (typeof path === "string") continue;
      const names = path.map((step) => (step.kind === "NAME" ? keptName(step.name) : ANY_NAME));
      const last = names.reduce((state, name) => this.enter(state, name), this.start());
      if (last instanceof Place) last.isWhole = true;
    }
  }

  /** The paths of all fields that were seen; undefined where no path can say it, as of a body that is a mere number. */
  paths(): readonly string[] | undefined {
    if (this.#root.isWhole) return undefined;
    for (let depth = MAX_DEPTH; depth > 0; depth--) {
      const paths = pathsBelow([this.#root], depth);
      const length = paths.reduce((sum, path) => sum + path.length, 0);
      if (paths.length <= MAX_PATHS && length <= MAX_LENGTH && paths.every(isReadable)) return paths;
    }
    return [ANY_NAME];
  }
}

/** A name as it is kept: what could be a value, or is no text, is any name. */
export function keptName(name: string): string {
  const isValue = looksLikeId(name) && !(NUMBERED_WORDS.test(name) && name.length <= 60);
  return isValue || /\p{Surrogate}/u.test(name) ? ANY_NAME : name;
}

/** Such as `billing_address_line2`, which is long and has a digit, but was not made by chance. */
const NUMBERED_WORDS = /^[A-Za-z]+(?:[_-][A-Za-z]+)*[_-]?[0-9]{1,2}$/;

/** The paths below places that are one and the same, and at most so deep. */
function pathsBelow(places: readonly Place[], depth: number): string[] {
  const below = new Map<string, Place[]>();
  const isAny = places.some((place) => place.below.has(ANY_NAME));
  for (const [name, place] of places.flatMap((one) => [...one.below])) {
    // Beside any name, no other has to be told.
    const key = isAny ? ANY_NAME : name;
    below.set(key, [...(below.get(key) ?? []), place]);
  }
  return [...below].sort(byName).flatMap(([name, together]) => {
    const step = name === ANY_NAME ? name : writeStep(name);
    const isWhole = depth === 1 || together.some((place) => place.isWhole);
    const further = isWhole ? [] : pathsBelow(together, depth - 1);
    return further.length === 0 ? [step] : further.map((rest) => `${step}.${rest}`);
  });
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function writeStep(name: string): string {
  return /^[^\s.*"[\]\\]+$/u.test(name) ? name : JSON.stringify(name);
}

function isReadable(path: string): boolean {
  return typeof readFieldPath(path) !== "string";
}
