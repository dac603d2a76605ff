import type { RequestContext } from "../domain/callers.js";
import { SECOND } from "../domain/instants.js";
import type { ClientAuthenticationInput } from "../domain/oauth-requests.js";
import { authenticateCaller } from "../usecases/authenticate-caller.js";
import { type Introspection, introspectToken } from "../usecases/introspect-token.js";
import { readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import { type Parameters, readBodyParameters } from "./parameters.js";
import type { ProgramCall, ProgramEndpoint } from "./program-call.js";
import type { Web } from "./web.js";

/** The introspection endpoint (RFC 7662), for services with a credential of Latchkey and for clients with a secret. */
export const introspectionEndpoint: ProgramEndpoint = {
  before: "/",
  behind: "/oauth/introspect",
  method: "POST",
  isOpenToPages: false,
  async answer(web, call) {
    const parameters = await readBodyParameters(call.incoming);
    const { asker, client } = await readAsker(web, call, parameters);
    const token = parameters.get("token");
    const input = { accountId: call.accountId, client, token };
    return describe(await introspectToken(web.environment, asker, input));
  },
};

interface Asking {
  readonly asker: RequestContext;
  readonly client: ClientAuthenticationInput | undefined;
}

/** A Basic name that ends so is an e-mail with an API token; no client's identifier holds a slash. */
const API_TOKEN_SUFFIX = "/token";

async function readAsker({ environment }: Web, call: ProgramCall, parameters: Parameters): Promise<Asking> {
  const authorization = headerOf(call.incoming, "authorization");
  if (authorization === undefined || !isCredential(authorization)) {
    return { asker: call.anonymously(), client: readClient(authorization, parameters) };
  }
  const { circumstances } = call;
  const caller = await authenticateCaller(environment, { ...circumstances, authorization });
  return { asker: { ...circumstances, caller }, client: undefined };
}

function isCredential(authorization: string): boolean {
  if (/^bearer /i.test(authorization)) return true;
  const encoded = /^basic +(\S+)$/i.exec(authorization)?.[1] ?? "";
  const [name = ""] = Buffer.from(encoded, "base64").toString("latin1").split(":");
  return name.endsWith(API_TOKEN_SUFFIX);
}

/** RFC 7662 section 2.2. Its token_type is that of RFC 6749 section 5.1, which a refresh token has none of. */
function describe(token: Introspection) {
  if (!token.active) return { active: false };
  return {
    active: true,
    scope: token.scopes.join(" "),
    client_id: token.clientId,
    ...(token.username === "" ? {} : { username: token.username }),
    ...(token.tokenType === "access_token" ? { token_type: "Bearer" } : {}),
    exp: Math.floor(token.expireTime / SECOND),
    iat: Math.floor(token.issueTime / SECOND),
    sub: token.subject,
    iss: token.issuer,
    jti: token.id,
  };
}
