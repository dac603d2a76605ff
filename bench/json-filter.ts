/**
 * What filtering a body of a megabyte by field lists costs over JSON.parse and JSON.stringify of the same text, which
 * is what a service would pay to do it by hand. Run it with `npx tsx bench/json-filter.ts`; it prints one line of JSON.
 */
import { FieldAutomaton } from "../server/domain/field-automaton.js";
import type { FieldLists } from "../server/domain/field-paths.js";
import { JsonFilter } from "../server/domain/json-filter.js";
import { NameTable } from "../server/domain/json-names.js";
import { describeMachine } from "./machine.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";

const ROUNDS = 9;
const BODIES_A_ROUND = 20;
const TICKETS = 1_850;

const LISTS = {
  removal: { allowed: [], removed: ["tickets.requester.email"] },
  removalAtAnyDepth: { allowed: [], removed: ["**.email", "**.phone"] },
  allowList: {
    allowed: [["tickets.id", "tickets.subject", "tickets.requester.name", "tickets.comments.body", "count"]],
    removed: [],
  },
} satisfies Record<string, FieldLists>;

const text = JSON.stringify({
  tickets: Array.from({ length: TICKETS }, (_, id) => ({
    id,
    subject: `The printer on floor ${id % 9} is on fire`,
    description: 'It burns, and "smokes".\n'.repeat(6),
    status: id % 2 === 0 ? "open" : "closed",
    priority: null,
    tags: ["printer", "fire"],
    score: id / 7,
    requester: { id: id * 3, name: "Jané Doe", email: `jane${id}@example.com`, phone: "+33 1 23 45 67 89" },
    comments: [{ id, public: true, author: { name: "Joe", email: "joe@example.com" }, body: "On my way." }],
  })),
  count: TICKETS,
});
const bytes = new TextEncoder().encode(text);

/** Milliseconds for one body. */
async function measure(work: () => unknown): Promise<number> {
  const begin = performance.now();
  for (let body = 0; body < BODIES_A_ROUND; body++) work();
  return (performance.now() - begin) / BODIES_A_ROUND;
}

function filterBy(lists: FieldLists): () => Promise<number> {
  const automaton = new FieldAutomaton(lists);
  const names = new NameTable(automaton.names);
  return () =>
    measure(() => {
      const filter = new JsonFilter(automaton, names);
      return [filter.write(bytes), filter.end()];
    });
}

const figures = await playRounds(ROUNDS, {
  byHand: () => measure(() => JSON.stringify(JSON.parse(text))),
  removal: filterBy(LISTS.removal),
  removalAtAnyDepth: filterBy(LISTS.removalAtAnyDepth),
  allowList: filterBy(LISTS.allowList),
});

process.stdout.write(
  `${JSON.stringify({
    benchmark: "json-filter",
    bodyBytes: bytes.length,
    ratio: {
      removal: medianRatio(figures.removal, figures.byHand),
      removalAtAnyDepth: medianRatio(figures.removalAtAnyDepth, figures.byHand),
      allowList: medianRatio(figures.allowList, figures.byHand),
    },
    milliseconds: {
      removal: round(median(figures.removal), 2),
      removalAtAnyDepth: round(median(figures.removalAtAnyDepth), 2),
      allowList: round(median(figures.allowList), 2),
    },
    yardstick: { milliseconds: round(median(figures.byHand), 2) },
    machine: describeMachine(),
    rounds: ROUNDS,
  })}\n`,
);
