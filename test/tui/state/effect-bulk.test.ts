import { expect, test } from "vitest";
import { CallFailure } from "../../../tui/client/failure.js";
import type { WriteEffect } from "../../../tui/state/effect.js";
import { runBulk } from "../../../tui/state/effect-bulk.js";
import type { Event } from "../../../tui/state/event.js";
import { makeApiToken } from "../../support/tui-person.js";

const writes = Array.from({ length: 50 }, (_, at) => {
  const id = `tok_${at}`;
  return { id, write: { type: "delete-api-token", id, etag: "" } as const };
});

async function run(make: (id: string) => Promise<void>, controller = new AbortController()) {
  const told: Extract<Event, { type: "bulk-advanced" }>[] = [];
  const answer = async (write: WriteEffect): Promise<Event> => {
    const id = "id" in write ? write.id : "";
    await make(id);
    return { type: "api-token-deleted", apiToken: makeApiToken(id) };
  };
  await runBulk({ type: "bulk", job: 1, writes }, answer, controller.signal, (event) => {
    if (event.type === "bulk-advanced") told.push(event);
  });
  return { told, outcomes: told.flatMap(({ outcomes }) => outcomes) };
}

test("every item has its outcome, however the calls and the news fall together", async () => {
  const { told, outcomes } = await run(async (id) => {
    // Longer than the news are apart, so that they come while calls are under way.
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (id.endsWith("7")) throw new CallFailure({ code: "ABORTED", message: "no" });
  });
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(({ over }) => over)).toEqual([...told.slice(1).map(() => false), true]);
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(50);
  expect(outcomes.filter((outcome) => "failure" in outcome)).toHaveLength(5);
});

test("stopped, it begins no more calls and waits for those under way", async () => {
  const controller = new AbortController();
  let begun = 0;
  const { told, outcomes } = await run(async () => {
    begun += 1;
    if (begun === 8) controller.abort();
    await Promise.resolve();
  }, controller);
  expect(begun).toBeLessThan(50);
  expect(outcomes).toHaveLength(begun);
  expect(told.at(-1)?.over).toBe(true);
});
