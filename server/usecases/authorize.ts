import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import type { AuthorizationRequestInput, CheckedAuthorization } from "../domain/oauth-requests.js";
import { checkAuthorizationRequest } from "./check-authorization-request.js";
import type { Environment } from "./environment.js";

/** Checks an authorization request for the calling user, who is asked to consent to it (RFC 6749 section 4.1.1). */
export async function authorize(
  environment: Environment,
  context: RequestContext,
  request: AuthorizationRequestInput,
): Promise<CheckedAuthorization> {
  const { accountId } = authorizeInAccount(context.caller, "Authorize");
  return checkAuthorizationRequest(environment, { accountId }, request);
}
