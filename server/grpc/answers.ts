import { contract } from "../../proto/load.js";
import type { Decision } from "../domain/decisions.js";
import type { AuthenticateInput } from "../usecases/authenticate.js";
import { encodeDecision } from "./decisions.js";
import { readChecks, readQuestion } from "./questions.js";
import { unreadable } from "./requests.js";

const { AuthenticateResponse } = contract.latchkey.v1;
const { Authenticate, AuthenticateStream } = contract.latchkey.v1.AuthenticationService.service;

/** The questions of a message, and the ids their answers are to carry. */
export interface Batch {
  readonly ids: readonly number[];
  readonly questions: readonly AuthenticateInput[];
}

/** Reads a question. Throws FIELD_INVALID for bytes that are none. */
export function decodeQuestion(bytes: Buffer): AuthenticateInput {
  return readQuestion(bytes) ?? decode(bytes, Authenticate.requestDeserialize);
}

/** Reads the questions of a message. Throws FIELD_INVALID for bytes that are none. */
export function decodeBatch(bytes: Buffer): Batch {
  const checks = readChecks(bytes) ?? decode(bytes, AuthenticateStream.requestDeserialize).checks;
  return {
    ids: checks.map(({ id }) => id),
    questions: checks.map(({ question }) => question ?? NO_QUESTION),
  };
}

const NO_QUESTION: AuthenticateInput = {
  authorization: "",
  method: "",
  path: "",
  sourceIp: "",
  requiredScopes: [],
};

function decode<Message>(bytes: Buffer, deserialize: (bytes: Buffer) => Message): Message {
  try {
    return deserialize(bytes);
  } catch {
    throw unreadable();
  }
}

/** What a decision that is made again and again is on the wire. */
const encoded = new WeakMap<Decision, Buffer>();

/** Writes a decision. */
export function encodeAnswer(decision: Decision): Buffer {
  const known = encoded.get(decision);
  if (known !== undefined) return known;
  const bytes = AuthenticateResponse.serialize(encodeDecision(decision));
  // Others are made for one question only.
  if (!decision.authenticated || decision.missingScopes.length === 0) encoded.set(decision, bytes);
  return bytes;
}

// AuthenticateStreamResponse and AuthenticateAnswer: a field's number and how it is written.
const ANSWERS = 0x0a;
const ANSWER_ID = 0x08;
const ANSWER_DECISION = 0x12;

/** Writes the answers to the checks of a message. */
export function encodeAnswers(ids: readonly number[], decisions: readonly Decision[]): Buffer {
  const answers: Buffer[] = [];
  const sizes: number[] = [];
  let total = 0;
  for (let n = 0; n < decisions.length; n++) {
    const answer = encodeAnswer(decisions[n] as Decision);
    const id = ids[n] as number;
    const size = (id === 0 ? 0 : 1 + sizeOf(id)) + 1 + sizeOf(answer.length) + answer.length;
    answers.push(answer);
    sizes.push(size);
    total += 1 + sizeOf(size) + size;
  }
  const bytes = Buffer.allocUnsafe(total);
  let at = 0;
  for (let n = 0; n < answers.length; n++) {
    const answer = answers[n] as Buffer;
    const id = ids[n] as number;
    bytes[at++] = ANSWERS;
    at = writeNumber(bytes, at, sizes[n] as number);
    if (id !== 0) {
      bytes[at++] = ANSWER_ID;
      at = writeNumber(bytes, at, id);
    }
    bytes[at++] = ANSWER_DECISION;
    at = writeNumber(bytes, at, answer.length);
    bytes.set(answer, at);
    at += answer.length;
  }
  return bytes;
}

function sizeOf(number: number): number {
  let size = 1;
  for (let rest = number; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}

function writeNumber(bytes: Buffer, start: number, number: number): number {
  let at = start;
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 0x80;
  bytes[at++] = rest;
  return at;
}
