import { status } from "@grpc/grpc-js";
import type { Operation } from "../domain/callers.js";
import type { Circumstances } from "./caller.js";
import { ERROR_TABLE, reasonOf } from "./errors.js";
import type { Wire } from "./wire.js";

/** Logs and counts a call that is over: what was called and how it went, never what was said. */
export class AccessLog {
  readonly #wire: Wire;
  readonly #operation: Operation;
  readonly #circumstances: Circumstances;
  readonly #isStream: boolean;
  readonly #begin = performance.now();

  constructor(wire: Wire, operation: Operation, circumstances: Circumstances, isStream = false) {
    this.#wire = wire;
    this.#operation = operation;
    this.#circumstances = circumstances;
    this.#isStream = isStream;
    if (isStream) wire.metrics.streamOpened(operation);
  }

  /** The call was answered. */
  answered(): void {
    this.#count("OK");
    this.#wire.log.debug({ ...this.#facts(), code: "OK" }, "call answered");
  }

  /** The caller went away, or ran out of time. */
  cancelled(): void {
    this.#count("CANCELLED");
    this.#wire.log.debug({ ...this.#facts(), code: "CANCELLED" }, "call ended by its caller");
  }

  /** The call was refused, or the server failed at it, of which the cause is logged. */
  failed(error: unknown): void {
    const { log } = this.#wire;
    const reason = reasonOf(error);
    this.#count(reason);
    const facts = { ...this.#facts(), code: status[ERROR_TABLE[reason].code], reason };
    if (reason === "INTERNAL") log.error({ ...facts, error }, "call failed");
    else if (reason === "STORAGE_UNAVAILABLE") log.warn({ ...facts, error }, "call failed");
    else log.info(facts, "call refused");
  }

  #count(result: string): void {
    const { metrics } = this.#wire;
    if (this.#isStream) metrics.streamEnded(this.#operation, result);
    else metrics.callEnded(this.#operation, result, (performance.now() - this.#begin) / 1_000);
  }

  #facts() {
    const { requestId, sourceIp } = this.#circumstances;
    const milliseconds = Math.round((performance.now() - this.#begin) * 100) / 100;
    return { method: this.#operation, requestId, sourceIp, milliseconds };
  }
}
