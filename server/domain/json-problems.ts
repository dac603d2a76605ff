/** A body that no rule about fields can be applied to: no JSON, or none that all readers read alike. */
export class JsonProblem extends Error {
  override readonly name = "JsonProblem";
}

/** How deep lists and objects may lie in each other. */
export const MAX_JSON_DEPTH = 100;
