import { Failure } from "./failure.js";

/** The etag of a record's revision (AIP-154). */
export function etagOf(record: { readonly revision: number }): string {
  return `"${record.revision.toString(36)}"`;
}

/** Throws ETAG_MISMATCH when the caller sent an etag and it is not the record's. */
export function checkEtag(record: { readonly revision: number }, etag: string): void {
  if (etag === "" || etag === etagOf(record)) return;
  throw new Failure(
    "ETAG_MISMATCH",
    "It has changed since you read it: read it again, then repeat the change.",
    {
      violations: [{ field: "etag", description: "Is not the present one." }],
    },
  );
}
