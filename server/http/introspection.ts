import { SECOND } from "../domain/instants.js";
import { whenThere } from "../domain/maybe-promises.js";
import { authenticateCaller } from "../usecases/authenticate-caller.js";
import { type ActiveToken, type Introspection, introspectToken } from "../usecases/introspect-token.js";
import { type BasicCredentials, readBasic, readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import type { ProgramEndpoint } from "./program-call.js";

/** The introspection endpoint (RFC 7662), for services with a credential of Latchkey and for clients with a secret. */
export const introspectionEndpoint: ProgramEndpoint = {
  before: "/",
  behind: "/oauth/introspect",
  method: "POST",
  isOpenToPages: false,
  answer({ environment }, call, parameters) {
    const authorization = headerOf(call.incoming, "authorization");
    const basic = readBasic(authorization);
    const { accountId, circumstances } = call;
    const token = parameters.get("token");
    if (authorization === undefined || !isCredential(authorization, basic)) {
      const client = readClient(authorization, parameters, basic);
      const input = { accountId, client, token };
      return whenThere(introspectToken(environment, call.anonymously(), input), describe);
    }
    return whenThere(authenticateCaller(environment, { ...circumstances, authorization }), (caller) => {
      const input = { accountId, client: undefined, token };
      return whenThere(introspectToken(environment, { ...circumstances, caller }, input), describe);
    });
  },
};

/** A Basic name that ends so is an e-mail with an API token; no client's identifier holds a slash. */
const API_TOKEN_SUFFIX = "/token";

function isCredential(authorization: string, basic: BasicCredentials | undefined): boolean {
  return basic === undefined ? /^bearer /i.test(authorization) : basic.name.endsWith(API_TOKEN_SUFFIX);
}

/** RFC 7662 section 2.2. Its token_type is that of RFC 6749 section 5.1, which a refresh token has none of. */
function describe(token: Introspection): string {
  if (!token.active) return INACTIVE;
  const known = texts.get(token);
  if (known !== undefined) return known;
  const text = JSON.stringify({
    active: true,
    scope: token.scopes.join(" "),
    client_id: token.clientId,
    // What is undefined is not told.
    username: token.username === "" ? undefined : token.username,
    token_type: token.tokenType === "access_token" ? "Bearer" : undefined,
    exp: Math.floor(token.expireTime / SECOND),
    iat: Math.floor(token.issueTime / SECOND),
    sub: token.subject,
    iss: token.issuer,
    jti: token.id,
  });
  texts.set(token, text);
  return text;
}

const INACTIVE = JSON.stringify({ active: false });

/** What was answered of tokens that are asked about again and again. */
const texts = new WeakMap<ActiveToken, string>();
