import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFailed, onTestFinished } from "vitest";
import type { Caller, RequestContext } from "../../server/domain/callers.js";
import { BASE62, formatSecret, SECRET_BODY_LENGTH } from "../../server/domain/credentials.js";
import {
  DEVICE_LIFETIME_SECONDS,
  DEVICE_STARTS,
  USER_CODE_ALPHABET,
  USER_CODE_LENGTH,
} from "../../server/domain/device-authorizations.js";
import { Failure, type Reason } from "../../server/domain/failure.js";
import { SECOND } from "../../server/domain/instants.js";
import type { Engine } from "../../server/engine/engine.js";
import { openLevelEngine } from "../../server/engine/level.js";
import { openMemoryEngine } from "../../server/engine/memory.js";
import { openStore, type Store } from "../../server/store/store.js";
import { deriveSecret } from "../../server/system/derive.js";
import { digest } from "../../server/system/digest.js";
import { authenticateCaller } from "../../server/usecases/authenticate-caller.js";
import { type CreateAccessTokenInput, createAccessToken } from "../../server/usecases/create-access-token.js";
import { createAccount } from "../../server/usecases/create-account.js";
import { type CreateApiTokenInput, createApiToken } from "../../server/usecases/create-api-token.js";
import { type CreateOAuthClientInput, createOAuthClient } from "../../server/usecases/create-oauth-client.js";
import { type CreateUserInput, createUser } from "../../server/usecases/create-user.js";
import type { Environment, Passwords } from "../../server/usecases/environment.js";
import { getSettings } from "../../server/usecases/get-settings.js";
import { signIn } from "../../server/usecases/sign-in.js";
import { type SettingsValues, updateSettings } from "../../server/usecases/update-settings.js";
import { AccessRecorder } from "../../server/verification/access-recorder.js";
import { CredentialCache } from "../../server/verification/credential-cache.js";
import { OpenFeeds } from "../../server/verification/credential-feed.js";
import { DecisionCounts } from "../../server/verification/decision-counts.js";
import { DenialThrottle } from "../../server/verification/denial-throttle.js";
import { GuessThrottle } from "../../server/verification/guess-throttle.js";
import { RateThrottle } from "../../server/verification/rate-throttle.js";
import { SetupCode } from "../../server/verification/setup-code.js";
import { SignInThrottle } from "../../server/verification/sign-in-throttle.js";
import { UseRecorder } from "../../server/verification/use-recorder.js";

/** The engines every rule holds on. */
export const ENGINES = ["memory", "level"] as const;

/** An engine by name. */
export type EngineName = (typeof ENGINES)[number];

/** What repeats a run: printed when a test fails, taken from LATCHKEY_SEED. */
export const SEED = Number(process.env["LATCHKEY_SEED"] ?? Date.now() % 1_000_000_007);

/** Whether the long form of a test is asked for. */
export const IS_LONG = process.env["LATCHKEY_LONG"] === "1";

/** The moment every test begins. */
export const START = Date.parse("2026-11-01T12:00:00Z");

/** The address everybody calls from unless a test says otherwise. */
export const HOME_IP = "192.0.2.10";

/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A fresh directory that goes when the test has finished. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "latchkey-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A fresh engine that closes when the test has finished. */
export async function openTestEngine(name: EngineName): Promise<Engine> {
  const engine =
    name === "memory" ? openMemoryEngine() : await openLevelEngine({ directory: temporaryDirectory() });
  onTestFinished(() => engine.close());
  return engine;
}

/** A fresh store that closes when the test has finished. */
export async function openTestStore(name: EngineName = "memory"): Promise<Store> {
  return openStore(await openTestEngine(name));
}

/** Passwords without the slowness, which tell how often they were looked at. */
export class FakePasswords implements Passwords {
  /** The digests each `verify` was given; undefined where there was none. */
  readonly compared: (string | undefined)[] = [];
  /** Awaited before each answer: lets a test hold it back. */
  delay: () => Promise<void> = async () => undefined;

  async hash(password: string): Promise<string> {
    await this.delay();
    return `fake ${digest(password)}`;
  }

  async verify(password: string, stored: string | undefined): Promise<boolean> {
    this.compared.push(stored);
    await this.delay();
    return stored === `fake ${digest(password)}`;
  }
}

/** A clock that stands still until it is moved. */
export class TestClock {
  now = START;

  advance(ms: number): void {
    this.now += ms;
  }
}

/** A use-case environment with a clock, secrets and ids that a seed decides. */
export interface TestEnvironment extends Environment {
  readonly clock: TestClock;
  readonly passwords: FakePasswords;
  /** Every secret that was ever made. */
  readonly secrets: string[];
}

/** An environment over a store. */
export function environmentOver(store: Store, seed: number = SEED): TestEnvironment {
  onTestFailed(() => void process.stderr.write(`LATCHKEY_SEED=${SEED} repeats this.\n`));
  const random = randomNumbers(seed);
  const secrets: string[] = [];
  let made = 0;
  return {
    store,
    newId(prefix, now) {
      made += 1;
      // In the order they were made, and not those of an environment before over the same store.
      const own = Math.floor(random() * 36 ** 8)
        .toString(36)
        .padStart(8, "0");
      return `${prefix}_${now.toString(36).padStart(10, "0")}${made.toString(36).padStart(8, "0")}${own}`;
    },
    newSecret(kind) {
      const body = Array.from({ length: SECRET_BODY_LENGTH }, () => BASE62[Math.floor(random() * 62)]);
      const secret = formatSecret(kind, body.join(""));
      secrets.push(secret);
      return secret;
    },
    deriveSecret(kind, key, text) {
      const secret = deriveSecret(kind, key, text);
      secrets.push(secret);
      return secret;
    },
    newKey: () => Array.from({ length: 43 }, () => BASE62[Math.floor(random() * 62)]).join(""),
    newUserCode: () =>
      Array.from({ length: USER_CODE_LENGTH }, () => USER_CODE_ALPHABET[Math.floor(random() * 20)]).join(""),
    digest,
    issuerOf: (accountId) => `https://latchkey.example/${accountId}`,
    feedHistory: "run_test",
    feeds: new OpenFeeds(),
    credentials: new CredentialCache(store, digest),
    passwords: new FakePasswords(),
    signInThrottle: new SignInThrottle(),
    clientThrottle: new GuessThrottle(),
    userCodeThrottle: new GuessThrottle(),
    deviceThrottle: new RateThrottle(DEVICE_STARTS, DEVICE_LIFETIME_SECONDS * SECOND),
    denials: new DenialThrottle(),
    setupCode: new SetupCode(),
    uses: new UseRecorder(),
    decisions: new DecisionCounts(),
    access: new AccessRecorder(),
    clock: new TestClock(),
    secrets,
  };
}

/** An environment over a fresh store. */
export async function openTestEnvironment(name: EngineName = "memory"): Promise<TestEnvironment> {
  return environmentOver(await openTestStore(name));
}

let requests = 0;

/** A request by this caller, now. */
export function request(
  environment: TestEnvironment,
  caller: Caller,
  sourceIp: string = HOME_IP,
): RequestContext {
  requests += 1;
  return { caller, now: environment.clock.now, requestId: `req_${requests}`, sourceIp };
}

/** Nobody known. */
export const ANONYMOUS: Caller = { kind: "ANONYMOUS" };

/** The operator of the machine. */
export const OPERATOR: Caller = { kind: "OPERATOR" };

/** The server itself. */
export const SYSTEM: Caller = { kind: "SYSTEM" };

/** The password of everybody who has one. */
export const PASSWORD = "correct horse battery";

/** Where a member of a test account calls from, and with what. */
export interface Member {
  readonly userId: string;
  readonly email: string;
  /** The secret of the session. */
  readonly sessionToken: string;
  /** A request by this member's session, as it is now. */
  request(sourceIp?: string): Promise<RequestContext>;
}

/** An account with an administrator who is signed in. */
export interface TestAccount {
  readonly id: string;
  readonly admin: Member;
}

/** Makes an account; the operator does. */
export async function makeAccount(
  environment: TestEnvironment,
  id = "acme",
  carriedOver = false,
): Promise<TestAccount> {
  const email = `admin@${id}.example`;
  const created = await createAccount(environment, request(environment, OPERATOR, ""), {
    setupCode: "",
    accountId: id,
    displayName: "",
    adminEmail: email,
    adminName: "",
    adminPassword: PASSWORD,
    requestId: "",
    carriedOver,
  });
  const admin = member(environment, created.adminUserId, email, created.sessionToken);
  return { id, admin };
}

/** An account in which API tokens may be made and used. */
export async function makeOpenAccount(environment: TestEnvironment, id = "acme"): Promise<TestAccount> {
  const account = await makeAccount(environment, id);
  await changeSettings(environment, account, { apiTokenAccess: true }, ["api_token_access"]);
  return account;
}

/** Changes settings as the administrator. */
export async function changeSettings(
  environment: TestEnvironment,
  { admin }: TestAccount,
  values: Partial<SettingsValues>,
  updateMask: readonly string[],
) {
  const context = await admin.request();
  const before = await getSettings(environment, context);
  return updateSettings(environment, context, { values: { ...before, ...values }, etag: "", updateMask });
}

/** Switches API-token access. */
export function switchAccess(environment: TestEnvironment, account: TestAccount, apiTokenAccess: boolean) {
  return changeSettings(environment, account, { apiTokenAccess }, ["api_token_access"]);
}

/** Adds a verified agent, unless told otherwise. */
export async function addUser(
  environment: TestEnvironment,
  { admin }: TestAccount,
  input: Partial<CreateUserInput> & Pick<CreateUserInput, "email">,
) {
  const whole: CreateUserInput = {
    name: "",
    role: "AGENT",
    verified: true,
    suspended: false,
    password: PASSWORD,
    requestId: "",
    ...input,
  };
  return createUser(environment, await admin.request(), whole);
}

/** Adds a user and signs them in. */
export async function addMember(
  environment: TestEnvironment,
  account: TestAccount,
  input: Partial<CreateUserInput> & Pick<CreateUserInput, "email">,
  scopes: readonly string[] = [],
): Promise<Member> {
  const user = await addUser(environment, account, input);
  const sessionToken = await signInAs(environment, account.id, user.email, scopes);
  return member(environment, user.id, user.email, sessionToken);
}

/** Signs somebody in; answers the session token. */
export async function signInAs(
  environment: TestEnvironment,
  accountId: string,
  email: string,
  scopes: readonly string[] = [],
  password: string = PASSWORD,
): Promise<string> {
  const input = { accountId, email, password, scopes };
  return (await signIn(environment, request(environment, ANONYMOUS), input)).sessionToken;
}

/** A token as most tests want it. */
export const PLAIN_TOKEN: CreateApiTokenInput = {
  description: "nightly export",
  scopes: [],
  ipAllowList: [],
  requestId: "",
};

/** Makes an API token as the administrator. */
export async function makeToken(
  environment: TestEnvironment,
  { admin }: TestAccount,
  input: Partial<CreateApiTokenInput> = {},
) {
  const { apiToken, secret } = await createApiToken(environment, await admin.request(), {
    ...PLAIN_TOKEN,
    ...input,
  });
  return { id: apiToken.token.id, secret, view: apiToken };
}

/** A confidential client as most tests want it. */
export const PLAIN_CLIENT: CreateOAuthClientInput = {
  identifier: "",
  name: "Nightly Export",
  description: "",
  company: "",
  logoUrl: "",
  kind: "CONFIDENTIAL",
  redirectUris: ["https://app.example.com/callback"],
  allowedScopes: [],
  allowedGrantTypes: [],
  requestId: "",
};

/** Makes an OAuth client as the administrator. */
export async function makeClient(
  environment: TestEnvironment,
  { admin }: TestAccount,
  input: Partial<CreateOAuthClientInput> = {},
) {
  const { oauthClient, secret } = await createOAuthClient(environment, await admin.request(), {
    ...PLAIN_CLIENT,
    ...input,
  });
  return { id: oauthClient.client.id, identifier: oauthClient.client.identifier, secret, view: oauthClient };
}

/** An access token as most tests want it, but for its client. */
export const PLAIN_ACCESS_TOKEN: Omit<CreateAccessTokenInput, "clientId"> = {
  userId: "",
  scopes: ["read"],
  lifetimeSeconds: undefined,
  withRefreshToken: false,
  requestId: "",
};

/** Makes an access token without a flow, as the administrator. */
export async function makeAccessToken(
  environment: TestEnvironment,
  { admin }: TestAccount,
  input: Partial<CreateAccessTokenInput> & Pick<CreateAccessTokenInput, "clientId">,
) {
  const created = await createAccessToken(environment, await admin.request(), {
    ...PLAIN_ACCESS_TOKEN,
    ...input,
  });
  const { accessToken: view, secret, refreshToken } = created;
  return { id: view.token.id, secret, refreshToken, view };
}

/** `Basic base64(email/token:SECRET)`. */
export function basic(email: string, secret: string): string {
  return `Basic ${Buffer.from(`${email}/token:${secret}`).toString("base64")}`;
}

/** `Bearer SECRET`. */
export function bearer(secret: string): string {
  return `Bearer ${secret}`;
}

/** A request with this `authorization`, as the transport would make it. */
export async function requestWith(
  environment: TestEnvironment,
  authorization: string | undefined,
  sourceIp: string = HOME_IP,
): Promise<RequestContext> {
  const { now } = environment.clock;
  const caller = await authenticateCaller(environment, { authorization, sourceIp, now });
  return request(environment, caller, sourceIp);
}

/** Whether this `authorization` is anybody's at the moment. */
export async function isAccepted(
  environment: TestEnvironment,
  authorization: string,
  sourceIp: string = HOME_IP,
): Promise<boolean> {
  const reason = await reasonOf(requestWith(environment, authorization, sourceIp));
  if (reason !== undefined && reason !== "CREDENTIAL_INVALID") throw new Error(`Unexpected: ${reason}`);
  return reason === undefined;
}

/** Why it was refused; undefined when it was not. What is no refusal is thrown on. */
export async function reasonOf(work: Promise<unknown>): Promise<Reason | undefined> {
  return (await failureOf(work))?.reason;
}

/** How it was refused; undefined when it was not. What is no refusal is thrown on. */
export async function failureOf(work: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** How it was refused, of work that is done at once. */
export function failureIn(work: () => unknown): Failure | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function member(environment: TestEnvironment, userId: string, email: string, sessionToken: string): Member {
  return {
    userId,
    email,
    sessionToken,
    request: (sourceIp) => requestWith(environment, bearer(sessionToken), sourceIp),
  };
}
