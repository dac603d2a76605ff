import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { hintOf, showHint } from "../domain/credentials.js";
import { FieldChecks } from "../domain/field-checks.js";
import { SECOND } from "../domain/instants.js";
import { MAX_SECRET_OVERLAP_SECONDS, rotateSecret } from "../domain/oauth-clients.js";
import { requirePoliciesWithin } from "../domain/policy-access.js";
import { changeOAuthClient } from "./change-oauth-client.js";
import { requireScopesWithin } from "./create-api-token.js";
import type { Environment } from "./environment.js";
import type { OAuthClientView } from "./oauth-client-view.js";

/** Which client gets a new secret. */
export interface RotateOAuthClientSecretInput {
  readonly id: string;
  readonly etag: string;
  /** How long the old secret goes on working. */
  readonly overlapSeconds: number;
}

/** A client and its new secret. */
export interface RotatedOAuthClientSecret {
  readonly oauthClient: OAuthClientView;
  readonly secret: string;
}

/** Gives a client a new secret and hands it out, this once; the old one goes on working for the overlap. */
export async function rotateOAuthClientSecret(
  environment: Environment,
  context: RequestContext,
  input: RotateOAuthClientSecretInput,
): Promise<RotatedOAuthClientSecret> {
  authorizeInAccount(context.caller, "RotateOAuthClientSecret");
  const { overlapSeconds } = input;
  const checks = new FieldChecks();
  checks.wholeNumber("overlap", overlapSeconds, 0, MAX_SECRET_OVERLAP_SECONDS);
  checks.finish();
  const { now } = context;
  const oldExpireTime = now + overlapSeconds * SECOND;
  const secret = environment.newSecret("CLIENT_SECRET");
  const fresh = { digest: environment.digest(secret), hint: hintOf(secret), createTime: now };
  const oauthClient = await changeOAuthClient(
    environment,
    context,
    "RotateOAuthClientSecret",
    input,
    (before, caller) => {
      // Whoever holds the secret gets whatever the client may have.
      requireScopesWithin(caller, before.allowedScopes);
      requirePoliciesWithin(caller, before.accessPolicyIds ?? []);
      const after = rotateSecret(before, fresh, oldExpireTime, now);
      return {
        after,
        action: "oauth_client.rotate_secret",
        changes: [
          {
            field: "secret_hint",
            before: showHint(before.secrets[0]?.hint ?? ""),
            after: showHint(fresh.hint),
          },
          { field: "old_secret_expire_time", before: "", after: new Date(oldExpireTime).toISOString() },
        ],
      };
    },
  );
  return { oauthClient, secret };
}
