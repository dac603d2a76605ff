import type { Environment } from "./environment.js";

/** What tells one list from every other, by all that decides what is in it: a page token carries it, and fits no other. */
export function listMark({ digest }: Pick<Environment, "digest">, ...deciding: readonly unknown[]): string {
  return digest(JSON.stringify(deciding)).slice(0, 16);
}
