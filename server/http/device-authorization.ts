import { startDeviceAuthorization } from "../usecases/start-device-authorization.js";
import { anonymously } from "./circumstances.js";
import { readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import { ACCOUNT, accountOf, oauthEndpoint } from "./oauth-endpoint.js";
import { readBodyParameters } from "./parameters.js";
import type { RouteGroup } from "./web.js";

/** The device authorization endpoint (RFC 8628 section 3.1). */
export const deviceAuthorizationRoutes: RouteGroup = (app, { environment }) => {
  app.all(
    `/${ACCOUNT}/oauth/device_authorization`,
    oauthEndpoint({ method: "POST", openToPages: true }, async (context) => {
      const parameters = await readBodyParameters(context);
      const started = await startDeviceAuthorization(environment, anonymously(context), {
        accountId: accountOf(context),
        client: readClient(headerOf(context, "authorization"), parameters),
        scope: parameters.get("scope"),
      });
      return context.json({
        device_code: started.deviceCode,
        user_code: started.userCode,
        verification_uri: started.verificationUri,
        verification_uri_complete: started.verificationUriComplete,
        expires_in: started.lifetimeSeconds,
        interval: started.intervalSeconds,
      });
    }),
  );
};
