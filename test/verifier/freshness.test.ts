import { expect, test } from "vitest";
import { type Clocks, Freshness } from "../../verifier/freshness.js";

/** Two clocks that stand until they are moved. */
class StandingClocks implements Clocks {
  #monotonic = 5_000;
  #wall = 1_700_000_000_000;
  monotonic = () => this.#monotonic;
  wall = () => this.#wall;

  /** Time passes. */
  pass(milliseconds: number): void {
    this.#monotonic += milliseconds;
    this.#wall += milliseconds;
  }

  /** The machine sleeps: only the wall clock goes on. */
  sleep(milliseconds: number): void {
    this.#wall += milliseconds;
  }
}

function open() {
  const clocks = new StandingClocks();
  return { clocks, freshness: new Freshness(clocks) };
}

test("nothing is known before the first word", () => {
  const { clocks, freshness } = open();
  expect(freshness.staleness()).toBe(Number.POSITIVE_INFINITY);
  const begin = freshness.now();
  clocks.pass(100);
  freshness.confirm(begin, 60);
  expect(freshness.staleness()).toBe(40);
  clocks.pass(1_000);
  expect(freshness.staleness()).toBe(1_040);
  freshness.forget();
  expect(freshness.staleness()).toBe(Number.POSITIVE_INFINITY);
});

test("a word that lay in a buffer for a minute makes nothing fresh", () => {
  const { clocks, freshness } = open();
  const begin = freshness.now();
  clocks.pass(60_000);
  freshness.confirm(begin, 500);
  expect(freshness.staleness()).toBe(59_500);
  freshness.confirm(begin, 1_500);
  expect(freshness.staleness()).toBe(58_500);
});

test("a server whose clock runs ahead makes nobody fresher than now", () => {
  const { clocks, freshness } = open();
  const begin = freshness.now();
  clocks.pass(1_000);
  freshness.confirm(begin, 5_000);
  expect(freshness.staleness()).toBe(0);
  clocks.pass(300);
  expect(freshness.staleness()).toBe(300);
});

test("what the machine slept through counts, and a word from before the sleep does not help", () => {
  const { clocks, freshness } = open();
  const begin = freshness.now();
  clocks.pass(1_000);
  freshness.confirm(begin, 1_000);
  clocks.sleep(3_600_000);
  expect(freshness.staleness()).toBe(3_600_000);
  expect(freshness.hasSlipped(begin)).toBe(true);
  freshness.confirm(begin, 1_000);
  expect(freshness.staleness()).toBe(3_600_000);
  // Called anew, all is well.
  const again = freshness.now();
  clocks.pass(10);
  freshness.confirm(again, 5);
  expect([freshness.staleness(), freshness.hasSlipped(again)]).toEqual([5, false]);
});

test("a wall clock that is set back makes nobody younger", () => {
  const { clocks, freshness } = open();
  const begin = freshness.now();
  freshness.confirm(begin, 0);
  clocks.sleep(-3_600_000);
  clocks.pass(700);
  expect(freshness.staleness()).toBe(700);
});
