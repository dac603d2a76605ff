import type { AuditEvent } from "../../tui/client/audit-events.js";
import { defineCommand } from "../command.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { type Column, formatTime, printable } from "../output.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { parseWholeNumber } from "../values.js";

const DEFAULT_LIMIT = 50;

const COLUMNS: readonly Column<AuditEvent>[] = [
  ["TIME", ({ createTime }) => formatTime(createTime)],
  ["ACTION", ({ action }) => action],
  ["BY", ({ actor }) => actor.email || actor.clientId || actor.kind],
  ["FROM", ({ sourceIp }) => sourceIp],
  ["RESOURCE", ({ resourceId }) => resourceId],
  ["LABEL", ({ resourceLabel }) => resourceLabel],
  ["CHANGES", ({ changes }) => changes.map(describeChange).join(", ")],
];

/** The commands about the audit log. */
export const AUDIT_COMMANDS = [
  defineCommand({
    name: "audit list",
    summary: "list what happened in the account, newest first",
    examples: ["latchkey audit list --filter 'action : \"api_token\"' --limit 20"],
    options: {
      ...LIST_OPTIONS,
      limit: { type: "string", hint: "N", summary: `at most so many; 0 for all [${DEFAULT_LIMIT}]` },
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) => {
      const limit = parseWholeNumber("--limit", call.values.limit ?? String(DEFAULT_LIMIT));
      return withClient(call, async (client) => {
        const request = listRequest(call.values);
        const fetchPage = async (page: object) => {
          const { auditEvents, nextPageToken } = await client.auditEvents.list({ ...request, ...page });
          return { rows: auditEvents, nextPageToken };
        };
        await printPages(call.output, COLUMNS, fetchPage, limit || Number.POSITIVE_INFINITY);
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "audit watch",
    summary: "write events as they happen, one line each, until stopped",
    details: [
      "Ends with exit code 7 when the connection breaks; --after with the last id goes on without a gap.",
    ],
    options: {
      filter: LIST_OPTIONS.filter,
      after: { type: "string", hint: "ID", summary: "begin after this event instead of now" },
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) =>
      withClient(call, async (client) => {
        const { filter, after } = call.values;
        const stop = new AbortController();
        const abort = () => stop.abort();
        process.once("SIGINT", abort).once("SIGTERM", abort);
        const request = { ...(filter && { filter }), ...(after && { afterId: after }) };
        for await (const { auditEvent } of client.auditEvents.watch(request, { signal: stop.signal })) {
          if (auditEvent === undefined) continue;
          if (call.output.json) await call.output.object(auditEvent);
          else
            await call.output.line(printable(COLUMNS.map(([, cell]) => cell(auditEvent) || "-").join("  ")));
        }
        return EXIT.DONE;
      }),
  }),
];

function describeChange({ field, before, after }: AuditEvent["changes"][number]): string {
  return `${field}: ${before || "none"} -> ${after || "none"}`;
}
