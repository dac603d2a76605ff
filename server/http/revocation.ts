import { revokeToken } from "../usecases/revoke-token.js";
import { readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import type { ProgramEndpoint } from "./program-call.js";

/** The revocation endpoint (RFC 7009). The kind of a token is seen by its prefix, so a hint is not looked at. */
export const revocationEndpoint: ProgramEndpoint = {
  before: "/",
  behind: "/oauth/revoke",
  method: "POST",
  isOpenToPages: true,
  async answer({ environment }, call, parameters) {
    await revokeToken(environment, call.anonymously(), {
      accountId: call.accountId,
      client: readClient(headerOf(call.incoming, "authorization"), parameters),
      token: parameters.get("token"),
    });
    // The body means nothing (RFC 7009 section 2.2), but some clients take nothing that is not JSON.
    return {};
  },
};
