import type { AccessToken, FoundToken } from "../../tui/client/access-tokens.js";
import type { Client } from "../../tui/client/connect.js";
import { defineCommand } from "../command.js";
import { confirm, needsConfirmation, YES_OPTION } from "../confirm.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";
import { type Column, formatTime, type Output, printable, printFields } from "../output.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { parseDurationSeconds } from "../values.js";
import { findUserId } from "./find-user.js";
import { REQUEST_ID_OPTION } from "./write-options.js";

const COLUMNS: readonly Column<AccessToken>[] = [
  ["ID", ({ id }) => id],
  ["STATE", ({ state }) => state],
  ["SECRET", ({ secretHint }) => secretHint],
  ["CLIENT", ({ clientIdentifier }) => clientIdentifier],
  ["ACTS FOR", ({ userEmail }) => userEmail || "itself"],
  ["CREATED", ({ createTime }) => formatTime(createTime)],
  ["LAST USED", ({ lastUse }) => formatTime(lastUse?.time) || "never"],
  ["EXPIRES", ({ expireTime }) => formatTime(expireTime)],
  ["SCOPES", ({ scopes }) => scopes.join(" ")],
];

const FAMILY_OPTIONS = {
  client: { type: "string", hint: "ID_OR_IDENTIFIER", summary: "those of this client" },
  user: { type: "string", hint: "EMAIL_OR_ID", summary: "those of this user" },
} as const;

const ONE_TOKEN = { hint: "ID", min: 1, max: 1 } as const;

/** The commands about OAuth access tokens. */
export const ACCESS_TOKEN_COMMANDS = [
  defineCommand({
    name: "access-token create",
    summary: "make an access token for an OAuth client without a flow, and write it, this once",
    positionals: { hint: "CLIENT", min: 1, max: 1 },
    details: [
      "The token is the only thing written to standard output, and with --refresh-token the refresh token on a second line; with --json they are the members secret and refreshToken.",
    ],
    examples: ["latchkey access-token create nightly-export --scope tickets:read --lifetime 1h"],
    options: {
      user: { type: "string", hint: "EMAIL_OR_ID", summary: "acts for this user; for you unless told" },
      scope: {
        type: "string",
        hint: "SCOPE",
        multiple: true,
        summary: "may do this; required, may be repeated",
      },
      lifetime: {
        type: "string",
        hint: "TIME",
        summary: "lives 5m to 2d; as the settings say unless told",
      },
      "refresh-token": { type: "boolean", summary: "make a refresh token as well" },
      ...REQUEST_ID_OPTION,
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) => {
      const { user, scope: scopes = [], lifetime } = call.values;
      if (scopes.length === 0)
        throw new CommandFailure("--scope is required: an access token is never for all.");
      const requestId = call.values["request-id"];
      const lifetimeSeconds =
        lifetime === undefined ? {} : { lifetimeSeconds: parseDurationSeconds("--lifetime", lifetime) };
      return withClient(call, async (client) => {
        const { accessToken, secret, refreshToken } = await client.accessTokens.create({
          clientId: call.positionals[0] ?? "",
          scopes,
          ...lifetimeSeconds,
          ...(user !== undefined && { userId: await findUserId(client, user) }),
          ...(call.values["refresh-token"] && { withRefreshToken: true }),
          ...(requestId && { requestId }),
        });
        if (call.output.json) await call.output.object({ ...accessToken, secret, refreshToken });
        else for (const line of [secret, refreshToken]) if (line !== undefined) await call.output.line(line);
        call.output.note(
          secret === undefined
            ? `${accessToken.id} was made by this request id before; its secret is not shown again.`
            : `Made ${accessToken.id}, until ${formatTime(accessToken.expireTime)}. Keep it now: it is never shown again.`,
        );
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "access-token list",
    summary: "list OAuth access tokens: all, or of who is no administrator their own",
    options: { ...FAMILY_OPTIONS, ...LIST_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const family = await readFamily(client, call.values);
        const request = { ...listRequest(call.values), ...family };
        await printPages(call.output, COLUMNS, async (page) => {
          const { accessTokens, nextPageToken } = await client.accessTokens.list({ ...request, ...page });
          return { rows: accessTokens, nextPageToken };
        });
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "access-token get",
    summary: "show one OAuth access token",
    positionals: ONE_TOKEN,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        await printAccessToken(call.output, await client.accessTokens.get(call.positionals[0] ?? ""));
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "access-token find",
    summary: "tell whose a token is that was found somewhere, by its value",
    details: [
      "The value is read from standard input: an access token, a refresh token, an API token, a client secret or a session token. It is neither stored nor logged.",
    ],
    examples: ["latchkey access-token find < leaked.txt"],
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const found = await client.accessTokens.find(
          (await call.secrets.readLine("the token to find")).trim(),
        );
        await printFound(call.output, found);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "access-token revoke",
    summary: "revoke access tokens and their grants for good: those named, or all of a client or user",
    positionals: { hint: "[ID…]", min: 0, max: 500 },
    examples: ["latchkey access-token revoke --client nightly-export --yes"],
    options: { ...FAMILY_OPTIONS, ...YES_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const ids = [...new Set(call.positionals)];
      const { client: ofClient, user } = call.values;
      if (ids.length > 0 === (ofClient !== undefined || user !== undefined)) {
        throw new CommandFailure("Name tokens by their ids, or use --client, --user or both.");
      }
      const asks = needsConfirmation(call);
      return withClient(call, async (client) => {
        const selection = ids.length > 0 ? { ids } : await readFamily(client, call.values);
        if (asks) {
          const { accessTokens, grants } = await client.accessTokens.revokeBatch(selection, {
            validateOnly: true,
          });
          await confirm(call, [
            `${accessTokens} access tokens stop working at once and for good, and ${grants} grants can no longer be refreshed.`,
          ]);
        }
        const revoked = await client.accessTokens.revokeBatch(selection);
        if (call.output.json) await call.output.object(revoked);
        else await call.output.line(`${revoked.accessTokens} access tokens, ${revoked.grants} grants`);
        return EXIT.DONE;
      });
    },
  }),
];

async function readFamily(
  client: Client,
  values: { readonly client?: string | undefined; readonly user?: string | undefined },
): Promise<{ clientId?: string; userId?: string }> {
  return {
    ...(values.client !== undefined && { clientId: values.client }),
    ...(values.user !== undefined && { userId: await findUserId(client, values.user) }),
  };
}

async function printFound(output: Output, found: FoundToken): Promise<void> {
  if (output.json) return output.object(found);
  await output.line(`${describeFound(found)}${found.active ? "" : ", which does not work now"}`);
  if (found.kind === "ACCESS_TOKEN") await printAccessToken(output, found.accessToken);
}

function describeFound(found: FoundToken): string {
  switch (found.kind) {
    case "ACCESS_TOKEN":
      return `the access token ${found.accessToken.id}, or the refresh token beside it`;
    case "OAUTH_GRANT":
      return `a refresh token of the grant ${found.grantId}`;
    case "API_TOKEN":
      return `the API token ${found.apiTokenId}`;
    case "CLIENT_SECRET":
      return `a secret of the OAuth client ${found.oauthClientId}`;
    case "SESSION":
      return `a session of the user ${found.userId}`;
  }
}

async function printAccessToken(output: Output, token: AccessToken): Promise<void> {
  if (output.json) return output.object(token);
  const { lastUse } = token;
  await printFields(output, [
    ["id", token.id],
    ["state", token.state],
    ["secret", token.secretHint],
    ["client", printable(`${token.clientName} (${token.clientIdentifier}, ${token.clientId})`)],
    ["acts for", token.userEmail || "itself"],
    ["scopes", token.scopes.join(", ")],
    ["origin", token.origin.toLowerCase()],
    ["grant", token.grantId],
    ["created", formatTime(token.createTime)],
    ["expires", formatTime(token.expireTime)],
    ["refreshable until", formatTime(token.refreshExpireTime)],
    ["last used", lastUse ? `${formatTime(lastUse.time)} ${lastUse.sourceIp}`.trimEnd() : "never"],
    ["uses", lastUse ? String(lastUse.count) : ""],
  ]);
}
