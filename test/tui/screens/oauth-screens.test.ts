import { describe, expect, test } from "vitest";
import type { CallFailure } from "../../../tui/client/failure.js";
import { Screen } from "../../../tui/screens/screen.js";
import {
  makeAccessToken,
  makeClientSecret,
  makeDevice,
  makeOAuthClient,
  makeRotatedClient,
  openAccessTokens,
  openClients,
} from "../../support/oauth-things.js";
import { NOW, Person } from "../../support/tui-person.js";
import { type KnownScreen, renderScreen, SIZES, testScreens } from "../../support/tui-screen.js";

const LONG = "very long and then some ".repeat(20);
const MOBILE = makeOAuthClient("ocl_1", {
  name: "Mobile app",
  identifier: "mobile",
  kind: "PUBLIC",
  secrets: [],
});
const NIGHTLY = makeRotatedClient("ocl_2", { name: "Nightly export", identifier: "nightly-export" });
const OVERLONG = makeOAuthClient("ocl_3", {
  name: LONG,
  description: LONG,
  company: LONG,
  identifier: "x".repeat(64),
  enabled: false,
  global: true,
  redirectUris: Array.from({ length: 20 }, (_, at) => `https://${"a".repeat(200)}.example.com/${at}`),
  allowedScopes: Array.from({ length: 40 }, (_, at) => `resource-${at}:write`),
  secrets: [
    makeClientSecret(),
    makeClientSecret({
      expireTime: new Date(NOW + 1000),
      sources: Array.from({ length: 10 }, () => ({
        sourceIp: "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
        lastUseTime: new Date(NOW - 1000),
        useCount: 123_456_789,
      })),
    }),
  ],
});
const CLIENTS = [MOBILE, NIGHTLY, OVERLONG];
const TOKENS = [
  makeAccessToken("atk_1"),
  makeAccessToken("atk_2", { state: "EXPIRED", expireTime: new Date(NOW - 1000) }),
  makeAccessToken("atk_3", {
    state: "STOPPED",
    clientName: LONG,
    userEmail: `${"e".repeat(200)}@example.com`,
  }),
  makeAccessToken("atk_4", { userId: "", userEmail: "", lastUse: undefined, refreshExpireTime: undefined }),
];
const IMPACT = { accessTokens: 12, grants: 3, users: 2, recentlyUsedAccessTokens: 1, recentUsers: 1 };
const many = Array.from({ length: 500 }, (_, at) => makeOAuthClient(`ocl_${at}`));
const manyTokens = Array.from({ length: 500 }, (_, at) => makeAccessToken(`atk_${at}`));

const fail = (ada: Person, list: "oauth-clients" | "access-tokens", failure: Partial<CallFailure>) => {
  const { reading } = list === "oauth-clients" ? ada.model.oauthClients : ada.model.accessTokens;
  const facts = { fieldViolations: [], metadata: {}, ...failure } as unknown as CallFailure;
  const effect = { type: "read-page", list, reading, pageToken: undefined, filter: "" } as const;
  ada.see({ type: "call-failed", effect, failure: facts });
};

/** Every screen of OAuth, by what a person does to come to it, and words to be found on it in both languages. */
const SCREENS: KnownScreen[] = [
  ["clients", (ada) => openClients(ada, CLIENTS), "Nightly export", "Nightly export"],
  ["no clients", (ada) => openClients(ada, []), "No OAuth clients yet", "Aucun client OAuth"],
  ["many clients", (ada) => openClients(ada, many).press("G"), "> ● ocl_499", "> ● ocl_499"],
  [
    "clients being read",
    (ada) => ada.enter([], { oauthAccess: true }).goTo("oauth-clients"),
    "Loading…",
    "Chargement…",
  ],
  [
    "clients that cannot be read",
    (ada) => {
      ada.enter([], { oauthAccess: true }).goTo("oauth-clients");
      fail(ada, "oauth-clients", { code: "INTERNAL", reason: "INTERNAL" });
    },
    "A fault of the server",
    "Une faute du serveur",
  ],
  [
    "clients that may not be seen",
    (ada) => {
      ada.enter([], { oauthAccess: true }).goTo("oauth-clients");
      fail(ada, "oauth-clients", { code: "PERMISSION_DENIED", reason: "ROLE_INSUFFICIENT" });
    },
    "You may not see this",
    "ne permet pas de voir",
  ],
  ["clients while access is off", (ada) => openClients(ada, CLIENTS, false), "o turns it on", "o l’active"],
  ["a client’s details", (ada) => openClients(ada, CLIENTS).press("j", "enter"), "Back to", "Retour à"],
  [
    "over-long details",
    (ada) => openClients(ada, CLIENTS).press("G", "enter"),
    "very long and then some",
    "very long and then some",
  ],
  ["a new client", (ada) => openClients(ada, []).press("n"), "[x] code", "[x] code"],
  [
    "a client being edited",
    (ada) => openClients(ada, CLIENTS).press("e"),
    "Edit OAuth client",
    "Modifier le client",
  ],
  [
    "a client refused",
    (ada) => {
      openClients(ada, []).press("n");
      ada.type("Shop");
      const [effect] = ada.press("ctrl-s");
      if (effect?.type !== "create-oauth-client") throw new Error("nothing was sent");
      const fieldViolations = [{ field: "oauth_client.redirect_uris[0]", description: "Must be https." }];
      ada.fail(effect, "INVALID_ARGUMENT", "FIELD_INVALID", { fieldViolations });
    },
    "Must be https.",
    "Must be https.",
  ],
  ["a client’s secrets", (ada) => openClients(ada, CLIENTS).press("j", "p"), "10.0.0.7", "10.0.0.7"],
  [
    "secrets of many addresses",
    (ada) => openClients(ada, CLIENTS).press("G", "p"),
    "2001:0db8:85a3",
    "2001:0db8:85a3",
  ],
  ["a rotation", (ada) => openClients(ada, CLIENTS).press("j", "p", "n"), "7d", "7j"],
  [
    "the end of an old secret",
    (ada) => {
      openClients(ada, CLIENTS).press("j", "p", "x");
      ada.see({ type: "old-secret-weighed", oauthClient: NIGHTLY });
    },
    "type nightly-export",
    "tapez nightly-export",
  ],
  [
    "the end of a client",
    (ada) => {
      openClients(ada, CLIENTS).press("x");
      ada.see({ type: "oauth-client-end-weighed", id: "ocl_1", by: "delete", impact: IMPACT });
    },
    "12 access tokens and 3 consents",
    "12 tokens d’accès et 3 consentements",
  ],
  [
    "a client’s secret",
    (ada) => {
      openClients(ada, CLIENTS);
      ada.see({ type: "oauth-client-created", oauthClient: NIGHTLY, secret: "lkc_".padEnd(40, "x") });
    },
    "lkc_".padEnd(40, "x"),
    "lkc_".padEnd(40, "x"),
  ],
  ["access tokens", (ada) => openAccessTokens(ada, TOKENS), "bob@example.com", "bob@example.com"],
  ["no access tokens", (ada) => openAccessTokens(ada, []), "No access tokens", "Aucun token d’accès"],
  ["many access tokens", (ada) => openAccessTokens(ada, manyTokens).press("G"), "500 of 500", "500 sur 500"],
  [
    "access tokens that cannot be read",
    (ada) => {
      ada.enter([], { oauthAccess: true }).goTo("access-tokens");
      fail(ada, "access-tokens", { code: "DEADLINE_EXCEEDED" });
    },
    "did not answer in time",
    "n’a pas répondu à temps",
  ],
  [
    "access tokens while access is off",
    (ada) => openAccessTokens(ada, TOKENS, false),
    "o turns it on",
    "o l’active",
  ],
  [
    "an access token’s details",
    (ada) => openAccessTokens(ada, TOKENS).press("enter", "enter"),
    "authorization code",
    "code d’autorisation",
  ],
  ["a new access token", (ada) => openAccessTokens(ada, TOKENS).press("n"), "Lives for", "Durée de vie"],
  [
    "an access token’s secrets",
    (ada) => {
      openAccessTokens(ada, TOKENS);
      const [secret, refreshToken] = ["lko_".padEnd(40, "x"), "lkr_".padEnd(40, "y")];
      ada.see({ type: "access-token-created", accessToken: makeAccessToken("atk_1"), secret, refreshToken });
    },
    "lkr_".padEnd(40, "y"),
    "lkr_".padEnd(40, "y"),
  ],
  [
    "whose tokens",
    (ada) => openAccessTokens(ada, TOKENS).press("X"),
    "all of this client",
    "tous ceux de ce client",
  ],
  [
    "a value",
    (ada) => {
      openAccessTokens(ada, TOKENS).press("f");
      ada.type("lko_1");
    },
    "•••••",
    "•••••",
  ],
  [
    "whose a value is",
    (ada) => {
      openAccessTokens(ada, TOKENS).press("f", "x", "enter");
      const accessToken = makeAccessToken("atk_1", {
        scopes: Array.from({ length: 40 }, () => "tickets:read"),
      });
      ada.see({ type: "token-found", found: { kind: "ACCESS_TOKEN", active: true, accessToken } });
    },
    "It works now.",
    "Il sert en ce moment.",
  ],
  ["a code", (ada) => openAccessTokens(ada, TOKENS).press("D"), "WDJB-MJHT", "WDJB-MJHT"],
  [
    "a device",
    (ada) => {
      openAccessTokens(ada, TOKENS).press("D", "x", "enter");
      ada.see({ type: "device-found", userCode: "wdjbmjht", device: makeDevice() });
    },
    "wants to act for ada@example.com",
    "demande à agir pour ada@example.com",
  ],
];

testScreens(SCREENS);

describe.each(SIZES)("at $columns x $rows", (size) => {
  describe.each(["en", "fr"] as const)("in %s", (language) => {
    test("every tab has its number, and the one the person is on its name", () => {
      const ada = openAccessTokens(new Person({ language }, size), TOKENS);
      const tabs = renderScreen(Screen, ada.model)[1] ?? "";
      for (let number = 1; number <= 7; number += 1) expect(tabs).toContain(String(number));
      expect(tabs).toMatch(language === "en" ? /5 Access/ : /5 Tokens d’accès|5 Accès/);
    });
  });
});

test("the list keeps its last row above the footer while OAuth access is off", () => {
  const ada = openClients(new Person(), many, false);
  ada.press("G");
  const lines = renderScreen(Screen, ada.model);
  expect(lines.join("\n")).toContain("> ● ocl_499");
  expect(lines[3]).toContain("OAuth access is off");
});
