import { GRANT_TYPE_NAMES } from "../domain/oauth-requests.js";
import type { ProgramEndpoint } from "./program-call.js";

/** How clients authenticate at the token endpoint and at those like it. */
const CLIENT_AUTHENTICATION = ["client_secret_basic", "client_secret_post", "none"];

/**
 * Tells OAuth clients what the authorization server of an account can do (RFC 8414). It says the same of every id that
 * could be one, so that nobody learns which accounts there are.
 */
export const metadataEndpoint: ProgramEndpoint = {
  before: "/.well-known/oauth-authorization-server/",
  behind: "",
  method: "GET",
  isOpenToPages: true,
  maxAgeSeconds: 300,
  answer: ({ environment }, { accountId }) => describeIssuer(environment.issuerOf(accountId)),
};

function describeIssuer(issuer: string) {
  const oauth = `${issuer}/oauth`;
  return {
    issuer,
    authorization_endpoint: `${oauth}/authorizations/new`,
    token_endpoint: `${oauth}/tokens`,
    token_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    revocation_endpoint: `${oauth}/revoke`,
    revocation_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    introspection_endpoint: `${oauth}/introspect`,
    introspection_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "Bearer"],
    device_authorization_endpoint: `${oauth}/device_authorization`,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: Object.values(GRANT_TYPE_NAMES),
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    ui_locales_supported: ["en", "fr"],
  };
}
