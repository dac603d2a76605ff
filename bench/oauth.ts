/**
 * What OAuth costs over HTTP with 64 connections: access tokens by client credentials, durable before the reply, and
 * introspection. Against oidc-provider and @node-oauth/oauth2-server, both in memory, which forget everything when they
 * end, against bare node:http that answers the same bytes and knows nothing, and for issuance against bare LevelDB that
 * makes the same bytes durable in groups. Run it with
 * `npx tsx bench/oauth.ts` after `npm run build`; it prints one line of JSON for each. `--profile DIRECTORY` writes a CPU
 * profile of the server there.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { newSettings } from "../server/domain/settings.js";
import { createOAuthClient } from "../server/usecases/create-oauth-client.js";
import { exchangeToken } from "../server/usecases/exchange-token.js";
import { updateSettings } from "../server/usecases/update-settings.js";
import { type Seeding, seed } from "./data-directory.js";
import { HttpConnection, postForm } from "./http-connection.js";
import { applyLoad, compare, forMilliseconds, type LoadFigures } from "./load.js";
import { describeMachine } from "./machine.js";
import { makeDurable, openRawLevel } from "./raw-level.js";
import { median, medianRatio, playRounds, round } from "./rounds.js";
import { type ServerProcess, startLatchkey, startOAuth } from "./server-process.js";
import { makeTemporaryDirectory } from "./temporary-directory.js";

const ROUNDS = 7;
const CONNECTIONS = 64;
const ROUND_MILLISECONDS = 1_500;

/** How many commits bare LevelDB makes in a round: about as long as the others take. */
const RAW_COMMITS = 20_000;

/** How many tokens are asked about, drawn at random: oidc-provider's memory adapter holds no more than 1,000 things. */
const TOKENS = 500;

const CLIENT_ID = "bench";
const SCOPE = "read";

/** A contender: where its endpoints are, and how to stop it. */
interface Contender {
  readonly server: ServerProcess;
  readonly address: string;
  readonly tokenPath: string;
  readonly introspectionPath: string;
}

/** An account with one confidential client, and what issuing a token writes. */
async function fill({ environment, addAccount, writesOf }: Seeding) {
  const { accountId, admin } = await addAccount("acme");
  await updateSettings(environment, admin, {
    values: { ...newSettings(accountId, admin.now), oauthAccess: true },
    etag: "",
    updateMask: ["oauth_access"],
  });
  const { secret } = await createOAuthClient(environment, admin, {
    identifier: CLIENT_ID,
    name: "Bench",
    description: "",
    company: "",
    logoUrl: "",
    kind: "CONFIDENTIAL",
    redirectUris: [],
    allowedScopes: [],
    allowedGrantTypes: ["CLIENT_CREDENTIALS"],
    requestId: "",
  });
  const anonymous = { ...admin, caller: { kind: "ANONYMOUS" } } as const;
  const writes = await writesOf(() =>
    exchangeToken(environment, anonymous, {
      accountId,
      client: { clientId: CLIENT_ID, clientSecret: secret },
      grantType: "CLIENT_CREDENTIALS",
      code: "",
      redirectUri: "",
      codeVerifier: "",
      refreshToken: "",
      deviceCode: "",
      scope: SCOPE,
      lifetimeSeconds: undefined,
      refreshLifetimeSeconds: undefined,
    }),
  );
  return { secret, writes: writes.map(({ key, value = "" }) => ({ key, value })) };
}

/** Asks a contender for one of these over and over; over new connections each round, for a server hangs up on idle ones. */
function asking({ address, server }: Contender, requests: readonly Buffer[]) {
  return async (): Promise<LoadFigures> => {
    const connections = Array.from({ length: CONNECTIONS }, () => new HttpConnection(address));
    const pick = () => requests[Math.floor(Math.random() * requests.length)] as Buffer;
    const next = forMilliseconds(ROUND_MILLISECONDS, pick);
    const figures = await applyLoad({ connections, inFlight: CONNECTIONS, serverPid: server.pid, next });
    for (const connection of connections) connection.close();
    return figures;
  };
}

/** Requests for introspection, each about another token, which are issued for it. */
async function introspections(
  { address, introspectionPath }: Contender,
  authorization: string,
  issue: Buffer,
): Promise<Buffer[]> {
  const connection = new HttpConnection(address);
  const requests: Buffer[] = [];
  for (let made = 0; made < TOKENS; made++) {
    const { access_token: token } = JSON.parse((await connection.call(issue)).toString()) as {
      access_token: string;
    };
    requests.push(postForm(introspectionPath, authorization, { token }));
  }
  const answer = (await connection.call(requests[0] as Buffer)).toString();
  if (!answer.includes('"active":true'))
    throw new Error(`A token that was just issued is not active: ${answer}`);
  connection.close();
  return requests;
}

/** What a token request and an introspection are answered with. */
async function answersOf({
  httpAddress,
}: Awaited<ReturnType<typeof startLatchkey>>): Promise<[string, string]> {
  const connection = new HttpConnection(httpAddress.replace("http://", ""));
  const form = { grant_type: "client_credentials", scope: SCOPE };
  const issued = (await connection.call(postForm("/acme/oauth/tokens", authorization, form))).toString();
  const { access_token: token } = JSON.parse(issued) as { access_token: string };
  const answer = await connection.call(postForm("/acme/oauth/introspect", authorization, { token }));
  connection.close();
  return [issued, answer.toString()];
}

const { values } = parseArgs({ options: { profile: { type: "string" } } });
const directory = makeTemporaryDirectory();
const { secret, writes } = await seed(join(directory, "data"), fill);
const latchkey = await startLatchkey(join(directory, "data"), values.profile);
const provider = await startOAuth("oidc-provider-server.ts", CLIENT_ID, secret);
const oauth2 = await startOAuth("oauth2-server.ts", CLIENT_ID, secret);
const raw = await openRawLevel(join(directory, "raw"));
const authorization = `Basic ${Buffer.from(`${CLIENT_ID}:${secret}`).toString("base64")}`;
const bare = await startOAuth("bare-http-server.ts", ...(await answersOf(latchkey)));

const contenders = {
  ours: {
    server: latchkey,
    address: latchkey.httpAddress.replace("http://", ""),
    tokenPath: "/acme/oauth/tokens",
    introspectionPath: "/acme/oauth/introspect",
  },
  oidcProvider: {
    server: provider,
    address: provider.address,
    tokenPath: "/token",
    introspectionPath: "/token/introspection",
  },
  oauth2Server: {
    server: oauth2,
    address: oauth2.address,
    tokenPath: "/token",
    introspectionPath: "/introspect",
  },
  bareHttp: { server: bare, address: bare.address, tokenPath: "/token", introspectionPath: "/introspect" },
} as const satisfies Record<string, Contender>;

const issueBy = ({ tokenPath }: Contender) =>
  postForm(tokenPath, authorization, { grant_type: "client_credentials", scope: SCOPE });

const issued = await playRounds(ROUNDS, {
  ours: asking(contenders.ours, [issueBy(contenders.ours)]),
  oidcProvider: asking(contenders.oidcProvider, [issueBy(contenders.oidcProvider)]),
  oauth2Server: asking(contenders.oauth2Server, [issueBy(contenders.oauth2Server)]),
  bareHttp: asking(contenders.bareHttp, [issueBy(contenders.bareHttp)]),
  level: (turn) => makeDurable(raw, { writes, turn, inFlight: CONNECTIONS, total: RAW_COMMITS }),
});
await raw.close();

const ask = async (contender: Contender) =>
  asking(contender, await introspections(contender, authorization, issueBy(contender)));
const introspected = await playRounds(ROUNDS, {
  ours: await ask(contenders.ours),
  oidcProvider: await ask(contenders.oidcProvider),
  oauth2Server: await ask(contenders.oauth2Server),
  bareHttp: await ask(contenders.bareHttp),
});
await Promise.all([latchkey.stop(), provider.stop(), oauth2.stop(), bare.stop()]);

const common = { connections: CONNECTIONS, machine: describeMachine(), rounds: ROUNDS };
const perSecond = issued.ours.map(({ callsPerSecond }) => callsPerSecond);
process.stdout.write(
  `${JSON.stringify({
    benchmark: "client-credentials",
    toLevel: medianRatio(perSecond, issued.level),
    levelCommitsPerSecond: round(median(issued.level)),
    toOidcProvider: compare(issued.ours, issued.oidcProvider),
    toOAuth2Server: compare(issued.ours, issued.oauth2Server),
    toBareHttp: compare(issued.ours, issued.bareHttp),
    keysPerToken: writes.length,
    bytesPerToken: writes.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value), 0),
    ...common,
  })}\n`,
);
process.stdout.write(
  `${JSON.stringify({
    benchmark: "introspection",
    toOidcProvider: compare(introspected.ours, introspected.oidcProvider),
    toOAuth2Server: compare(introspected.ours, introspected.oauth2Server),
    toBareHttp: compare(introspected.ours, introspected.bareHttp),
    bareHttpToOidcProvider: compare(introspected.bareHttp, introspected.oidcProvider),
    tokens: TOKENS,
    ...common,
  })}\n`,
);
