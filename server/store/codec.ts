import type { Value } from "../engine/engine.js";

/** A record as the text that is stored: JSON, so that a database can be read with the tools at hand. */
export function encodeRecord(record: unknown): Value {
  return JSON.stringify(record);
}

/** The record in a stored text. What is stored was encoded here: the table vouches for its type. */
export function decodeRecord<R>(value: Value): R {
  return JSON.parse(value) as R;
}
