/** The option that refuses a change when the resource has changed since it was read. */
export const ETAG_OPTION = {
  etag: { type: "string", hint: "ETAG", summary: "change it only if it still has this etag" },
} as const;

/** The option that makes a create safe to repeat. */
export const REQUEST_ID_OPTION = {
  "request-id": {
    type: "string",
    hint: "UUID",
    summary: "a repeated request with the same id makes nothing twice",
  },
} as const;
