// An application that a person lets act for them: prints the address to open, waits for the answer, and gets tokens.
import { once } from "node:events";
import { createServer } from "node:http";
import * as oauth from "openid-client";

const { LATCHKEY_ISSUER = "http://127.0.0.1:50552/acme", CLIENT_ID, CLIENT_SECRET, SCOPE } = process.env;
const options = { algorithm: "oauth2", execute: [oauth.allowInsecureRequests] }; // Without TLS on loopback only.
const config = await oauth.discovery(new URL(LATCHKEY_ISSUER), CLIENT_ID, CLIENT_SECRET, undefined, options);

// Registered as http://127.0.0.1/callback: of a loopback address, the port is free to choose.
const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const redirect_uri = `http://127.0.0.1:${server.address().port}/callback`;
const [pkceCodeVerifier, expectedState] = [oauth.randomPKCECodeVerifier(), oauth.randomState()];
const challenge = await oauth.calculatePKCECodeChallenge(pkceCodeVerifier);
const pkce = { code_challenge: challenge, code_challenge_method: "S256" };
const question = { redirect_uri, scope: SCOPE ?? "read", state: expectedState, ...pkce };
process.stdout.write(`Open ${oauth.buildAuthorizationUrl(config, question)}\n`);

const [request, response] = await once(server, "request");
response.setHeader("connection", "close").end("Done: you can close this page.\n");
server.close();
const answer = new URL(request.url, redirect_uri);
const tokens = await oauth.authorizationCodeGrant(config, answer, { pkceCodeVerifier, expectedState });
process.stdout.write(`May ${tokens.scope} for ${tokens.expiresIn()} s.\n`);

const fresh = await oauth.refreshTokenGrant(config, tokens.refresh_token);
process.stdout.write(`Refreshed: good for another ${fresh.expiresIn()} s.\n`);
await oauth.tokenRevocation(config, fresh.refresh_token); // Both tokens end here.
