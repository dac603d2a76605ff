import type { Model, Notice } from "./model.js";

/** How many of the lines that told how something went can be read again. */
const MOST_MESSAGES = 200;

/** A line that told how something went, and when. */
export type Message = { time: number; kind: Notice["kind"]; words: Notice["words"] };

/** The model with a line kept to be read again; hints are not kept. */
export function keepMessage(model: Model, { kind, words }: Notice): Model {
  if (kind === "plain") return model;
  return { ...model, messages: [...model.messages, { time: model.now, kind, words }].slice(-MOST_MESSAGES) };
}
