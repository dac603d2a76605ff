import type { PathPattern, SegmentPattern } from "./path-patterns.js";
import { foldText, type RequestPath } from "./request-paths.js";

/** What a pattern stands for, and whether it wants the slash at the end. */
interface Accepted<Value> {
  readonly value: Value;
  readonly hasTrailingSlash: boolean;
}

/** A place in the automaton: the patterns that have matched so far, and how each goes on. */
interface Node<Value> {
  readonly literals: Map<string, Node<Value>>;
  readonly affixes: { readonly prefix: string; readonly suffix: string; readonly node: Node<Value> }[];
  any: Node<Value> | undefined;
  /** Behind a `**`; it is there as soon as this node is, because `**` may stand for nothing. */
  deep: Node<Value> | undefined;
  /** Whether this is a node behind a `**`, which any segment leaves it at. */
  readonly isDeep: boolean;
  readonly accepted: Accepted<Value>[];
  /** The step that last reached this node, so that no step looks at it twice. */
  reachedIn: number;
}

/** How two texts are compared. */
export type Comparison = "EXACT" | "FOLDED";

/**
 * Many patterns in one automaton that walks a path once, a segment at a time, holding every place it may be at. It
 * never goes back, so the work is at most the number of segments times the number of places, whatever the input.
 */
export class PathAutomaton<Value> {
  readonly #start: Node<Value> = newNode(false);
  readonly #comparison: Comparison;
  #step = 0;
  #visits = 0;

  /** `FOLDED` for rules that deny: any case matches, and a slash at the end is all the same. */
  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /** Adds a pattern and what it stands for. */
  add(pattern: PathPattern, value: Value): void {
    let node = this.#start;
    for (const segment of pattern.segments) node = this.#follow(node, segment);
    node.accepted.push({ value, hasTrailingSlash: pattern.hasTrailingSlash });
  }

  /** What the patterns that match stand for; a value once for each of its patterns that does. */
  match({ segments, hasTrailingSlash }: RequestPath): Value[] {
    let places: Node<Value>[] = [];
    this.#step += 1;
    this.#reach(this.#start, places);
    for (const segment of segments) {
      places = this.#advance(places, this.#compared(segment));
      if (places.length === 0) return [];
    }
    const matched: Value[] = [];
    for (const place of places) {
      for (const accepted of place.accepted) {
        const isSlashRight = place.isDeep || accepted.hasTrailingSlash === hasTrailingSlash;
        if (isSlashRight || this.#comparison === "FOLDED") matched.push(accepted.value);
      }
    }
    return matched;
  }

  /** How many places were looked at since it was made: the work, counted. */
  get visits(): number {
    return this.#visits;
  }

  #advance(places: readonly Node<Value>[], segment: string): Node<Value>[] {
    const next: Node<Value>[] = [];
    this.#step += 1;
    for (const place of places) {
      if (place.isDeep) this.#reach(place, next);
      const literal = place.literals.get(segment);
      if (literal !== undefined) this.#reach(literal, next);
      if (place.any !== undefined) this.#reach(place.any, next);
      for (const { prefix, suffix, node } of place.affixes) {
        this.#visits += 1;
        const isLonger = segment.length > prefix.length + suffix.length;
        if (isLonger && segment.startsWith(prefix) && segment.endsWith(suffix)) this.#reach(node, next);
      }
    }
    return next;
  }

  #reach(node: Node<Value>, places: Node<Value>[]): void {
    this.#visits += 1;
    if (node.reachedIn === this.#step) return;
    node.reachedIn = this.#step;
    places.push(node);
    if (node.deep !== undefined) this.#reach(node.deep, places);
  }

  #follow(node: Node<Value>, segment: SegmentPattern): Node<Value> {
    switch (segment.kind) {
      case "LITERAL": {
        const text = this.#compared(segment.text);
        const next = node.literals.get(text) ?? newNode<Value>(false);
        node.literals.set(text, next);
        return next;
      }
      case "ANY":
        node.any ??= newNode(false);
        return node.any;
      case "DEEP":
        // Two in a row say no more than one.
        if (node.isDeep) return node;
        node.deep ??= newNode(true);
        return node.deep;
      case "AFFIX": {
        const prefix = this.#compared(segment.prefix);
        const suffix = this.#compared(segment.suffix);
        const known = node.affixes.find((affix) => affix.prefix === prefix && affix.suffix === suffix);
        if (known !== undefined) return known.node;
        const next = newNode<Value>(false);
        node.affixes.push({ prefix, suffix, node: next });
        return next;
      }
    }
  }

  #compared(text: string): string {
    return this.#comparison === "FOLDED" ? foldText(text) : text;
  }
}

function newNode<Value>(isDeep: boolean): Node<Value> {
  return {
    literals: new Map(),
    affixes: [],
    any: undefined,
    deep: undefined,
    isDeep,
    accepted: [],
    reachedIn: 0,
  };
}
