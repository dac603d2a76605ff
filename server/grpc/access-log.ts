import { status } from "@grpc/grpc-js";
import type { Operation } from "../domain/callers.js";
import type { Circumstances } from "./caller.js";
import { ERROR_TABLE, reasonOf } from "./errors.js";
import type { CallLog } from "./wire.js";

/** Logs a call that is over: what was called and how it went, never what was said. */
export class AccessLog {
  readonly #log: CallLog;
  readonly #operation: Operation;
  readonly #circumstances: Circumstances;
  readonly #begin = performance.now();

  constructor(log: CallLog, operation: Operation, circumstances: Circumstances) {
    this.#log = log;
    this.#operation = operation;
    this.#circumstances = circumstances;
  }

  /** The call was answered. */
  answered(): void {
    this.#log.debug({ ...this.#facts(), code: "OK" }, "call answered");
  }

  /** The caller went away, or ran out of time. */
  cancelled(): void {
    this.#log.debug({ ...this.#facts(), code: "CANCELLED" }, "call ended by its caller");
  }

  /** The call was refused, or the server failed at it, of which the cause is logged. */
  failed(error: unknown): void {
    const reason = reasonOf(error);
    const facts = { ...this.#facts(), code: status[ERROR_TABLE[reason].code], reason };
    if (reason === "INTERNAL") this.#log.error({ ...facts, error }, "call failed");
    else if (reason === "STORAGE_UNAVAILABLE") this.#log.warn({ ...facts, error }, "call failed");
    else this.#log.info(facts, "call refused");
  }

  #facts() {
    const { requestId, sourceIp } = this.#circumstances;
    const milliseconds = Math.round((performance.now() - this.#begin) * 100) / 100;
    return { method: this.#operation, requestId, sourceIp, milliseconds };
  }
}
