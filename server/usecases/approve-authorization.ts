import { redirectWith, withRedirect } from "../domain/authorization-requests.js";
import type { RequestContext } from "../domain/callers.js";
import { SECOND } from "../domain/instants.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type { AuthorizationCode } from "../domain/oauth-grants.js";
import type { AuthorizationRequestInput } from "../domain/oauth-requests.js";
import { mayUseCredentials } from "../domain/users.js";
import { recordEvent } from "../store/audit-trail.js";
import { authorizationCodes } from "../store/tables.js";
import { checkRequestIn } from "./check-authorization-request.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";
import { writeAsCaller } from "./write-as-caller.js";

/** A person's answer to an authorization request. */
export interface ApproveAuthorizationInput {
  readonly request: AuthorizationRequestInput;
  readonly approved: boolean;
}

/**
 * Answers an authorization request as the calling user, and says where they go next: with a code (RFC 6749 section
 * 4.1.2) or with `access_denied`, and either way with `iss` (RFC 9207). Throws what checkAuthorization throws.
 */
export async function approveAuthorization(
  environment: Environment,
  context: RequestContext,
  { request, approved }: ApproveAuthorizationInput,
): Promise<{ readonly redirectTo: string }> {
  return writeAsCaller(environment, context, "ApproveAuthorization", async (transaction, caller) => {
    const { accountId, user } = caller;
    const { client, scopes, redirectUri } = await checkRequestIn(
      environment,
      transaction,
      accountId,
      request,
    );
    const issuer = environment.issuerOf(accountId);
    const refused = (message: string) =>
      withRedirect(oauthFailure("OAUTH_ACCESS_DENIED", message), request, redirectUri, issuer);
    if (!mayUseCredentials(user)) throw refused("This user is not verified: no token would work for them.");
    await recordEvent(transaction, context, {
      accountId,
      action: approved ? "oauth_grant.approve" : "oauth_grant.deny",
      resourceType: "oauth_grant",
      resourceId: "",
      resourceLabel: client.identifier,
      changes: [
        { field: "client_id", before: "", after: client.id },
        { field: "scopes", before: "", after: scopes.join(", ") },
        { field: "redirect_uri", before: "", after: redirectUri },
      ],
    });
    if (!approved) {
      const { metadata } = refused("The person said no.").details;
      return { redirectTo: metadata?.["redirect_to"] ?? "" };
    }
    const settings = await loadSettings(transaction, accountId);
    const secret = environment.newSecret("AUTHORIZATION_CODE");
    const code: AuthorizationCode = {
      digest: environment.digest(secret),
      accountId,
      clientId: client.id,
      clientAccountId: client.accountId,
      userId: user.id,
      scopes,
      redirectUri,
      redirectUriNamed: request.redirectUri !== "",
      ...(request.codeChallenge === "" ? {} : { codeChallenge: request.codeChallenge }),
      createTime: context.now,
      expireTime: context.now + settings.authorizationCodeLifetimeSeconds * SECOND,
    };
    await transaction.add(authorizationCodes, code);
    return { redirectTo: redirectWith(redirectUri, { code: secret, state: request.state, iss: issuer }) };
  });
}
