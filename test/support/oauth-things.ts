import type { AccessToken } from "../../tui/client/access-tokens.js";
import type { DeviceAuthorization } from "../../tui/client/oauth.js";
import type { OAuthClient, OAuthClientSecret } from "../../tui/client/oauth-clients.js";
import type { ListPage } from "../../tui/state/list.js";
import { NOW, type Person } from "./tui-person.js";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A secret of a client, in use from one address. */
export function makeClientSecret(changes: Partial<OAuthClientSecret> = {}): OAuthClientSecret {
  return {
    hint: "lkc_123456…",
    createTime: new Date(NOW - 30 * DAY),
    expireTime: undefined,
    lastUseTime: new Date(NOW - 3 * MINUTE),
    lastUseSourceIp: "10.0.0.7",
    useCount: 1234,
    sources: [{ sourceIp: "10.0.0.7", lastUseTime: new Date(NOW - 3 * MINUTE), useCount: 1234 }],
    ...changes,
  };
}

/** A confidential client that is enabled. */
export function makeOAuthClient(id: string, changes: Partial<OAuthClient> = {}): OAuthClient {
  return {
    id,
    identifier: `${id}-app`,
    name: id,
    description: "",
    company: "",
    logoUrl: "",
    kind: "CONFIDENTIAL",
    redirectUris: ["https://app.example.com/done"],
    allowedScopes: [],
    allowedGrantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
    enabled: true,
    global: false,
    secrets: [makeClientSecret()],
    creatorUserId: "usr_1",
    creatorEmail: "ada@example.com",
    createTime: new Date(NOW - 30 * DAY),
    updateTime: new Date(NOW - 30 * DAY),
    lastUseTime: new Date(NOW - 3 * MINUTE),
    etag: "e1",
    ...changes,
  };
}

/** A client whose old secret still works, and is still used. */
export function makeRotatedClient(id: string, changes: Partial<OAuthClient> = {}): OAuthClient {
  const current = makeClientSecret({ hint: "lkc_newnew…", createTime: new Date(NOW - DAY), useCount: 5 });
  const old = makeClientSecret({ hint: "lkc_oldold…", expireTime: new Date(NOW + 6 * DAY) });
  return makeOAuthClient(id, { secrets: [current, old], ...changes });
}

/** An access token of a client for a user that works. */
export function makeAccessToken(id: string, changes: Partial<AccessToken> = {}): AccessToken {
  return {
    id,
    secretHint: "lko_123456…",
    state: "ACTIVE",
    origin: "AUTHORIZATION_CODE",
    clientId: "ocl_1",
    clientIdentifier: "mobile",
    clientName: "Mobile app",
    userId: "usr_2",
    userEmail: "bob@example.com",
    grantId: "ogr_1",
    scopes: ["tickets:read"],
    createTime: new Date(NOW - 10 * MINUTE),
    expireTime: new Date(NOW + 20 * MINUTE),
    lastUse: { time: new Date(NOW - MINUTE), sourceIp: "10.0.0.9", count: 42 },
    refreshExpireTime: new Date(NOW + 30 * DAY),
    ...changes,
  };
}

/** A device of a client that waits for an answer. */
export function makeDevice(changes: Partial<DeviceAuthorization> = {}): DeviceAuthorization {
  return {
    client: {
      identifier: "tv",
      name: "TV app",
      description: "Films.",
      company: "Example Films",
      logoUrl: "",
    },
    scopes: ["tickets:read", "read"],
    expireTime: new Date(NOW + 10 * MINUTE),
    ...changes,
  };
}

/** Goes to the tab of OAuth clients, and lets these be read; OAuth access is on unless told. */
export function openClients(person: Person, clients: readonly OAuthClient[], oauthAccess = true): Person {
  person.enter([], { oauthAccess });
  person.goTo("oauth-clients");
  const { reading } = person.model.oauthClients;
  const page: ListPage<OAuthClient> = {
    items: clients,
    nextPageToken: undefined,
    totalSize: clients.length,
    maxSize: 2000,
  };
  person.see({ type: "page-read", list: "oauth-clients", first: true, reading, page });
  return person;
}

/** Goes to the tab of access tokens, and lets these be read; OAuth access is on unless told. */
export function openAccessTokens(person: Person, tokens: readonly AccessToken[], oauthAccess = true): Person {
  person.enter([], { oauthAccess });
  person.goTo("access-tokens");
  readAccessTokens(person, tokens);
  return person;
}

/** Lets the access tokens asked for last be read. */
export function readAccessTokens(person: Person, tokens: readonly AccessToken[]): void {
  const { reading } = person.model.accessTokens;
  const page: ListPage<AccessToken> = {
    items: tokens,
    nextPageToken: undefined,
    totalSize: tokens.length,
  };
  person.see({ type: "page-read", list: "access-tokens", first: true, reading, page });
}
