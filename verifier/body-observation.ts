import type { SeenFields } from "../server/domain/access-observations.js";
import type { KnownFields } from "../server/domain/gathered-observations.js";
import { FieldReader } from "../server/domain/json-fields.js";

/** One body whose fields are looked at, where it is JSON. */
export class ObservedBody {
  #reader: FieldReader | undefined;
  #paths: readonly string[] | undefined;

  /** It is JSON that will be written here. */
  begin(): void {
    this.#reader = new FieldReader();
  }

  /** The next bytes of it. */
  write(chunk: Uint8Array): void {
    this.#reader?.write(chunk);
  }

  /** It is over. */
  end(): void {
    this.#paths = this.#reader?.end();
    this.#reader = undefined;
  }

  /** There is none. */
  isNone(): void {
    this.#paths = [];
  }

  /** The fields it had; undefined when they are not known. */
  get seen(): SeenFields | undefined {
    return this.#paths === undefined ? undefined : { count: 1, paths: this.#paths };
  }
}

/** The fields of one request and its answer, told together when both are over. */
export class BodyObservation {
  readonly request = new ObservedBody();
  readonly response = new ObservedBody();
  #tell: ((fields: KnownFields) => void) | undefined;

  /** The request is to be observed. */
  begin(tell: (fields: KnownFields) => void): void {
    this.#tell = tell;
  }

  /** Whether it is. */
  get isBegun(): boolean {
    return this.#tell !== undefined;
  }

  /** The request was refused after all: there is nothing to tell. */
  cancel(): void {
    this.#tell = undefined;
  }

  /** Tells what is known; what is not over by now is not. */
  finish(): void {
    const tell = this.#tell;
    this.#tell = undefined;
    const [requestFields, responseFields] = [this.request.seen, this.response.seen];
    tell?.({
      ...(requestFields === undefined ? {} : { requestFields }),
      ...(responseFields === undefined ? {} : { responseFields }),
    });
  }
}
