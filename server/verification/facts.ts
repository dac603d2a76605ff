import type { AccessToken } from "../domain/access-tokens.js";
import type { ApiToken } from "../domain/api-tokens.js";
import type { IdentifiedCaller } from "../domain/callers.js";
import { accessTokenFacts, apiTokenFacts, sessionFacts } from "../domain/credential-facts.js";
import type { PresentedCredential } from "../domain/credentials.js";
import type { CredentialFacts } from "../domain/decisions.js";
import { type MaybePromise, whenAllThere, whenThere } from "../domain/maybe-promises.js";
import type { Session } from "../domain/sessions.js";
import { normalizeEmail, type User } from "../domain/users.js";
import type { Lookup } from "../store/reader.js";
import type { Table } from "../store/table.js";
import {
  accessTokens,
  accessTokensByDigest,
  apiTokens,
  apiTokensByDigest,
  oauthClients,
  oauthCutoffs,
  oauthGrants,
  sessions,
  sessionsByDigest,
  settings,
  users,
  usersByEmail,
} from "../store/tables.js";
import { policiesOf } from "./policies.js";

type MaybeFacts = MaybePromise<CredentialFacts | undefined>;

/** What is stored about a credential and the digest of its secret; undefined when there is no such credential. */
export function factsOf(lookup: Lookup, credential: PresentedCredential, digest: string): MaybeFacts {
  if (credential.kind === "API_TOKEN") {
    const email = normalizeEmail(credential.email);
    return whenFound(lookup.find(apiTokensByDigest, digest), (token) =>
      whenFound(lookup.find(usersByEmail, token.accountId, email), (user) => ofToken(lookup, token, user)),
    );
  }
  if (credential.kind === "ACCESS_TOKEN") {
    return whenFound(lookup.find(accessTokensByDigest, digest), (token) => ofAccessToken(lookup, token));
  }
  return whenFound(lookup.find(sessionsByDigest, digest), (session) =>
    whenFound(lookup.get(users, session.accountId, session.userId), (user) =>
      ofSession(lookup, session, user),
    ),
  );
}

/** What is stored by now about the credential of a caller; undefined when it is gone. */
export function factsAgain(lookup: Lookup, caller: IdentifiedCaller): MaybeFacts {
  const { kind, accountId, credentialId } = caller;
  if (kind === "ACCESS_TOKEN") {
    return whenFound(lookup.get(accessTokens, accountId, credentialId), (token) =>
      ofAccessToken(lookup, token),
    );
  }
  const { user: known } = caller;
  return whenFound(lookup.get(users, accountId, known.id), (user) =>
    kind === "API_TOKEN"
      ? whenFound(lookup.get(apiTokens, accountId, credentialId), (token) => ofToken(lookup, token, user))
      : whenFound(lookup.get(sessions, accountId, known.id, credentialId), (session) =>
          ofSession(lookup, session, user),
        ),
  );
}

function ofToken(lookup: Lookup, token: ApiToken, user: User): MaybeFacts {
  return whenFound(lookup.get(settings, token.accountId), (rules) => {
    const own = { accountId: token.accountId, ids: token.accessPolicyIds };
    return whenThere(policiesOf(lookup, { own, rules, role: user.role }), (policies) =>
      apiTokenFacts(token, user, rules, policies),
    );
  });
}

function ofSession(lookup: Lookup, session: Session, user: User): MaybeFacts {
  return whenFound(lookup.get(settings, session.accountId), (rules) => {
    const own = { accountId: session.accountId, ids: undefined };
    return whenThere(policiesOf(lookup, { own, rules, role: user.role }), (policies) =>
      sessionFacts(session, user, rules, policies),
    );
  });
}

function ofAccessToken(lookup: Lookup, token: AccessToken): MaybeFacts {
  const { accountId, clientId, clientAccountId, userId, grantId } = token;
  const read = <R>(table: Table<R>, ...key: readonly (string | undefined)[]) =>
    key.every((part) => part !== undefined) ? lookup.get(table, ...key) : undefined;
  return whenAllThere(
    [
      lookup.get(settings, accountId),
      lookup.get(oauthClients, clientAccountId, clientId),
      read(users, accountId, userId),
      read(oauthGrants, accountId, grantId),
      lookup.get(oauthCutoffs, accountId, "CLIENT", clientId),
      read(oauthCutoffs, accountId, "USER", userId),
    ],
    ([rules, client, user, grant, ...cutoffs]) => {
      if (rules === undefined || client === undefined) return undefined;
      const told = cutoffs.filter((cutoff) => cutoff !== undefined);
      // A policy holds in its own account.
      const own = { accountId, ids: client.accountId === accountId ? client.accessPolicyIds : undefined };
      return whenThere(policiesOf(lookup, { own, rules, role: user?.role }), (policies) =>
        accessTokenFacts({ token, settings: rules, client, user, grant, cutoffs: told }, policies),
      );
    },
  );
}

function whenFound<R, T>(
  found: MaybePromise<R | undefined>,
  goOn: (record: R) => MaybePromise<T | undefined>,
): MaybePromise<T | undefined> {
  return whenThere(found, (record) => (record === undefined ? undefined : goOn(record)));
}
