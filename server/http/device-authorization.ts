import { startDeviceAuthorization } from "../usecases/start-device-authorization.js";
import { readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import type { ProgramEndpoint } from "./program-call.js";

/** The device authorization endpoint (RFC 8628 section 3.1). */
export const deviceAuthorizationEndpoint: ProgramEndpoint = {
  before: "/",
  behind: "/oauth/device_authorization",
  method: "POST",
  isOpenToPages: true,
  async answer({ environment }, call, parameters) {
    const started = await startDeviceAuthorization(environment, call.anonymously(), {
      accountId: call.accountId,
      client: readClient(headerOf(call.incoming, "authorization"), parameters),
      scope: parameters.get("scope"),
    });
    return {
      device_code: started.deviceCode,
      user_code: started.userCode,
      verification_uri: started.verificationUri,
      verification_uri_complete: started.verificationUriComplete,
      expires_in: started.lifetimeSeconds,
      interval: started.intervalSeconds,
    };
  },
};
