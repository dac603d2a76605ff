import { Worker } from "node:worker_threads";
import { Failure } from "../domain/failure.js";
import type { PasswordAnswer, PasswordTask } from "./password-worker.js";

/** bcrypt's cost: about 70 ms a password. */
const COST = 10;

/** Compared with when there is no digest, so that an unknown user takes as long as a known one: of a random password. */
const DUMMY_DIGEST = "$2b$10$f/5yRhG3esfpAOlYIwnvCuCFLpYfqoLNDxs.bUJh1zj2MI6fNzZRa";

/** How many passwords wait at most: at the pace of one thread, some seconds' worth. */
const MAX_WAITING = 64;

/** What a caller waits for. */
interface Waiter {
  resolve(result: string | boolean): void;
  reject(error: Error): void;
}

type Task = PasswordTask extends infer T ? (T extends unknown ? Omit<T, "id"> : never) : never;

/** Hashes and checks passwords with bcrypt, one after another, in a thread of its own. */
export class PasswordHashing {
  readonly #maxWaiting: number;
  readonly #waiting = new Map<number, Waiter>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(maxWaiting: number = MAX_WAITING) {
    this.#maxWaiting = maxWaiting;
  }

  /** The bcrypt digest of a password. Throws SIGN_IN_THROTTLED when too many wait. */
  async hash(password: string): Promise<string> {
    return (await this.#ask({ kind: "hash", password, cost: COST })) as string;
  }

  /** Whether the password is the digest's; without a digest false, after as long. Throws SIGN_IN_THROTTLED. */
  async verify(password: string, digest: string | undefined): Promise<boolean> {
    const matches = await this.#ask({ kind: "verify", password, digest: digest ?? DUMMY_DIGEST });
    return digest !== undefined && matches === true;
  }

  /** Ends the thread; who still waits is failed. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail(new Error("Password hashing was closed."));
    await worker?.terminate();
  }

  #ask(task: Task): Promise<string | boolean> {
    if (this.#waiting.size >= this.#maxWaiting) {
      throw new Failure(
        "SIGN_IN_THROTTLED",
        "Too many passwords are being checked at the moment: try again in a few seconds.",
        { retryAfterSeconds: 5 },
      );
    }
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // Only a thread somebody waits for may keep the process alive.
      worker.ref();
      worker.postMessage({ ...task, id } satisfies PasswordTask);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./password-worker.js", import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on("message", (answer: PasswordAnswer) => this.#settle(answer));
    worker.on("error", (error) => this.#lose(worker, error));
    worker.on("exit", () => this.#lose(worker, new Error("The thread for password hashing ended.")));
    return worker;
  }

  #settle(answer: PasswordAnswer): void {
    const waiter = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ("error" in answer) waiter?.reject(new Error(answer.error));
    else waiter?.resolve(answer.result);
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#fail(error);
  }

  #fail(error: Error): void {
    this.#worker = undefined;
    for (const waiter of this.#waiting.values()) waiter.reject(error);
    this.#waiting.clear();
  }
}
