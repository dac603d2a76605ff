import type { ApiToken, ApiTokenChanges } from "../../tui/client/api-tokens.js";
import type { Client } from "../../tui/client/connect.js";
import { defineCommand } from "../command.js";
import { confirm, needsConfirmation, YES_OPTION } from "../confirm.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";
import { type Column, formatTime, type Output, printable, printFields } from "../output.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { parseDurationSeconds, parseTime } from "../values.js";
import { findUserId } from "./find-user.js";
import { ETAG_OPTION, REQUEST_ID_OPTION } from "./write-options.js";

const CHANGE_OPTIONS = {
  description: { type: "string", hint: "TEXT", summary: "what the token is for" },
  "expires-in": { type: "string", hint: "TIME", summary: "stop working after 90m, 12h, 30d, 8w or 1y" },
  "expires-at": {
    type: "string",
    hint: "TIME",
    summary: "stop working at 2027-01-31 or 2027-01-31T18:00:00Z",
  },
  "bound-user": { type: "string", hint: "EMAIL_OR_ID", summary: "work with this user's e-mail only" },
  scope: { type: "string", hint: "SCOPE", multiple: true, summary: "may do only this; may be repeated" },
  ip: {
    type: "string",
    hint: "RANGE",
    multiple: true,
    summary: "usable from this address or CIDR range only; may be repeated",
  },
} as const;

type ChangeValues = {
  readonly [Name in keyof typeof CHANGE_OPTIONS]?:
    | (Name extends "scope" | "ip" ? string[] : string)
    | undefined;
};

const COLUMNS: readonly Column<ApiToken>[] = [
  ["ID", ({ id }) => id],
  ["STATE", ({ state }) => state],
  ["SECRET", ({ secretHint }) => secretHint],
  ["CREATED", ({ createTime }) => formatTime(createTime)],
  ["BY", ({ creatorEmail }) => creatorEmail],
  ["LAST USED", ({ lastUse }) => formatTime(lastUse?.time) || "never"],
  ["EXPIRES", ({ expireTime }) => formatTime(expireTime) || "never"],
  ["DESCRIPTION", ({ description }) => description],
];

const ONE_TOKEN = { hint: "ID", min: 1, max: 1 } as const;

/** The commands about API tokens. */
export const TOKEN_COMMANDS = [
  defineCommand({
    name: "token create",
    summary: "make an API token and write its secret, this once",
    details: [
      'The secret is the only thing written to standard output; with --json it is the member "secret".',
      "With a --request-id that was seen before no second token is made, and the first is answered without its secret.",
    ],
    examples: [
      "latchkey token create --description nightly --expires-in 90d --scope tickets:read",
      "LATCHKEY_API_TOKEN=$(latchkey token create --description ci) ./deploy",
    ],
    options: { ...CHANGE_OPTIONS, ...REQUEST_ID_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const requestId = call.values["request-id"];
        const changes = await readChanges(client, call.values);
        const created = await client.apiTokens.create({ ...changes, ...(requestId && { requestId }) });
        const { apiToken, secret } = created;
        if (call.output.json) await call.output.object({ ...apiToken, secret });
        else if (secret !== undefined) await call.output.line(secret);
        call.output.note(
          secret === undefined
            ? `${apiToken.id} was made by this request id before; its secret is not shown again.`
            : `Made ${apiToken.id}. Keep the secret now: it is never shown again.`,
        );
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "token list",
    summary: "list all API tokens, without their secrets",
    options: { ...LIST_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const request = listRequest(call.values);
        await printPages(call.output, COLUMNS, async (page) => {
          const { apiTokens, nextPageToken } = await client.apiTokens.list({ ...request, ...page });
          return { rows: apiTokens, nextPageToken };
        });
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "token get",
    summary: "show one API token",
    positionals: ONE_TOKEN,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        await printToken(call.output, await client.apiTokens.get(call.positionals[0] ?? ""));
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "token update",
    summary: "change an API token; its secret never changes",
    positionals: ONE_TOKEN,
    examples: ['latchkey token update tok_… --description "nightly export" --clear expiry'],
    options: {
      ...CHANGE_OPTIONS,
      clear: {
        type: "string",
        hint: "WHAT",
        multiple: true,
        summary: "take a restriction away: expiry, bound-user, scopes or ips; may be repeated",
      },
      ...ETAG_OPTION,
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) =>
      withClient(call, async (client) => {
        const changes = {
          ...(await readChanges(client, call.values)),
          ...readCleared(call.values.clear ?? []),
        };
        if (Object.keys(changes).length === 0)
          throw new CommandFailure("Say what to change, such as --description.");
        const token = await client.apiTokens.update(call.positionals[0] ?? "", changes, call.values.etag);
        await printToken(call.output, token);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "token deactivate",
    summary: "stop an API token from the next call on, until it is reactivated",
    positionals: ONE_TOKEN,
    options: { ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const { etag } = call.values;
        const token = await client.apiTokens.deactivate(call.positionals[0] ?? "", etag ? { etag } : {});
        await printToken(call.output, token);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "token reactivate",
    summary: "let a deactivated API token work again",
    positionals: ONE_TOKEN,
    options: { ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const token = await client.apiTokens.reactivate(call.positionals[0] ?? "", call.values.etag);
        await printToken(call.output, token);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "token delete",
    summary: "delete API tokens for good: all that are named, or none",
    positionals: { hint: "ID…", min: 1, max: 500 },
    options: { ...YES_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const asks = needsConfirmation(call);
      return withClient(call, async (client) => {
        const ids = [...new Set(call.positionals)];
        if (asks) {
          const doomed = await client.apiTokens.deleteBatch(ids, { validateOnly: true });
          await confirm(call, [
            "These API tokens stop working at once and for good:",
            ...doomed.map(describeToken),
          ]);
        }
        for (const token of await client.apiTokens.deleteBatch(ids)) {
          if (call.output.json) await call.output.object(token);
          else await call.output.line(token.id);
        }
        return EXIT.DONE;
      });
    },
  }),
];

async function readChanges(client: Client, values: ChangeValues): Promise<ApiTokenChanges> {
  const { description, scope, ip } = values;
  const expireTime = readExpireTime(values);
  const user = values["bound-user"];
  return {
    ...(description !== undefined && { description }),
    ...(expireTime !== undefined && { expireTime }),
    ...(user !== undefined && { boundUserId: await findUserId(client, user) }),
    ...(scope !== undefined && { scopes: scope }),
    ...(ip !== undefined && { ipAllowList: ip }),
  };
}

function readExpireTime(values: ChangeValues): Date | undefined {
  const after = values["expires-in"];
  const at = values["expires-at"];
  if (after !== undefined && at !== undefined) {
    throw new CommandFailure("Use --expires-in or --expires-at, not both.");
  }
  if (at !== undefined) return parseTime("--expires-at", at);
  if (after === undefined) return undefined;
  return new Date(Date.now() + parseDurationSeconds("--expires-in", after) * 1000);
}

const CLEARED: Readonly<Record<string, ApiTokenChanges>> = {
  expiry: { expireTime: null },
  "bound-user": { boundUserId: "" },
  scopes: { scopes: [] },
  ips: { ipAllowList: [] },
};

function readCleared(names: readonly string[]): ApiTokenChanges {
  const changes: ApiTokenChanges = {};
  for (const name of names) {
    const cleared = Object.hasOwn(CLEARED, name) ? CLEARED[name] : undefined;
    if (cleared === undefined)
      throw new CommandFailure(`--clear: "${name}" is none of ${Object.keys(CLEARED).join(", ")}.`);
    Object.assign(changes, cleared);
  }
  return changes;
}

function describeToken({ id, description, secretHint, lastUse }: ApiToken): string {
  const use =
    lastUse === undefined ? "never used" : `last used ${formatTime(lastUse.time)} by ${lastUse.email}`;
  return printable(`  ${id}  ${secretHint}  ${use}  ${description}`);
}

async function printToken(output: Output, token: ApiToken): Promise<void> {
  if (output.json) return output.object(token);
  const { lastUse } = token;
  await printFields(output, [
    ["id", token.id],
    ["description", token.description],
    ["state", token.state],
    [
      "deactivated",
      token.deactivationCause ? `${formatTime(token.deactivateTime)} ${token.deactivationCause}` : "",
    ],
    ["secret", token.secretHint],
    ["created", `${formatTime(token.createTime)} by ${token.creatorEmail}`],
    ["changed", formatTime(token.updateTime)],
    [
      "last used",
      lastUse ? `${formatTime(lastUse.time)} by ${lastUse.email} ${lastUse.sourceIp}`.trimEnd() : "never",
    ],
    ["uses", lastUse ? String(lastUse.count) : ""],
    ["expires", formatTime(token.expireTime) || "never"],
    ["bound to", token.boundUserId],
    ["scopes", token.scopes.join(", ") || "all that its user may"],
    ["from", token.ipAllowList.join(", ") || "anywhere"],
    ["inactive at", formatTime(token.inactivityDeactivateTime)],
    ["purged at", formatTime(token.purgeTime)],
    ["etag", token.etag],
  ]);
}
