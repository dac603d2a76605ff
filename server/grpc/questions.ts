/**
 * Reads the requests that come by the hundred thousand a second, without the general decoder: of a question only what
 * somebody asks for becomes text. Whatever is unusual is left to that decoder.
 */
import type { AuthenticateInput } from "../usecases/authenticate.js";

// A tag is a field's number and how it is written. AuthenticateRequest has five fields, each bytes behind their length.
const AUTHORIZATION = 0x0a;
const METHOD = 0x12;
const PATH = 0x1a;
const SOURCE_IP = 0x22;
const REQUIRED_SCOPES = 0x2a;

// AuthenticateStreamRequest and AuthenticateCheck.
const CHECKS = 0x0a;
const CHECK_ID = 0x08;
const CHECK_QUESTION = 0x12;

// What is longer is looked at more closely, and refused.
const MAX_METHOD_BYTES = 100;
const MAX_PATH_BYTES = 1_000;
const MAX_SOURCE_IP_BYTES = 64;
const MAX_SCOPES = 20;

/** A check of a batch, with the id its answer is to carry. */
export interface WireCheck {
  readonly id: number;
  readonly question: WireQuestion;
}

/** A question as it travelled. */
export class WireQuestion implements AuthenticateInput {
  readonly #bytes: Buffer;
  authorization = "";
  #methodStart = 0;
  #methodEnd = 0;
  #pathStart = 0;
  #pathEnd = 0;
  #sourceIpStart = 0;
  #sourceIpEnd = 0;
  #scopes: string[] | undefined;
  /** A character takes a byte at least. */
  isShort = true;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get method(): string {
    return this.#text(this.#methodStart, this.#methodEnd);
  }

  get path(): string {
    return this.#text(this.#pathStart, this.#pathEnd);
  }

  get sourceIp(): string {
    return this.#text(this.#sourceIpStart, this.#sourceIpEnd);
  }

  get requiredScopes(): readonly string[] {
    return this.#scopes ?? NO_SCOPES;
  }

  /** Takes in a field; false for one that it does not know. */
  take(tag: number, start: number, end: number): boolean {
    switch (tag) {
      case AUTHORIZATION:
        this.authorization = this.#text(start, end);
        return true;
      case METHOD:
        if (end - start > MAX_METHOD_BYTES) this.isShort = false;
        this.#methodStart = start;
        this.#methodEnd = end;
        return true;
      case PATH:
        if (end - start > MAX_PATH_BYTES) this.isShort = false;
        this.#pathStart = start;
        this.#pathEnd = end;
        return true;
      case SOURCE_IP:
        if (end - start > MAX_SOURCE_IP_BYTES) this.isShort = false;
        this.#sourceIpStart = start;
        this.#sourceIpEnd = end;
        return true;
      case REQUIRED_SCOPES:
        this.#scopes ??= [];
        this.#scopes.push(this.#text(start, end));
        if (this.#scopes.length > MAX_SCOPES) this.isShort = false;
        return true;
      default:
        return false;
    }
  }

  #text(start: number, end: number): string {
    return start === end ? "" : this.#bytes.toString("utf8", start, end);
  }
}

const NO_SCOPES: readonly string[] = [];

/** Walks over the fields of a message. */
class FieldReader {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;

  constructor(bytes: Buffer, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** The next number; NaN for one that is cut off, or larger than any we send. */
  number(): number {
    let value = 0;
    for (let shift = 1; shift < 2 ** 50; shift *= 128) {
      if (this.at >= this.end) return Number.NaN;
      const byte = this.bytes[this.at++] as number;
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return Number.isSafeInteger(value) ? value : Number.NaN;
    }
    return Number.NaN;
  }

  /** Where the bytes end whose length comes next; NaN when that is beyond the message. */
  bytesEnd(): number {
    const length = this.number();
    const end = this.at + length;
    return end <= this.end ? end : Number.NaN;
  }
}

/** The AuthenticateRequest between two places; undefined for what is left to the general decoder. */
export function readQuestion(bytes: Buffer, start = 0, end = bytes.length): WireQuestion | undefined {
  const question = new WireQuestion(bytes);
  let at = start;
  while (at < end) {
    const tag = bytes[at++] as number;
    // A length of one byte, or of two: 16 KiB, which is more than is looked at.
    let length = bytes[at++] ?? Number.NaN;
    if (length >= 0x80) length += ((bytes[at++] ?? 0x80) << 7) - 0x80;
    const fieldEnd = at + length;
    if (!(fieldEnd <= end) || length >= 0x4000 || !question.take(tag, at, fieldEnd)) return undefined;
    at = fieldEnd;
  }
  return question;
}

/** The checks of an AuthenticateStreamRequest; undefined for what is left to the general decoder. */
export function readChecks(bytes: Buffer): WireCheck[] | undefined {
  const checks: WireCheck[] = [];
  const reader = new FieldReader(bytes, 0, bytes.length);
  while (!reader.isAtEnd) {
    if (reader.number() !== CHECKS) return undefined;
    const end = reader.bytesEnd();
    const check = Number.isNaN(end) ? undefined : readCheck(bytes, reader.at, end);
    if (check === undefined) return undefined;
    checks.push(check);
    reader.at = end;
  }
  return checks;
}

function readCheck(bytes: Buffer, start: number, end: number): WireCheck | undefined {
  const reader = new FieldReader(bytes, start, end);
  let id = 0;
  let question: WireQuestion | undefined;
  while (!reader.isAtEnd) {
    const tag = reader.number();
    if (tag === CHECK_ID) {
      id = reader.number();
      if (Number.isNaN(id)) return undefined;
    } else if (tag === CHECK_QUESTION && question === undefined) {
      const fieldEnd = reader.bytesEnd();
      if (Number.isNaN(fieldEnd)) return undefined;
      question = readQuestion(bytes, reader.at, fieldEnd);
      if (question === undefined) return undefined;
      reader.at = fieldEnd;
    } else {
      return undefined;
    }
  }
  return question && { id, question };
}
