import { hintOf } from "../../server/domain/credentials.js";
import type { Instant } from "../../server/domain/instants.js";
import type { OAuthClient } from "../../server/domain/oauth-clients.js";
import type {
  AuthorizationRequestInput,
  ClientAuthenticationInput,
  ExchangedTokens,
  ExchangeTokenInput,
} from "../../server/domain/oauth-requests.js";
import { count, recordEvent } from "../../server/store/audit-trail.js";
import { auditEvents, oauthClients } from "../../server/store/tables.js";
import { digest } from "../../server/system/digest.js";
import { approveAuthorization } from "../../server/usecases/approve-authorization.js";
import type { Environment } from "../../server/usecases/environment.js";
import { exchangeToken } from "../../server/usecases/exchange-token.js";
import {
  ANONYMOUS,
  addMember,
  changeSettings,
  type EngineName,
  HOME_IP,
  type Member,
  makeAccount,
  openTestEnvironment,
  request,
  type TestAccount,
  type TestEnvironment,
} from "./test-environment.js";

/** Where test clients are sent back to. */
export const REDIRECT_URI = "https://app.example.com/callback";

/** A PKCE verifier, and its challenge. */
export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/** The challenge of VERIFIER, as RFC 7636 appendix B gives it. */
export const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** A client and how it proves itself. */
export interface TestClient {
  readonly client: OAuthClient;
  readonly authentication: ClientAuthenticationInput;
}

/** An account in which applications may ask for tokens. */
export async function makeOAuthAccount(environment: TestEnvironment, id = "acme"): Promise<TestAccount> {
  const account = await makeAccount(environment, id);
  const values = { oauthAccess: true, resources: ["tickets", "articles"] };
  await changeSettings(environment, account, values, ["oauth_access", "resources"]);
  return account;
}

/** Makes a client past its use case: a confidential one that may do everything, unless told otherwise. */
export function makeClient(
  environment: TestEnvironment,
  account: TestAccount,
  changes: Partial<OAuthClient> = {},
): Promise<TestClient> {
  return putClient(environment, environment.clock.now, account, changes);
}

/** As makeClient, in any environment. */
export async function putClient(
  environment: Environment,
  now: Instant,
  account: { readonly id: string; readonly admin: Pick<Member, "userId" | "email"> },
  changes: Partial<OAuthClient> = {},
): Promise<TestClient> {
  const { id: accountId, admin } = account;
  const isPublic = changes.kind === "PUBLIC";
  const clientSecret = isPublic ? "" : environment.newSecret("CLIENT_SECRET");
  const id = environment.newId("ocl", now);
  const client: OAuthClient = {
    id,
    accountId,
    identifier: `client-${id.slice(-8)}`,
    name: "Client",
    description: "",
    company: "",
    logoUrl: "",
    kind: "CONFIDENTIAL",
    redirectUris: [REDIRECT_URI],
    allowedScopes: [],
    allowedGrantTypes: isPublic
      ? ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "DEVICE_CODE"]
      : ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS", "DEVICE_CODE"],
    enabled: true,
    global: false,
    secrets: isPublic ? [] : [{ digest: digest(clientSecret), hint: hintOf(clientSecret), createTime: now }],
    creatorUserId: admin.userId,
    creatorEmail: admin.email,
    createTime: now,
    updateTime: now,
    revision: 1,
    ...changes,
  };
  const context = { caller: { kind: "SYSTEM" }, now, requestId: "", sourceIp: "" } as const;
  await environment.store.write(async (transaction) => {
    await transaction.put(oauthClients, client);
    await count(transaction, accountId, "oauthClients", 1);
    await recordEvent(transaction, context, {
      accountId,
      action: "oauth_client.create",
      resourceType: "oauth_client",
      resourceId: id,
      resourceLabel: client.name,
    });
  });
  return { client, authentication: { clientId: client.identifier, clientSecret } };
}

/** Changes a client past its use cases. */
export async function changeClient(
  environment: TestEnvironment,
  client: OAuthClient,
  changes: Partial<OAuthClient>,
): Promise<void> {
  await environment.store.write(async (transaction) => {
    const before = await transaction.get(oauthClients, client.accountId, client.id);
    if (before !== undefined) await transaction.put(oauthClients, { ...before, ...changes });
  });
}

/** An authorization request of a client with nothing wrong with it. */
export function authorizationRequest(
  { client }: TestClient,
  changes: Partial<AuthorizationRequestInput> = {},
): AuthorizationRequestInput {
  return {
    responseType: "code",
    clientId: client.identifier,
    redirectUri: REDIRECT_URI,
    scope: "tickets:read tickets:write",
    state: "xyz",
    codeChallenge: CHALLENGE,
    codeChallengeMethod: "S256",
    ...changes,
  };
}

/** Lets a person consent; gives the code. */
export async function consent(
  environment: TestEnvironment,
  person: Member,
  client: TestClient,
  changes: Partial<AuthorizationRequestInput> = {},
): Promise<string> {
  const { redirectTo } = await approveAuthorization(environment, await person.request(), {
    request: authorizationRequest(client, changes),
    approved: true,
  });
  return new URL(redirectTo).searchParams.get("code") ?? "";
}

/** A token request of a client, from nobody known. */
export function exchange(
  environment: TestEnvironment,
  { client, authentication }: TestClient,
  input: Partial<ExchangeTokenInput>,
  sourceIp: string = HOME_IP,
): Promise<ExchangedTokens> {
  return exchangeToken(environment, request(environment, ANONYMOUS, sourceIp), {
    accountId: client.accountId,
    client: authentication,
    grantType: undefined,
    code: "",
    redirectUri: "",
    codeVerifier: "",
    refreshToken: "",
    deviceCode: "",
    scope: "",
    lifetimeSeconds: undefined,
    refreshLifetimeSeconds: undefined,
    ...input,
  });
}

/** Redeems a code as its client should. */
export function redeem(
  environment: TestEnvironment,
  client: TestClient,
  code: string,
  changes: Partial<ExchangeTokenInput> = {},
): Promise<ExchangedTokens> {
  return exchange(environment, client, {
    grantType: "AUTHORIZATION_CODE",
    code,
    redirectUri: REDIRECT_URI,
    codeVerifier: VERIFIER,
    ...changes,
  });
}

/** Tokens by way of a person's consent. */
export async function tokensOf(
  environment: TestEnvironment,
  person: Member,
  client: TestClient,
  changes: Partial<AuthorizationRequestInput> = {},
): Promise<ExchangedTokens & { readonly refreshToken: string }> {
  const tokens = await redeem(environment, client, await consent(environment, person, client, changes));
  return { ...tokens, refreshToken: tokens.refresh?.token ?? "" };
}

/** Refreshes as its client should. */
export function refresh(
  environment: TestEnvironment,
  client: TestClient,
  refreshToken: string,
  changes: Partial<ExchangeTokenInput> = {},
): Promise<ExchangedTokens> {
  return exchange(environment, client, { grantType: "REFRESH_TOKEN", refreshToken, ...changes });
}

/** An account with a person and a confidential client that may do everything. */
export async function beginOAuth(engine: EngineName = "memory") {
  const environment = await openTestEnvironment(engine);
  const account = await makeOAuthAccount(environment);
  const person = await addMember(environment, account, { email: "ada@acme.example" });
  const client = await makeClient(environment, account);
  return { environment, account, person, client };
}

/** The actions of all audit events of an account so far, in order. */
export async function actionsIn(environment: TestEnvironment, accountId = "acme"): Promise<string[]> {
  const events = await environment.store.read((reader) =>
    reader.list(auditEvents, [accountId], { limit: 100_000 }),
  );
  return events.map(({ action }) => action);
}
