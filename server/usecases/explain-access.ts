import {
  type ExplainedCredential,
  type ExplainedFacts,
  type ExplainedRequest,
  type Explanation,
  explain,
} from "../domain/access-layers.js";
import type { AccessToken } from "../domain/access-tokens.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { CompiledPolicy, type NamedPolicy } from "../domain/compiled-policies.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { Instant } from "../domain/instants.js";
import type { Settings } from "../domain/settings.js";
import { normalizeEmail, type User } from "../domain/users.js";
import { accessPolicies, accessPolicyVersions, versionKey } from "../store/policy-tables.js";
import type { Reader } from "../store/reader.js";
import {
  accessTokens,
  apiTokens,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  sessions,
  users,
  usersByEmail,
} from "../store/tables.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { RecordsAt } from "./records-at.js";

/** The credential and the request to explain. */
export interface ExplainAccessInput extends ExplainedRequest {
  readonly credentialId: string;
  /** Empty for the token's bound user, or else its creator. */
  readonly email: string;
  /** The moment it is about; absent for now. */
  readonly time?: Instant;
}

/** Says which layer decides about a request, and why; also for a moment in the past. */
export async function explainAccess(
  environment: Environment,
  context: RequestContext,
  input: ExplainAccessInput,
): Promise<Explanation> {
  const { accountId } = authorizeInAccount(context.caller, "ExplainAccess");
  const time = input.time ?? context.now;
  const checks = new FieldChecks();
  checks.require(time <= context.now, "time", "Must not lie in the future.");
  checks.require(input.path.length <= 8_192, "path", "Must have at most 8,192 characters.");
  checks.require(input.method.length <= 100, "method", "Must have at most 100 characters.");
  checks.finish();
  return environment.store.read(async (reader) => {
    const past = new Past(reader, accountId, time, await RecordsAt.read(reader, accountId, time));
    const settings = past.records.settings(await loadSettings(reader, accountId));
    const { credential, user } = await past.find(input, settings);
    const policies = await past.policies(credential, user, settings);
    return explain({ time, credential, user, settings, ...policies }, input);
  });
}

/** An account as it was at a moment. */
class Past {
  readonly #reader: Reader;
  readonly #accountId: string;
  readonly #time: Instant;
  readonly records: RecordsAt;

  constructor(reader: Reader, accountId: string, time: Instant, records: RecordsAt) {
    this.#reader = reader;
    this.#accountId = accountId;
    this.#time = time;
    this.records = records;
  }

  /** The credential and its user as they were. */
  async find(
    { credentialId, email }: ExplainAccessInput,
    settings: Settings,
  ): Promise<{ credential: ExplainedCredential; user: User | undefined }> {
    const accountId = this.#accountId;
    const token = await this.#reader.get(accessTokens, accountId, credentialId);
    const access = this.records.accessToken(accountId, credentialId, token, this.#time);
    if (access !== undefined) {
      const user = access.userId === undefined ? undefined : await this.#user(access.userId);
      return { credential: await this.#accessToken(access, user, settings), user };
    }
    const session = (await this.#sessions()).find(({ id }) => id === credentialId);
    if (session !== undefined && session.createTime <= this.#time) {
      return { credential: { kind: "SESSION", session }, user: await this.#user(session.userId) };
    }
    const present = await this.#reader.get(apiTokens, accountId, credentialId);
    const apiToken = this.records.apiToken(accountId, credentialId, present);
    const userId =
      email === ""
        ? (apiToken?.boundUserId ?? apiToken?.creatorUserId)
        : this.records.userIdByEmail(
            normalizeEmail(email),
            await this.#reader.find(usersByEmail, accountId, normalizeEmail(email)),
          );
    const user = userId === undefined ? undefined : await this.#user(userId);
    return {
      credential: apiToken === undefined ? { kind: "UNKNOWN" } : { kind: "API_TOKEN", token: apiToken },
      user,
    };
  }

  /** The policies that were enforced on it; of those that are gone since only that they were. */
  async policies(
    credential: ExplainedCredential,
    user: User | undefined,
    settings: Settings,
  ): Promise<Pick<ExplainedFacts, "policies" | "lostPolicies">> {
    const ofRole = (user && settings.roleAccessPolicyIds?.[user.role]) ?? [];
    const enforced: NamedPolicy[] = [];
    const lostPolicies: { id: string; version: number }[] = [];
    const own = this.#ownPolicies(credential);
    for (const id of [...own, ...ofRole]) {
      const policy = await this.#reader.get(accessPolicies, this.#accountId, id);
      const version = this.records.enforcedVersion(id, policy?.enforcedVersion ?? 0);
      if (version === 0) continue;
      const key = [this.#accountId, id, versionKey(version)];
      const rules = await this.#reader.get(accessPolicyVersions, ...key);
      if (rules === undefined) lostPolicies.push({ id, version });
      else {
        const compiled = new CompiledPolicy(rules.statements);
        enforced.push({ id, version, isOwn: own.includes(id), compiled });
      }
    }
    return { policies: enforced, lostPolicies };
  }

  #ownPolicies(credential: ExplainedCredential): readonly string[] {
    if (credential.kind === "API_TOKEN") return credential.token.accessPolicyIds ?? [];
    const client = credential.kind === "ACCESS_TOKEN" ? credential.facts.client : undefined;
    // A policy holds in its own account.
    if (client?.accountId !== this.#accountId) return [];
    return this.records.attached("oauth_client_id", client.id, client.accessPolicyIds ?? []);
  }

  async #accessToken(
    token: AccessToken,
    user: User | undefined,
    settings: Settings,
  ): Promise<ExplainedCredential> {
    const { accountId, clientId, clientAccountId, grantId, userId } = token;
    const cutoffs = await Promise.all([
      this.#reader.get(oauthCutoffs, accountId, "CLIENT", clientId),
      userId === undefined ? undefined : this.#reader.get(oauthCutoffs, accountId, "USER", userId),
    ]);
    const facts = {
      token,
      settings,
      client: this.records.client(
        accountId,
        clientId,
        await this.#reader.get(oauthClients, clientAccountId, clientId),
      ),
      user,
      grant:
        grantId === undefined
          ? undefined
          : this.records.grant(grantId, await this.#reader.get(oauthGrants, accountId, grantId), this.#time),
      cutoffs: cutoffs
        .filter((cutoff) => cutoff !== undefined && cutoff.time <= this.#time)
        .map((cutoff) => cutoff as NonNullable<typeof cutoff>),
    };
    return { kind: "ACCESS_TOKEN", facts };
  }

  async #user(id: string): Promise<User | undefined> {
    const now = await this.#reader.get(users, this.#accountId, id);
    return now === undefined ? this.records.deletedUser(this.#accountId, id) : this.records.user(now);
  }

  #sessions() {
    return this.#reader.list(sessions, [this.#accountId], { limit: MAX_SESSIONS });
  }
}

/** How many sessions are looked through at most. */
const MAX_SESSIONS = 20_000;
