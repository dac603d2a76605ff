import type { AccessPolicyTerms } from "../server/domain/access-policies.js";
import type { AccessTokenTerms } from "../server/domain/access-tokens.js";
import type { ApiTokenTerms } from "../server/domain/api-tokens.js";
import { type CallerPolicies, callerPolicies } from "../server/domain/caller-policies.js";
import { accessTokenFacts, apiTokenFacts, sessionFacts } from "../server/domain/credential-facts.js";
import type { CredentialRecord, RecordKind } from "../server/domain/credential-records.js";
import type { CredentialFacts } from "../server/domain/decisions.js";
import type { ClientTerms } from "../server/domain/oauth-clients.js";
import type { GrantTerms, OAuthCutoff } from "../server/domain/oauth-grants.js";
import type { SessionTerms } from "../server/domain/sessions.js";
import type { AccountRules } from "../server/domain/settings.js";
import { normalizeEmail, type UserTerms } from "../server/domain/users.js";

/** A credential as it was presented, by the digest of its secret. */
export interface PresentedDigest {
  readonly kind: "API_TOKEN" | "SESSION" | "ACCESS_TOKEN";
  readonly digest: string;
  /** In the form in which e-mails are compared; empty but for API tokens. */
  readonly email: string;
}

/** A credential, and its facts as they were made last: good while they are made of the records that are here now. */
interface Entry<R> {
  readonly record: R;
  facts: CredentialFacts | undefined;
  /** How often policies had changed when they were made. */
  policyChanges: number;
}

/** Records that are found by the digest of a secret, and taken away by their id. */
class Credentials<R extends { readonly id: string; readonly digest: string }> {
  readonly #byDigest = new Map<string, Entry<R>>();
  readonly #digests = new Map<string, string>();

  get(digest: string): Entry<R> | undefined {
    return this.#byDigest.get(digest);
  }

  put(record: R): void {
    this.remove(record.id);
    this.#byDigest.set(record.digest, { record, facts: undefined, policyChanges: 0 });
    this.#digests.set(record.id, record.digest);
  }

  remove(id: string): void {
    const digest = this.#digests.get(id);
    if (digest === undefined) return;
    this.#digests.delete(id);
    this.#byDigest.delete(digest);
  }

  get size(): number {
    return this.#byDigest.size;
  }
}

/** All that decides about the credentials of one account, as a feed has told it. Digests, and no secret. */
export class Book {
  rules: AccountRules | undefined;
  /** Whether something was told that this version does not know: then it cannot answer by itself. */
  isBeyondUs = false;
  /** Moves on with everything that is taken in: what was found before holds while it stands. */
  edition = 0;
  readonly #users = new Map<string, UserTerms>();
  readonly #usersByEmail = new Map<string, UserTerms>();
  readonly #apiTokens = new Credentials<ApiTokenTerms>();
  readonly #sessions = new Credentials<SessionTerms>();
  readonly #accessTokens = new Credentials<AccessTokenTerms>();
  readonly #clients = new Map<string, ClientTerms>();
  readonly #grants = new Map<string, GrantTerms>();
  readonly #cutoffs = new Map<string, OAuthCutoff>();
  readonly #policies = new Map<string, AccessPolicyTerms>();
  #policyChanges = 0;

  /** How many credentials it knows. */
  get size(): number {
    return this.#apiTokens.size + this.#sessions.size + this.#accessTokens.size;
  }

  /** Takes something in. */
  apply(told: CredentialRecord): void {
    this.edition += 1;
    switch (told.kind) {
      case "RULES":
        this.rules = told.rules;
        return;
      case "USER":
        this.#removeUser(told.user.id);
        this.#users.set(told.user.id, told.user);
        this.#usersByEmail.set(normalizeEmail(told.user.email), told.user);
        return;
      case "API_TOKEN":
        this.#apiTokens.put(told.token);
        return;
      case "SESSION":
        this.#sessions.put(told.session);
        return;
      case "OAUTH_CLIENT":
        this.#clients.set(told.client.id, told.client);
        return;
      case "OAUTH_GRANT":
        this.#grants.set(told.grant.id, told.grant);
        return;
      case "OAUTH_CUTOFF":
        this.#cutoffs.set(told.cutoff.id, told.cutoff);
        return;
      case "ACCESS_TOKEN":
        this.#accessTokens.put(told.token);
        return;
      case "ACCESS_POLICY":
        this.#policies.set(told.policy.id, told.policy);
        this.#policyChanges += 1;
        return;
      case "REMOVED":
        this.#remove(told.of, told.id);
        return;
    }
  }

  /** The facts behind a credential; undefined when it is not known, or not all that belongs to it. */
  facts({ kind, digest, email }: PresentedDigest): CredentialFacts | undefined {
    const { rules } = this;
    if (rules === undefined) return undefined;
    switch (kind) {
      case "API_TOKEN": {
        const entry = this.#apiTokens.get(digest);
        const user = this.#usersByEmail.get(email);
        if (entry === undefined || user === undefined) return undefined;
        if (this.#isMadeOf(entry, user, rules)) return entry.facts;
        return this.#keep(
          entry,
          apiTokenFacts(
            entry.record,
            user,
            rules,
            this.#policiesOf(entry.record.accessPolicyIds, rules, user),
          ),
        );
      }
      case "SESSION": {
        const entry = this.#sessions.get(digest);
        const user = entry && this.#users.get(entry.record.userId);
        if (entry === undefined || user === undefined) return undefined;
        if (this.#isMadeOf(entry, user, rules)) return entry.facts;
        return this.#keep(
          entry,
          sessionFacts(entry.record, user, rules, this.#policiesOf(undefined, rules, user)),
        );
      }
      case "ACCESS_TOKEN": {
        const entry = this.#accessTokens.get(digest);
        return entry && this.#accessTokenFacts(entry, rules);
      }
    }
  }

  #accessTokenFacts(entry: Entry<AccessTokenTerms>, rules: AccountRules): CredentialFacts | undefined {
    const { clientId, userId, grantId } = entry.record;
    const client = this.#clients.get(clientId);
    if (client === undefined) return undefined;
    const user = userId === undefined ? undefined : this.#users.get(userId);
    const grant = grantId === undefined ? undefined : this.#grants.get(grantId);
    const cutoff = this.#cutoffs.get(clientId);
    const second = userId === undefined ? undefined : this.#cutoffs.get(userId);
    const cutoffs = [cutoff, second].filter((one) => one !== undefined);
    const { facts } = entry;
    if (facts?.kind === "ACCESS_TOKEN" && this.#isMadeOf(entry, user, rules)) {
      const { access } = facts;
      const isSame = access.cutoffs[0] === cutoffs[0] && access.cutoffs[1] === cutoffs[1];
      if (isSame && access.client === client && access.grant === grant) return facts;
    }
    // A policy holds in its own account.
    const own = client.accountId === rules.accountId ? client.accessPolicyIds : undefined;
    const access = { token: entry.record, settings: rules, client, user, grant, cutoffs };
    return this.#keep(entry, accessTokenFacts(access, this.#policiesOf(own, rules, user)));
  }

  #policiesOf(
    own: readonly string[] | undefined,
    rules: AccountRules,
    user: UserTerms | undefined,
  ): CallerPolicies {
    const attached = (id: string) => ({ id, terms: this.#policies.get(id) });
    const ofRole = (user && rules.roleAccessPolicyIds?.[user.role]) ?? [];
    return callerPolicies((own ?? []).map(attached), ofRole.map(attached));
  }

  #keep(entry: Entry<unknown>, facts: CredentialFacts): CredentialFacts {
    entry.facts = facts;
    entry.policyChanges = this.#policyChanges;
    return facts;
  }

  // Records are never changed, only replaced: the same one says the same.
  #isMadeOf(
    { facts, policyChanges }: Entry<unknown>,
    user: UserTerms | undefined,
    rules: AccountRules,
  ): boolean {
    return (
      facts !== undefined &&
      facts.caller.user === user &&
      facts.rules === rules &&
      policyChanges === this.#policyChanges
    );
  }

  #remove(kind: RecordKind, id: string): void {
    switch (kind) {
      case "USER":
        this.#removeUser(id);
        return;
      case "API_TOKEN":
        this.#apiTokens.remove(id);
        return;
      case "SESSION":
        this.#sessions.remove(id);
        return;
      case "OAUTH_CLIENT":
        this.#clients.delete(id);
        return;
      case "OAUTH_GRANT":
        this.#grants.delete(id);
        return;
      case "OAUTH_CUTOFF":
        this.#cutoffs.delete(id);
        return;
      case "ACCESS_TOKEN":
        this.#accessTokens.remove(id);
        return;
      case "ACCESS_POLICY":
        this.#policies.delete(id);
        this.#policyChanges += 1;
        return;
    }
  }

  #removeUser(id: string): void {
    const user = this.#users.get(id);
    if (user === undefined) return;
    this.#users.delete(id);
    const email = normalizeEmail(user.email);
    // Somebody else may have come to it in the same commit.
    if (this.#usersByEmail.get(email) === user) this.#usersByEmail.delete(email);
  }
}
