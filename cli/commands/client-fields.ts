import type { GrantType } from "../../tui/client/enums.js";
import type {
  OAuthClient,
  OAuthClientChanges,
  OAuthClientImpact,
  OAuthClientSecret,
} from "../../tui/client/oauth-clients.js";
import { CommandFailure } from "../failures.js";
import { type Column, formatTime, type Output, printable, printFields } from "../output.js";

/** The options with what is decided about a client, besides its name. */
export const CLIENT_OPTIONS = {
  description: { type: "string", hint: "TEXT", summary: "what people who consent are shown of it" },
  company: { type: "string", hint: "TEXT", summary: "whose it is" },
  "logo-url": { type: "string", hint: "URL", summary: "the https address of its picture" },
  "redirect-uri": {
    type: "string",
    hint: "URI",
    multiple: true,
    summary: "where people are sent back to; may be repeated",
  },
  scope: {
    type: "string",
    hint: "SCOPE",
    multiple: true,
    summary: "may be granted only this; may be repeated",
  },
  "grant-type": {
    type: "string",
    hint: "TYPE",
    multiple: true,
    summary:
      "may get tokens by this: authorization_code, refresh_token, client_credentials or device_code; may be repeated",
  },
} as const;

type ClientValues = {
  readonly [Name in keyof typeof CLIENT_OPTIONS]?:
    | (Name extends "description" | "company" | "logo-url" ? string : string[])
    | undefined;
};

/** How clients are listed. */
export const CLIENT_COLUMNS: readonly Column<OAuthClient>[] = [
  ["ID", ({ id }) => id],
  ["IDENTIFIER", ({ identifier }) => identifier],
  ["KIND", ({ kind }) => kind],
  ["STATE", ({ enabled, global }) => `${enabled ? "enabled" : "disabled"}${global ? ", global" : ""}`],
  ["CREATED", ({ createTime }) => formatTime(createTime)],
  ["LAST USED", ({ lastUseTime }) => formatTime(lastUseTime) || "never"],
  ["NAME", ({ name }) => name],
];

const GRANT_TYPES: readonly GrantType[] = [
  "AUTHORIZATION_CODE",
  "REFRESH_TOKEN",
  "CLIENT_CREDENTIALS",
  "DEVICE_CODE",
];

/** What the options decide about a client. */
export function readClientChanges(values: ClientValues): OAuthClientChanges {
  const { description, company, scope } = values;
  const [logoUrl, redirectUris, types] = [values["logo-url"], values["redirect-uri"], values["grant-type"]];
  return {
    ...(description !== undefined && { description }),
    ...(company !== undefined && { company }),
    ...(logoUrl !== undefined && { logoUrl }),
    ...(redirectUris !== undefined && { redirectUris }),
    ...(scope !== undefined && { allowedScopes: scope }),
    ...(types !== undefined && { allowedGrantTypes: types.map(readGrantType) }),
  };
}

function readGrantType(text: string): GrantType {
  const type = GRANT_TYPES.find((known) => known.toLowerCase() === text.toLowerCase());
  if (type !== undefined) return type;
  const known = GRANT_TYPES.join(", ").toLowerCase();
  throw new CommandFailure(`--grant-type: "${text}" is none of ${known}.`);
}

/** Writes a client, without its secrets. */
export async function printOAuthClient(output: Output, client: OAuthClient): Promise<void> {
  if (output.json) return output.object(client);
  await printFields(output, [
    ["id", client.id],
    ["identifier", client.identifier],
    ["name", client.name],
    ["description", client.description],
    ["company", client.company],
    ["logo", client.logoUrl],
    ["kind", client.kind],
    ["state", client.enabled ? "enabled" : "disabled"],
    ["global", client.global ? "usable by every account" : ""],
    ["redirect URIs", client.redirectUris.join(", ")],
    ["scopes", client.allowedScopes.join(", ") || "every scope of the account"],
    ["grant types", client.allowedGrantTypes.join(", ").toLowerCase()],
    ["created", `${formatTime(client.createTime)} by ${client.creatorEmail}`],
    ["changed", formatTime(client.updateTime)],
    ["last used", formatTime(client.lastUseTime) || "never"],
    ...client.secrets.map((secret) => ["secret", describeSecret(secret)] as const),
    ["etag", client.etag],
  ]);
}

/** A secret and its use, in a line. */
export function describeSecret({ hint, expireTime, useCount, sources }: OAuthClientSecret): string {
  const end = expireTime === undefined ? "" : ` ends ${formatTime(expireTime)},`;
  return `${hint}${end} used ${useCount} times${sources.length === 0 ? "" : ", of late from"} ${sources
    .map(({ sourceIp, lastUseTime }) => `${sourceIp || "an unknown address"} (${formatTime(lastUseTime)})`)
    .join(", ")}`.trimEnd();
}

/** What stops with a client, in a line. */
export function describeImpact(impact: OAuthClientImpact): string {
  const { accessTokens, grants, users, recentlyUsedAccessTokens, recentUsers } = impact;
  return `${accessTokens} access tokens and ${grants} grants of ${users} users; of these ${recentlyUsedAccessTokens} tokens of ${recentUsers} users were used within the last hour.`;
}

/** A client by name, in a few words. */
export function nameOf({ name, identifier }: OAuthClient): string {
  return printable(`${name} (${identifier})`);
}
