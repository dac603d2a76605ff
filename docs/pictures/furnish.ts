import { addAccessToken, addOAuthClient } from "../../test/support/fake-oauth.js";
import { addApiToken, addUser, type FakeState, stamp } from "../../test/support/fake-server.js";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A shop that has been at work for a while. */
export function furnish(state: FakeState): void {
  const now = Date.now();
  state.settings.apiTokenAccess = true;
  state.settings.resources = ["tickets", "articles"];
  addUser(state, { password: "correct horse" });
  addUser(state, { name: "Bob", email: "bob@example.com", role: "ROLE_AGENT" });
  const use = (ago: number, count: number, email = "ada@example.com") => ({
    time: stamp(now - ago),
    email,
    sourceIp: "10.1.2.3",
    count,
  });
  const tokens: Parameters<typeof addApiToken>[1][] = [
    { description: "nightly export", lastUse: use(2 * 60_000, 4120), scopes: ["tickets:read"] },
    { description: "build pipeline", lastUse: use(40_000, 91), expireTime: stamp(now + 5 * DAY) },
    {
      description: "status page",
      lastUse: use(3 * HOUR, 12_405, "status@example.com"),
      scopes: ["read", "authenticate"],
      ipAllowList: ["10.1.0.0/16"],
      expireTime: stamp(now + 88 * DAY),
    },
    { description: "mobile backend", lastUse: use(9 * DAY, 3), expireTime: stamp(now + 2 * DAY) },
    {
      description: "legacy import",
      state: "API_TOKEN_STATE_DEACTIVATED",
      deactivationCause: "DEACTIVATION_CAUSE_INACTIVITY",
      lastUse: use(61 * DAY, 800),
    },
    { description: "日本語のトークン", lastUse: use(26 * HOUR, 17) },
    { description: "load test", state: "API_TOKEN_STATE_EXPIRED", expireTime: stamp(now - 2 * DAY) },
    { description: "data warehouse", lastUse: use(5 * HOUR, 240) },
  ];
  const hints = ["mT4kQ9", "x8LzPe", "Rv2WcA", "b7NhJs", "Zq5YdU", "Kf3MtG", "w9CxEo", "Hp6SaB"];
  tokens.forEach((token, at) => {
    const createTime = stamp(now - (at + 1) * 11 * DAY);
    addApiToken(state, { ...token, secretHint: `lka_${hints[at]}…`, createTime, updateTime: createTime });
  });
  furnishOAuth(state, now);
  // A week with its days and nights, and one night on which somebody knocked.
  state.usage = Array.from({ length: 168 }, (_, at) => {
    const hour = new Date(now - (167 - at) * HOUR);
    const day = Math.max(0, Math.sin(((hour.getUTCHours() - 6) / 24) * 2 * Math.PI) + 0.4);
    return {
      startTime: stamp(hour.getTime()),
      apiTokenUses: Math.round(day * 900 + (at % 7) * 20),
      accessTokenUses: Math.round(day * 300 + (at % 5) * 9),
      refusals: at > 120 && at < 125 ? 40 + at : at % 31 === 0 ? 3 : 0,
    };
  });
  for (const [at, email] of ["root@example.com", "admin@example.com", "root@example.com"].entries()) {
    state.events.push({
      id: `evt_${at}`,
      createTime: stamp(now - 45 * HOUR - at * 60_000),
      action: "session.sign_in_refused",
      resourceType: "session",
      actor: { kind: "ACTOR_KIND_ANONYMOUS", email },
      sourceIp: "203.0.113.9",
    });
  }
}

/** Clients of every kind, one of them on its way to a new secret, and their tokens. */
function furnishOAuth(state: FakeState, now: number): void {
  state.settings.oauthAccess = true;
  const created = (days: number) => ({ createTime: stamp(now - days * DAY), updateTime: stamp(now - days * DAY) });
  const secret = (hint: string, days: number, useCount: number, minutes: number, sourceIp: string) => {
    const lastUseTime = stamp(now - minutes * 60_000);
    const sources = [{ sourceIp, lastUseTime, useCount }];
    return { hint, createTime: stamp(now - days * DAY), lastUseTime, lastUseSourceIp: sourceIp, useCount, sources };
  };
  const [app, , report, tv] = [
    {
      name: "Mobile app",
      identifier: "mobile-app",
      kind: "CLIENT_KIND_PUBLIC" as const,
      company: "Example Shop",
      redirectUris: ["com.example.shop:/signed-in"],
      secrets: [],
      lastUseTime: stamp(now - 40_000),
      ...created(200),
    },
    {
      name: "Legacy import",
      identifier: "legacy-import",
      enabled: false,
      secrets: [secret("lkc_Wd3FqK…", 400, 12, 90_000, "10.1.2.4")],
      lastUseTime: stamp(now - 90_000 * 60_000),
      ...created(400),
    },
    {
      name: "Nightly report",
      identifier: "nightly-report",
      company: "Example Shop",
      allowedGrantTypes: ["GRANT_TYPE_CLIENT_CREDENTIALS" as const],
      allowedScopes: ["tickets:read"],
      secrets: [
        secret("lkc_p7RtMx…", 2, 14, 300, "10.1.2.8"),
        { ...secret("lkc_Vb9SeL…", 90, 4120, 55, "10.1.2.9"), expireTime: stamp(now + 5 * DAY) },
      ],
      lastUseTime: stamp(now - 55 * 60_000),
      ...created(90),
    },
    {
      name: "TV app",
      identifier: "tv-app",
      kind: "CLIENT_KIND_PUBLIC" as const,
      allowedGrantTypes: ["GRANT_TYPE_DEVICE_CODE" as const],
      secrets: [],
      lastUseTime: stamp(now - 6 * HOUR),
      ...created(30),
    },
  ].map((changes) => addOAuthClient(state, changes));
  const [ada, bob] = state.users.values();
  const minutes = (ago: number, life: number) => ({
    createTime: stamp(now - ago * 60_000),
    expireTime: stamp(now + (life - ago) * 60_000),
    lastUse: { time: stamp(now - ago * 20_000), sourceIp: "198.51.100.7", count: 3 * ago + 1 },
  });
  const tokens: [typeof app, Parameters<typeof addAccessToken>[2]][] = [
    [app, { secretHint: "lko_t4Hw8Z…", ...userOf(ada), scopes: ["tickets:read"], ...minutes(4, 30) }],
    [app, { secretHint: "lko_Qm2XcV…", ...userOf(bob), scopes: ["tickets:read"], ...minutes(21, 30) }],
    [tv, { secretHint: "lko_8sKfYp…", ...userOf(bob), scopes: ["articles:read"], ...minutes(290, 480) }],
    [report, { secretHint: "lko_Jd5NgB…", ...NOBODY, scopes: ["tickets:read"], ...minutes(55, 60) }],
    [app, { secretHint: "lko_Lr6UaT…", ...userOf(ada), scopes: ["tickets:write"], ...minutes(29, 30) }],
  ];
  for (const [client, changes] of tokens) if (client !== undefined) addAccessToken(state, client, changes);
}

const NOBODY = { userId: "", userEmail: "", grantId: "", origin: "ACCESS_TOKEN_ORIGIN_CLIENT_CREDENTIALS" } as const;

function userOf(user: { id?: string; email?: string } | undefined) {
  return { userId: user?.id ?? "", userEmail: user?.email ?? "" };
}

