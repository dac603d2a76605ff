import { parentPort } from "node:worker_threads";
import { compareSync, hashSync } from "bcryptjs";

// Plain JavaScript on purpose: a worker thread loads it as it lies here, from the source as well as from dist.

/**
 * @typedef {{ id: number, kind: "hash", password: string, cost: number }
 *   | { id: number, kind: "verify", password: string, digest: string }} PasswordTask
 * @typedef {{ id: number, result: string | boolean } | { id: number, error: string }} PasswordAnswer
 */

parentPort?.on("message", (/** @type {PasswordTask} */ task) => {
  /** @type {PasswordAnswer} */
  let answer;
  try {
    const result =
      task.kind === "hash" ? hashSync(task.password, task.cost) : compareSync(task.password, task.digest);
    answer = { id: task.id, result };
  } catch (error) {
    answer = { id: task.id, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
