import type { OAuthClientChanges } from "../../tui/client/oauth-clients.js";
import { defineCommand } from "../command.js";
import { confirm, needsConfirmation, YES_OPTION } from "../confirm.js";
import { CALL_OPTIONS, JSON_OPTION, SERVER_OPTIONS, withAnonymousClient, withClient } from "../connection.js";
import { DATA_OPTION } from "../data-directory.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";
import { OPERATOR_DETAILS, towardsOperator } from "../operator.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { parseDurationSeconds } from "../values.js";
import {
  CLIENT_COLUMNS,
  CLIENT_OPTIONS,
  describeImpact,
  describeSecret,
  nameOf,
  printOAuthClient,
  readClientChanges,
} from "./client-fields.js";
import { ETAG_OPTION, REQUEST_ID_OPTION } from "./write-options.js";

const ONE_CLIENT = { hint: "ID_OR_IDENTIFIER", min: 1, max: 1 } as const;

const ASK_ONLY_OPTION = {
  "what-if": { type: "boolean", summary: "only tell what would stop, and change nothing" },
} as const;

const KINDS = { public: "PUBLIC", confidential: "CONFIDENTIAL" } as const;

const CLEARED: Readonly<Record<string, OAuthClientChanges>> = {
  description: { description: "" },
  company: { company: "" },
  logo: { logoUrl: "" },
  "redirect-uris": { redirectUris: [] },
  scopes: { allowedScopes: [] },
};

/** The commands about OAuth clients. */
export const CLIENT_COMMANDS = [
  defineCommand({
    name: "client create",
    summary: "make an OAuth client and write its secret, this once",
    positionals: { hint: "NAME", min: 1, max: 1 },
    details: [
      "Of a confidential client the secret is the only thing written to standard output, of a public one its identifier; with --json it is the whole client.",
      "The identifier is the client_id of OAuth. With a --request-id that was seen before no second client is made.",
    ],
    examples: [
      'latchkey client create "Nightly export" --kind confidential --grant-type client_credentials --scope tickets:read',
      "latchkey client create Phone --kind public --redirect-uri com.example.phone:/done",
    ],
    options: {
      kind: {
        type: "string",
        hint: "KIND",
        summary: "confidential (it can keep a secret) or public (it cannot); required",
      },
      identifier: { type: "string", hint: "CLIENT_ID", summary: "made from the name unless told" },
      ...CLIENT_OPTIONS,
      ...REQUEST_ID_OPTION,
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) => {
      const { values } = call;
      const kind = KINDS[values.kind?.toLowerCase() as keyof typeof KINDS];
      if (kind === undefined) throw new CommandFailure("--kind is required: confidential or public.");
      const changes = readClientChanges(values);
      return withClient(call, async (client) => {
        const { oauthClient, secret } = await client.oauthClients.create({
          ...changes,
          name: call.positionals[0] ?? "",
          kind,
          ...(values.identifier !== undefined && { identifier: values.identifier }),
          ...(values["request-id"] && { requestId: values["request-id"] }),
        });
        if (call.output.json) await call.output.object({ ...oauthClient, secret });
        else if (secret !== undefined) await call.output.line(secret);
        else await call.output.line(oauthClient.identifier);
        const made = `${oauthClient.id}, with the client_id ${oauthClient.identifier}`;
        if (secret !== undefined)
          call.output.note(`Made ${made}. Keep the secret now: it is never shown again.`);
        else
          call.output.note(
            kind === "PUBLIC" ? `Made ${made}.` : `${made}, was made before; its secret is not shown again.`,
          );
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "client list",
    summary: "list all OAuth clients, without their secrets",
    options: { ...LIST_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const request = listRequest(call.values);
        await printPages(call.output, CLIENT_COLUMNS, async (page) => {
          const { oauthClients, nextPageToken } = await client.oauthClients.list({ ...request, ...page });
          return { rows: oauthClients, nextPageToken };
        });
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "client get",
    summary: "show one OAuth client, and who uses its secrets",
    positionals: ONE_CLIENT,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        await printOAuthClient(call.output, await client.oauthClients.get(call.positionals[0] ?? ""));
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "client update",
    summary: "change an OAuth client; its identifier and kind never change",
    positionals: ONE_CLIENT,
    options: {
      name: { type: "string", hint: "NAME", summary: "what people who consent are shown" },
      ...CLIENT_OPTIONS,
      clear: {
        type: "string",
        hint: "WHAT",
        multiple: true,
        summary: `empty this: ${Object.keys(CLEARED).join(", ")}; may be repeated`,
      },
      ...ETAG_OPTION,
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) => {
      const { name, clear = [], etag } = call.values;
      const changes = { ...readClientChanges(call.values), ...(name !== undefined && { name }) };
      for (const what of clear) Object.assign(changes, readCleared(what));
      if (Object.keys(changes).length === 0) throw new CommandFailure("Say what to change, such as --name.");
      return withClient(call, async (client) => {
        const id = call.positionals[0] ?? "";
        await printOAuthClient(call.output, await client.oauthClients.update(id, changes, etag));
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "client rotate-secret",
    summary: "give a confidential client a new secret and write it, this once",
    positionals: ONE_CLIENT,
    details: ["The old secret goes on working for the overlap, a still older one ends at once."],
    examples: ["latchkey client rotate-secret nightly-export --overlap 7d"],
    options: {
      overlap: {
        type: "string",
        hint: "TIME",
        summary: "how long the old one goes on working, such as 12h or 7d; not at all unless told",
      },
      ...ETAG_OPTION,
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) => {
      const { overlap, etag } = call.values;
      const overlapSeconds = overlap === undefined ? 0 : parseDurationSeconds("--overlap", overlap);
      return withClient(call, async (client) => {
        const condition = { overlapSeconds, ...(etag && { etag }) };
        const id = call.positionals[0] ?? "";
        const { oauthClient, secret } = await client.oauthClients.rotateSecret(id, condition);
        if (call.output.json) await call.output.object({ ...oauthClient, secret });
        else await call.output.line(secret);
        const [, old] = oauthClient.secrets;
        const rest = old === undefined ? "The old one has ended." : `The old one: ${describeSecret(old)}.`;
        call.output.note(
          `Keep the new secret of ${nameOf(oauthClient)} now: it is never shown again. ${rest}`,
        );
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "client retire-secret",
    summary: "end the old secret of a client before its overlap is over",
    positionals: ONE_CLIENT,
    options: { ...YES_OPTION, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const asks = needsConfirmation(call);
      return withClient(call, async (client) => {
        const condition = call.values.etag ? { etag: call.values.etag } : {};
        const id = call.positionals[0] ?? "";
        if (asks) {
          const before = await client.oauthClients.retireSecret(id, { ...condition, validateOnly: true });
          const [, old] = before.secrets;
          await confirm(call, [
            `The old secret of ${nameOf(before)} stops working at once and for good:`,
            `  ${old === undefined ? "" : describeSecret(old)}`,
          ]);
        }
        await printOAuthClient(call.output, await client.oauthClients.retireSecret(id, condition));
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "client enable",
    summary: "let a disabled client work again, with its tokens",
    positionals: ONE_CLIENT,
    options: { ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const enabled = await client.oauthClients.enable(call.positionals[0] ?? "", call.values.etag);
        await printOAuthClient(call.output, enabled);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "client disable",
    summary: "stop a client and all its tokens from the next call on, until it is enabled",
    positionals: ONE_CLIENT,
    options: { ...ASK_ONLY_OPTION, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const { etag } = call.values;
        const validateOnly = call.values["what-if"] ?? false;
        const condition = { validateOnly, ...(etag && { etag }) };
        const stopped = await client.oauthClients.disable(call.positionals[0] ?? "", condition);
        if (call.output.json) await call.output.object({ ...stopped.oauthClient, impact: stopped.impact });
        else await call.output.line(stopped.oauthClient.id);
        call.output.note(
          `With it ${validateOnly ? "would stop" : "stop"}: ${describeImpact(stopped.impact)}`,
        );
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "client delete",
    summary: "delete a client for good, and with it every token made for it",
    positionals: ONE_CLIENT,
    options: { ...ASK_ONLY_OPTION, ...YES_OPTION, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const validateOnly = call.values["what-if"] ?? false;
      const asks = !validateOnly && needsConfirmation(call);
      return withClient(call, async (client) => {
        const id = call.positionals[0] ?? "";
        const condition = call.values.etag ? { etag: call.values.etag } : {};
        if (asks) {
          const doomed = await client.oauthClients.delete(id, { ...condition, validateOnly: true });
          await confirm(call, [
            `${nameOf(doomed.oauthClient)} is deleted for good. With it end:`,
            `  ${describeImpact(doomed.impact)}`,
          ]);
        }
        const ended = await client.oauthClients.delete(id, { ...condition, validateOnly });
        if (call.output.json) await call.output.object({ ...ended.oauthClient, impact: ended.impact });
        else await call.output.line(ended.oauthClient.id);
        if (validateOnly) call.output.note(`With it would end: ${describeImpact(ended.impact)}`);
        return EXIT.DONE;
      });
    },
  }),
  defineCommand(
    sharing("client share", true, "let every account of the server use a client, as its operator"),
  ),
  defineCommand(
    sharing("client unshare", false, "keep a client to its own account again; tokens of the others end"),
  ),
];

function sharing(name: string, global: boolean, summary: string) {
  const options = {
    account: { type: "string", hint: "ID", summary: "the account whose client it is; required" },
    ...DATA_OPTION,
    ...SERVER_OPTIONS,
    ...JSON_OPTION,
  } as const;
  return {
    name,
    summary,
    details: [OPERATOR_DETAILS],
    positionals: ONE_CLIENT,
    options,
    run: (given: Parameters<Parameters<typeof defineCommand<typeof options>>[0]["run"]>[0]) => {
      const call = towardsOperator(given);
      const { account } = call.values;
      if (account === undefined) throw new CommandFailure("--account is required.");
      return withAnonymousClient(call, async (client) => {
        const id = call.positionals[0] ?? "";
        await printOAuthClient(call.output, await client.oauthClients.setGlobal(account, id, global));
        return EXIT.DONE;
      });
    },
  };
}

function readCleared(what: string): OAuthClientChanges {
  const cleared = Object.hasOwn(CLEARED, what) ? CLEARED[what] : undefined;
  if (cleared !== undefined) return cleared;
  throw new CommandFailure(`--clear: "${what}" is none of ${Object.keys(CLEARED).join(", ")}.`);
}
