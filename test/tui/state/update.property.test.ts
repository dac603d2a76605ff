import fc from "fast-check";
import { expect, test } from "vitest";
import { CallFailure } from "../../../tui/client/failure.js";
import { measure } from "../../../tui/components/fit.js";
import { KEYMAP } from "../../../tui/keymap.js";
import { findTarget } from "../../../tui/screens/pointing.js";
import { Screen } from "../../../tui/screens/screen.js";
import { SpokenScreen } from "../../../tui/screens/spoken.js";
import type { Effect } from "../../../tui/state/effect.js";
import { isPolicyEffect } from "../../../tui/state/effect-policies.js";
import type { Event } from "../../../tui/state/event.js";
import type { PolicyEffect } from "../../../tui/state/policy-effect.js";
import {
  makeAccessPolicy,
  makeChecked,
  makeExplanation,
  makeReport,
  makeStatement,
} from "../../support/policy-things.js";
import {
  makeApiToken,
  makeAuditEvent,
  makeOwner,
  makeSettings,
  makeUser,
  Person,
} from "../../support/tui-person.js";
import { renderScreen } from "../../support/tui-screen.js";

const SECRET = "lka_S3CRETS3CRETS3CRETS3CRETS3CRETS3CRET";
const PASSWORD = "hunter2 hunter2";

const KEYS = [...new Set(KEYMAP.flatMap(({ keys }) => keys))].filter((key) => key !== "ctrl-c");

function answerToPage({ list, reading, pageToken }: Extract<Effect, { type: "read-page" }>): Event {
  const rest = { reading, first: pageToken === undefined };
  switch (list) {
    case "users": {
      const items = [makeUser("usr_1"), makeUser("usr_2")];
      return { type: "page-read", list, ...rest, page: { items, nextPageToken: undefined, totalSize: 2 } };
    }
    case "access-policies": {
      const items = [makeAccessPolicy("pol_1"), makeAccessPolicy("pol_2", { attachmentCount: 0 })];
      return { type: "page-read", list, ...rest, page: { items, nextPageToken: undefined, totalSize: 2 } };
    }
    case "audit-log":
      return {
        type: "page-read",
        list,
        ...rest,
        page: { items: [makeAuditEvent("evt_1")], nextPageToken: "more" },
      };
    default: {
      const items = [makeApiToken("tok_1"), makeApiToken("tok_2")];
      const page = { items, nextPageToken: undefined, totalSize: 2, maxSize: 256 };
      return { type: "page-read", list: "api-tokens", ...rest, page };
    }
  }
}

/** What the world may answer to a call about access policies. */
function answerAboutPolicies(effect: PolicyEffect): Event {
  const accessPolicy = makeAccessPolicy("pol_1", { dryRunVersion: 2 });
  switch (effect.type) {
    case "check-policy-text":
      return makeChecked(effect.text, { review: effect.review });
    case "read-policy-text":
      return { type: "policy-text-read", policy: accessPolicy, text: "name: x\n" };
    case "read-policy-versions": {
      const { id } = effect;
      const version = {
        version: 1,
        statements: [],
        testCases: [],
        createTime: new Date(0),
        creatorEmail: "",
      };
      return { type: "policy-versions-read", id, versions: [version, version], changes: [["+ a"], []] };
    }
    case "read-policy-attachments":
      return { type: "policy-attachments-read", id: effect.id, targets: [{ role: "AGENT" }] };
    case "read-policies-over":
      return { type: "policies-over-read", target: effect.target, ids: ["pol_1"] };
    case "read-dry-run-report":
      return { type: "dry-run-report-read", id: effect.id, report: makeReport() };
    case "explain-access":
      return { ...effect, type: "access-explained", explanation: makeExplanation() };
    case "suggest-policy": {
      const counted = { requestCount: 1, sinceTime: new Date(0), isIncomplete: false, evidence: [] };
      const suggestion = { ...counted, statements: [makeStatement()], testCases: [], diff: ["+ a"] };
      return { ...effect, type: "policy-suggested", suggestion, diff: ["+ a"] };
    }
    case "attach-access-policy":
    case "detach-access-policy":
      return { ...effect, type: "access-policy-moved", by: effect.type, accessPolicy };
    case "delete-access-policy":
      return { type: "access-policy-deleted", accessPolicy };
    default:
      return { type: "access-policy-changed", by: effect.type, accessPolicy };
  }
}

/** What the world may answer to an effect; half of the calls fail. */
function answerTo(effect: Effect, fails: boolean): Event | undefined {
  if (
    fails &&
    ![
      "start-timer",
      "watch",
      "stop-watching",
      "copy",
      "remember",
      "repaint",
      "suspend",
      "quit",
      "bulk",
      "stop-bulk",
      "export",
    ].includes(effect.type)
  ) {
    const failure = new CallFailure({ code: "ABORTED", reason: "ETAG_MISMATCH", message: "no" });
    return { type: "call-failed", effect: effect as never, failure };
  }
  if (isPolicyEffect(effect)) return answerAboutPolicies(effect);
  const apiToken = makeApiToken("tok_1");
  switch (effect.type) {
    case "read-overview":
      return { type: "overview-read", usage: [], denials: [makeAuditEvent("evt_1")], users: 2 };
    case "read-settings":
      return { type: "settings-read", settings: makeSettings() };
    case "update-settings":
      return { type: "settings-updated", settings: makeSettings(effect.changes as never) };
    case "read-page":
      return answerToPage(effect);
    case "read-item":
      return { type: "item-read", list: "api-tokens", item: apiToken };
    case "bulk":
      return {
        type: "bulk-advanced",
        job: effect.job,
        outcomes: effect.writes.map(({ id, write }, at) =>
          at % 2 === 0
            ? { id, event: { type: "api-token-changed", by: write.type, apiToken: makeApiToken(id) } }
            : { id, failure: new CallFailure({ code: "ABORTED", message: "no" }) },
        ),
        over: true,
      };
    case "export":
      return fails
        ? { type: "export-failed", problem: "exists", message: "no" }
        : { type: "exported", path: effect.path, count: effect.count };
    case "create-api-token":
      return { type: "api-token-created", apiToken, secret: SECRET };
    case "weigh-api-token-deletion":
      return { type: "api-token-deletion-weighed", apiToken };
    case "delete-api-token":
      return { type: "api-token-deleted", apiToken };
    case "set-password":
    case "update-user":
      return { type: "user-changed", by: effect.type, user: makeUser(effect.type), endedSessions: 1 };
    case "delete-user":
      return {
        type: "user-deleted",
        id: effect.id,
        deletion: { endedSessions: 0, unusableApiTokens: 0, endedAccessTokens: 0 },
      };
    case "sign-out":
      return { type: "signed-out" };
    case "sign-in":
      return { type: "signed-in", owner: makeOwner() };
    case "watch":
      return fails
        ? { type: "watch-broken", failure: new CallFailure({ code: "UNAVAILABLE", message: "" }) }
        : { type: "watch-opened" };
    case "start-timer":
      return { type: "timer", name: effect.name };
    case "copy":
      return { type: "copied", what: effect.what, way: "terminal" };
    default:
      return undefined;
  }
}

const doing = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("key" as const), key: fc.constantFrom(...KEYS, "a", "é") }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("paste" as const), text: fc.string() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("resize" as const),
      columns: fc.integer({ min: 20, max: 200 }),
      rows: fc.integer({ min: 5, max: 60 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("answer" as const), which: fc.nat(20), fails: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("seen" as const), id: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("point" as const),
      what: fc.constantFrom("press" as const, "wheel-up" as const, "wheel-down" as const),
      column: fc.nat(220),
      row: fc.nat(60),
    }),
  },
);

test("whatever happens, nothing throws, the screen keeps its size, and a secret stands in its dialog only", () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 60 }), fc.boolean(), (deeds, french) => {
      const ada = new Person({ language: french ? "fr" : "en" }).enter([makeApiToken("tok_1")], {
        observeUse: true,
      });
      const open: Effect[] = [];
      for (const deed of deeds) {
        if (deed.kind === "key") open.push(...ada.press(deed.key));
        else if (deed.kind === "paste") open.push(...ada.see({ type: "paste", text: deed.text }));
        else if (deed.kind === "resize") ada.see({ type: "resized", columns: deed.columns, rows: deed.rows });
        else if (deed.kind === "point") {
          const { what, column, row } = deed;
          const event = findTarget(ada.model, { kind: what, column, row });
          if (event !== undefined) open.push(...ada.see(event));
        } else if (deed.kind === "seen")
          open.push(...ada.see({ type: "audit-event-seen", auditEvent: makeAuditEvent(`evt_${deed.id}`) }));
        else {
          const [effect] = open.splice(deed.which % Math.max(1, open.length), 1);
          const answer = effect && answerTo(effect, deed.fails);
          if (answer !== undefined) open.push(...ada.see(answer));
        }
        const { dialog, ...rest } = ada.model;
        expect(JSON.stringify(rest)).not.toContain(SECRET);
        if (dialog?.kind !== "secret") expect(JSON.stringify(dialog ?? {})).not.toContain(SECRET);
        for (const list of [
          ada.model.apiTokens,
          ada.model.users,
          ada.model.auditLog,
          ada.model.accessPolicies,
        ]) {
          expect(list.rows.some(({ id }) => id === list.selectedId)).toBe(list.rows.length > 0);
          expect(list.top).toBeGreaterThanOrEqual(0);
        }
      }
      const { columns, rows } = ada.model.size;
      const lines = renderScreen(Screen, ada.model);
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(columns);
      if (ada.model.dialog?.kind !== "secret") expect(lines.join("\n")).not.toContain(SECRET);
      renderScreen(SpokenScreen, ada.model);
    }),
    { numRuns: 150 },
  );
});

test("no password outlives its form", () => {
  const ada = new Person().enter();
  ada.goTo("users");
  const page = { items: [makeUser("usr_1"), makeUser("usr_2")], nextPageToken: undefined, totalSize: 2 };
  ada.see({ type: "page-read", list: "users", first: true, reading: ada.model.users.reading, page });
  ada.press("j", "p");
  ada.type(PASSWORD);
  ada.press("tab");
  ada.type(PASSWORD);
  const [effect] = ada.press("enter");
  expect(effect).toMatchObject({ type: "set-password", newPassword: PASSWORD });
  expect(renderScreen(Screen, ada.model).join("\n")).not.toContain(PASSWORD);
  ada.see({ type: "user-changed", by: "set-password", user: makeUser("usr_2"), endedSessions: 1 });
  expect(JSON.stringify(ada.model)).not.toContain(PASSWORD);
});
