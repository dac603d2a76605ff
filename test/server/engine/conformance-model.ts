import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine, Snapshot, Write } from "../../../server/engine/engine.js";
import type { OpenSubject, Subject } from "./conformance.js";
import { take } from "./conformance-feed.js";

/** Few keys, so that histories meet; some lead into others. */
const KEYS = ['"', "a", "a/1", "a/10", "a/2", "a0", "b", "b/x", "z~", "~"];
const key = fc.constantFrom(...KEYS);
const value = fc.oneof(fc.constantFrom("1", "2"), fc.string({ unit: "binary", maxLength: 6 }));

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("commit" as const),
      checks: fc.array(fc.record({ key, right: fc.boolean() }), { maxLength: 2 }),
      writes: fc.array(fc.record({ key, value: fc.option(value, { nil: undefined, freq: 3 }) }), {
        maxLength: 4,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("look" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("read" as const),
      which: fc.nat(9),
      start: key,
      end: key,
      reverse: fc.boolean(),
      limit: fc.nat(6),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("turn" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("settle" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** An engine agrees with a plain map through any history of commits, snapshots and reopenings. */
export function modelConformance(open: OpenSubject): void {
  describe("any history", () => {
    test("is that of a plain map", { timeout: 300_000 }, async () => {
      const history = fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
        const subject = await open();
        try {
          await new History(subject).run(steps);
        } finally {
          await subject.dispose();
        }
      });
      await fc.assert(history, { numRuns: 150 });
    });
  });
}

/** A snapshot, and what the engine held when it was taken. */
interface Look {
  readonly snapshot: Snapshot;
  readonly held: ReadonlyMap<string, string>;
}

/** A history under way: the engine, and beside it what must be true of it. */
class History {
  readonly #subject: Subject;
  #engine: Engine;
  #now = new Map<string, string>();
  #looks: Look[] = [];
  #underWay: { result: Promise<string>; expected: string }[] = [];
  /** What the feed owes since the engine was opened. */
  #accepted: (readonly Write[])[] = [];
  #openedAt = 0;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#engine = subject.engine;
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.#take(step);
    for (const look of this.#looks) await this.#compareAll(look);
    await this.#settle();
    await this.#compareFeed();
  }

  async #take(step: Step): Promise<void> {
    if (step.do === "commit") this.#commit(step);
    else if (step.do === "look") await this.#look();
    else if (step.do === "read") await this.#read(step);
    else if (step.do === "forget") this.#forget(step.which);
    else if (step.do === "turn") await new Promise((resolve) => setImmediate(resolve));
    else if (step.do === "settle") await this.#settle();
    else await this.#reopen();
  }

  #commit(step: Step & { do: "commit" }): void {
    const checks = step.checks.map(({ key, right }) => {
      const expected = this.#now.get(key);
      return { key, expected: right ? expected : expected === undefined ? "?" : undefined };
    });
    const holds = step.checks.every(({ right }) => right);
    const result = this.#engine.commit(checks, step.writes);
    this.#underWay.push({ result, expected: holds ? "committed" : "conflict" });
    if (!holds || step.writes.length === 0) return;
    this.#accepted.push(step.writes);
    for (const { key, value } of step.writes) {
      if (value === undefined) this.#now.delete(key);
      else this.#now.set(key, value);
    }
  }

  async #look(): Promise<void> {
    this.#looks.push({ snapshot: await this.#engine.snapshot(), held: new Map(this.#now) });
  }

  async #read(step: Step & { do: "read" }): Promise<void> {
    const look = this.#looks[step.which % this.#looks.length];
    if (look === undefined) return;
    const [start, end] = [step.start, step.end].sort((a, b) => (a < b ? -1 : 1)) as [string, string];
    const inside = [...look.held.keys()].filter((key) => key >= start && key < end).sort();
    if (step.reverse) inside.reverse();
    const expected = inside.slice(0, step.limit).map((key) => ({ key, value: look.held.get(key) }));
    expect(await look.snapshot.scan({ start, end, reverse: step.reverse }, step.limit)).toEqual(expected);
  }

  #forget(which: number): void {
    const [look] = this.#looks.splice(which % Math.max(this.#looks.length, 1), 1);
    look?.snapshot.close();
  }

  async #settle(): Promise<void> {
    for (const { result, expected } of this.#underWay) expect(await result).toBe(expected);
    this.#underWay = [];
  }

  async #reopen(): Promise<void> {
    if (this.#subject.reopen === undefined) return;
    while (this.#looks.length > 0) this.#forget(0);
    await this.#settle();
    await this.#compareFeed();
    const before = this.#engine.position();
    this.#engine = await this.#subject.reopen();
    expect(this.#engine.position()).toBe(before);
    this.#accepted = [];
    this.#openedAt = before;
    await this.#look();
  }

  async #compareAll({ snapshot, held }: Look): Promise<void> {
    for (const key of KEYS) expect(await snapshot.get(key)).toBe(held.get(key));
  }

  async #compareFeed(): Promise<void> {
    expect(this.#engine.position()).toBe(this.#openedAt + this.#accepted.length);
    if (this.#accepted.length === 0) return;
    const changes = await take(this.#engine, this.#openedAt, this.#accepted.length);
    expect(changes).toEqual(
      this.#accepted.map((writes, n) => ({ position: this.#openedAt + n + 1, writes })),
    );
  }
}
