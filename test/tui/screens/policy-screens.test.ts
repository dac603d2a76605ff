import {
  makeAccessPolicy,
  makeChecked,
  makeExplanation,
  makeReport,
  makeStatement,
  openPolicies,
} from "../../support/policy-things.js";
import { NOW, type Person } from "../../support/tui-person.js";
import { type KnownScreen, testScreens } from "../../support/tui-screen.js";

const LONG = "very long and then some ".repeat(20);
const NARROW = makeAccessPolicy("pol_1", { name: "tickets-only", dryRunVersion: 2 });
const OVERLONG = makeAccessPolicy("pol_2", {
  name: "x".repeat(64),
  description: LONG,
  statements: Array.from({ length: 30 }, () => makeStatement({ description: LONG, paths: [LONG] })),
});
const POLICIES = [NARROW, OVERLONG];
const many = Array.from({ length: 500 }, (_, at) => makeAccessPolicy(`pol_${at}`, { name: `policy-${at}` }));
const TEXT = `name: tickets-only\nstatements:\n${"  - effect: allow # a remark\n    paths: [/api/tickets]\n".repeat(40)}`;
const PROBLEM = { line: 3, column: 5, description: `Must be a list. ${LONG}` };

/** Opens the editor on a text. */
function write(ada: Person, text = TEXT): void {
  openPolicies(ada, POLICIES).press("e");
  ada.see({ type: "policy-text-read", policy: NARROW, text });
}

/** Every screen of access policies, by what a person does to come to it, and words on it in both languages. */
const SCREENS: KnownScreen[] = [
  ["policies", (ada) => openPolicies(ada, POLICIES), "tickets-only", "tickets-only"],
  ["no policies", (ada) => openPolicies(ada, []), "No access policies yet", "Aucune règle d’accès"],
  ["many policies", (ada) => openPolicies(ada, many).press("G"), "500 of 500", "500 sur 500"],
  ["details", (ada) => openPolicies(ada, POLICIES).press("enter", "enter"), "1. allows", "1. permet"],
  ["over-long details", (ada) => openPolicies(ada, POLICIES).press("G", "enter"), "very long", "very long"],
  [
    "a policy being written",
    (ada) => write(ada),
    "Access policy tickets-only (1:1)",
    "Règle d’accès tickets-only (1:1)",
  ],
  [
    "a text with something wrong",
    (ada) => {
      write(ada);
      ada.see(makeChecked(TEXT, { problems: [PROBLEM, PROBLEM, PROBLEM, PROBLEM], choices: undefined }));
    },
    "✕ 3:5  Must be a list.",
    "✕ 3:5  Must be a list.",
  ],
  [
    "a test that fails",
    (ada) => {
      write(ada);
      ada.see(makeChecked(TEXT, { tests: [{ name: "no reports", passed: false, description: LONG }] }));
    },
    "Test “no reports” fails.",
    "Le test « no reports » échoue.",
  ],
  [
    "the end of a long text",
    (ada) => {
      write(ada);
      ada.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "end");
    },
    "(82:26)",
    "(82:26)",
  ],
  [
    "leaving what is not saved",
    (ada) => {
      write(ada);
      ada.press("x", "escape");
    },
    "is not saved. Esc again",
    "n’est pas enregistré. Échap",
  ],
  [
    "what changes",
    (ada) => {
      write(ada);
      ada.press("ctrl-e", "s", "ctrl-s");
      ada.see(makeChecked(TEXT.replace("only", "onlys"), { review: true }));
    },
    "+ name: tickets-onlys",
    "+ name: tickets-onlys",
  ],
  [
    "a question before it is enforced",
    (ada) => openPolicies(ada, POLICIES).press("f"),
    "Enforce version 2?",
    "Appliquer la version 2",
  ],
  [
    "versions",
    (ada) => {
      openPolicies(ada, POLICIES).press("V");
      const versions = Array.from({ length: 40 }, (_, at) => ({
        version: 40 - at,
        statements: [],
        testCases: [],
        createTime: new Date(NOW),
        creatorEmail: "ada@example.com",
      }));
      const changes = versions.map(() => Array.from({ length: 60 }, (_, at) => `+ line ${at} ${LONG}`));
      ada.see({ type: "policy-versions-read", id: "pol_1", versions, changes });
    },
    "What it changed:",
    "Ce qu’elle a changé :",
  ],
  ["versions being read", (ada) => openPolicies(ada, POLICIES).press("V"), "Loading…", "Chargement…"],
  [
    "attached to nothing",
    (ada) => {
      openPolicies(ada, POLICIES).press("A");
      ada.see({ type: "policy-attachments-read", id: "pol_1", targets: [] });
    },
    "decides about nobody",
    "ne décide pour personne",
  ],
  [
    "attachments",
    (ada) => {
      openPolicies(ada, POLICIES).press("A");
      const targets = [{ role: "AGENT" as const }, { oauthClientId: LONG }, { apiTokenId: "tok_1" }];
      ada.see({ type: "policy-attachments-read", id: "pol_1", targets });
    },
    "every agent",
    "tout agent",
  ],
  [
    "what to attach to",
    (ada) => {
      openPolicies(ada, POLICIES).press("A", "n");
      ada.type("night");
    },
    "Nightly export",
    "Nightly export",
  ],
  [
    "the policies over a token",
    (ada) => {
      openPolicies(ada, POLICIES).goTo("api-tokens");
      ada.press("P");
      ada.see({ type: "policies-over-read", target: { apiTokenId: "tok_1" }, ids: ["pol_1"] });
    },
    "[x] tickets-only",
    "[x] tickets-only",
  ],
  [
    "a report",
    (ada) => {
      openPolicies(ada, POLICIES).press("t");
      ada.see({ type: "dry-run-report-read", id: "pol_1", report: makeReport() });
    },
    "37×  GET /api/reports",
    "37×  GET /api/reports",
  ],
  [
    "what a report does not tell apart",
    (ada) => {
      openPolicies(ada, POLICIES).press("t");
      ada.see({ type: "dry-run-report-read", id: "pol_1", report: makeReport() });
    },
    "and 5 of kinds beyond those kept",
    "et 5 d’autres sortes que celles gardées",
  ],
  [
    "a report of nothing",
    (ada) => {
      openPolicies(ada, POLICIES).press("t");
      ada.see({
        type: "dry-run-report-read",
        id: "pol_1",
        report: makeReport({ deniedCount: 0, otherCount: 0, denials: [] }),
      });
    },
    "would have denied nothing",
    "n’aurait rien refusé",
  ],
  [
    "a request to explain",
    (ada) => openPolicies(ada, POLICIES).press("W", "enter"),
    "Scopes asked",
    "Scopes demandés",
  ],
  [
    "an explanation",
    (ada) => {
      openPolicies(ada, POLICIES);
      const request = { credentialId: "tok_1", method: "GET", path: "/api/reports", time: new Date(NOW) };
      ada.see({ type: "access-explained", request, label: "Nightly export", explanation: makeExplanation() });
    },
    "No statement allows it. (tickets-only, version 1)",
    "No statement allows it. (tickets-only, version 1)",
  ],
  [
    "a proposal",
    (ada) => {
      openPolicies(ada, POLICIES);
      const diff = Array.from({ length: 80 }, (_, at) => `+ ALLOW GET /api/${at}/${LONG}`);
      const suggestion = {
        statements: [makeStatement()],
        testCases: [],
        diff,
        evidence: [],
        sinceTime: new Date(NOW),
        requestCount: 3,
        isIncomplete: true,
      };
      ada.see({
        type: "policy-suggested",
        credentialId: "tok_1",
        label: LONG,
        policyId: "pol_1",
        suggestion,
        diff,
      });
    },
    "From 3 requests observed",
    "D’après 3 requêtes observées",
  ],
  [
    "a proposal that names no fields",
    (ada) => {
      openPolicies(ada, POLICIES);
      const known = { requestCount: 3, requestFieldsKnownCount: 3, responseFieldsKnownCount: 1 };
      const suggestion = {
        statements: [makeStatement()],
        testCases: [],
        diff: ["+ a"],
        evidence: [known],
        sinceTime: new Date(NOW),
        requestCount: 3,
        isIncomplete: false,
      };
      const answer = {
        type: "policy-suggested",
        credentialId: "tok_1",
        label: "x",
        policyId: "pol_1",
      } as const;
      ada.see({ ...answer, suggestion, diff: suggestion.diff });
    },
    "1. lets any field be seen: names were not",
    "1. laisse voir tout champ : noms non",
  ],
];

testScreens(SCREENS);
