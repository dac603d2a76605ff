import { revokeToken } from "../usecases/revoke-token.js";
import { anonymously } from "./circumstances.js";
import { readClient } from "./client-authentication.js";
import { headerOf } from "./headers.js";
import { ACCOUNT, accountOf, oauthEndpoint } from "./oauth-endpoint.js";
import { readBodyParameters } from "./parameters.js";
import type { RouteGroup } from "./web.js";

/** The revocation endpoint (RFC 7009). The kind of a token is seen by its prefix, so a hint is not looked at. */
export const revocationRoutes: RouteGroup = (app, { environment }) => {
  app.all(
    `/${ACCOUNT}/oauth/revoke`,
    oauthEndpoint({ method: "POST", openToPages: true }, async (context) => {
      const parameters = await readBodyParameters(context);
      await revokeToken(environment, anonymously(context), {
        accountId: accountOf(context),
        client: readClient(headerOf(context, "authorization"), parameters),
        token: parameters.get("token"),
      });
      // The body means nothing (RFC 7009 section 2.2), but some clients take nothing that is not JSON.
      return context.json({});
    }),
  );
};
