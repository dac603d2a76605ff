import { describe, expect, test } from "vitest";
import type { Effect } from "../../../tui/state/effect.js";
import { listMeanings } from "../../../tui/state/places.js";
import { textOf } from "../../../tui/state/text-area.js";
import {
  makeAccessPolicy,
  makeChecked,
  makeExplanation,
  makeReport,
  makeStatement,
  openPolicies,
  readPolicies,
} from "../../support/policy-things.js";
import { makeApiToken, makeAuditEvent, makeOwner, NOW, Person } from "../../support/tui-person.js";

const POLICY = makeAccessPolicy("pol_1", { name: "tickets-only" });
const TEXT = "name: tickets-only\nstatements: []\n";

/** What is to be done, timers aside. */
const calls = (effects: readonly Effect[]) => effects.filter(({ type }) => type !== "start-timer");

const saidOf = ({ model }: Person) => model.notice?.words;

/** Opens the editor on the policy, whose text is then read. */
function edit(): Person {
  const ada = openPolicies(new Person(), [POLICY]);
  expect(ada.press("e")).toEqual([{ type: "read-policy-text", id: "pol_1" }]);
  ada.see({ type: "policy-text-read", policy: POLICY, text: TEXT });
  return ada;
}

function textIn({ model }: Person): string {
  if (model.dialog?.kind !== "policy-editor") throw new Error("there is no editor");
  return textOf(model.dialog.area);
}

describe("the text of a policy", () => {
  test("is checked when it is opened, and again after a pause", () => {
    const ada = edit();
    expect(ada.effects.at(-1)).toEqual({ type: "check-policy-text", text: TEXT, review: false });
    ada.see(makeChecked(TEXT));
    expect(ada.press("#")).toEqual([
      { type: "start-timer", name: "policy-check", delayMilliseconds: expect.any(Number) },
    ]);
    expect(ada.see({ type: "timer", name: "policy-check" })).toEqual([
      { type: "check-policy-text", text: `#${TEXT}`, review: false },
    ]);
    ada.press("backspace");
    expect(ada.see({ type: "timer", name: "policy-check" })).toEqual([]);
    ada.see({ type: "paste", text: "# a\n# b\n" });
    expect(textIn(ada)).toBe(`# a\n# b\n${TEXT}`);
  });

  test("is saved after a look at what changes", () => {
    const ada = edit();
    ada.press("down", "down", "x");
    const text = textIn(ada);
    expect(ada.press("ctrl-s")).toEqual([{ type: "check-policy-text", text, review: true }]);
    const checked = makeChecked(text, { review: true });
    ada.see(checked);
    expect(ada.model.dialog).toMatchObject({
      kind: "policy-review",
      diff: ["  name: tickets-only", "- statements: []", "+ xstatements: []"],
    });
    ada.press("escape");
    expect(textIn(ada)).toBe(text);
    ada.press("ctrl-s");
    ada.see(checked);
    expect(ada.press("enter")).toEqual([
      { type: "update-access-policy", id: "pol_1", choices: checked.choices, etag: "1" },
    ]);
    const accessPolicy = { ...POLICY, latestVersion: 3, etag: "2" };
    ada.see({ type: "access-policy-changed", by: "update-access-policy", accessPolicy });
    expect(ada.model.dialog).toBeUndefined();
    expect(saidOf(ada)).toMatchObject({ key: "notice.policy-version", params: { version: 3 } });
    expect(ada.model.accessPolicies.items).toEqual([accessPolicy]);
  });

  test("is not saved while something is wrong, and the cursor goes there", () => {
    const ada = edit();
    ada.press("ctrl-s");
    const problems = [{ line: 2, column: 5, description: "Must be a list." }];
    ada.see(makeChecked(TEXT, { review: true, choices: undefined, problems }));
    expect(ada.model.dialog).toMatchObject({ kind: "policy-editor", area: { row: 1, column: 4 } });
    ada.press("home", "up");
    ada.press("ctrl-n");
    expect(ada.model.dialog).toMatchObject({ area: { row: 1, column: 4 } });
  });

  test("an answer about a text that is another by now says nothing", () => {
    const ada = edit();
    ada.press("ctrl-s", "x");
    ada.see(makeChecked(TEXT, { review: true }));
    expect(ada.model.dialog).toMatchObject({ kind: "policy-editor", isReviewing: false });
    ada.see(makeChecked("other\n"));
    expect(ada.model.dialog).toMatchObject({ checked: { text: TEXT } });
  });

  test("is thrown away only when the person says so twice", () => {
    const ada = edit();
    ada.press("x", "escape");
    expect(ada.model.dialog).toMatchObject({ kind: "policy-editor", leaving: true });
    ada.press("y", "escape");
    expect(ada.model.dialog).toMatchObject({ leaving: true });
    ada.press("escape");
    expect(ada.model.dialog).toBeUndefined();
    expect(edit().press("escape") && edit().model.dialog).toMatchObject({ kind: "policy-editor" });
  });

  test("survives a call that fails, and a change by somebody else", () => {
    const ada = edit();
    ada.press("x", "ctrl-s");
    const text = textIn(ada);
    ada.fail({ type: "check-policy-text", text, review: true }, "UNAVAILABLE");
    expect(textIn(ada)).toBe(text);
    expect(ada.model.dialog).toMatchObject({ failure: expect.anything(), isReviewing: false });
    ada.press("ctrl-s");
    ada.see(makeChecked(text, { review: true }));
    const [effect] = ada.press("enter");
    if (effect?.type !== "update-access-policy") return expect.unreachable();
    ada.fail(effect, "ABORTED", "ETAG_MISMATCH");
    expect(textIn(ada)).toBe(text);
    ada.press("ctrl-s");
    ada.see(makeChecked(text, { review: true }));
    expect(ada.press("enter")).toMatchObject([{ type: "update-access-policy", etag: "" }]);
  });

  test("begins with an example for a new policy", () => {
    const ada = openPolicies(new Person(), []);
    const [effect] = ada.press("n");
    if (effect?.type !== "check-policy-text") return expect.unreachable();
    const checked = makeChecked(effect.text, { review: true });
    ada.press("ctrl-s");
    ada.see(checked);
    expect(ada.press("ctrl-s")).toEqual([{ type: "create-access-policy", choices: checked.choices }]);
    ada.see({ type: "access-policy-changed", by: "create-access-policy", accessPolicy: POLICY });
    expect(ada.model.accessPolicies.selectedId).toBe("pol_1");
  });
});

describe("a policy", () => {
  test("is enforced after a question, and that can be taken back", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    ada.press("f");
    expect(ada.model.dialog).toMatchObject({ kind: "confirm", title: { params: { version: 2 } } });
    expect(ada.press("y")).toEqual([{ type: "enforce-access-policy", id: "pol_1", version: 2, etag: "1" }]);
    const accessPolicy = { ...POLICY, enforcedVersion: 2, etag: "2" };
    ada.see({ type: "access-policy-changed", by: "enforce-access-policy", accessPolicy });
    expect(saidOf(ada)?.key).toBe("notice.policy-enforced");
    ada.press("f");
    expect(saidOf(ada)?.key).toBe("why.enforced");
    expect(ada.press("u")).toEqual([{ type: "enforce-access-policy", id: "pol_1", version: 1, etag: "2" }]);
  });

  test("runs dry, is reported on, and enforced from there", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    ada.press("t");
    expect(saidOf(ada)?.key).toBe("why.no-dry-run");
    expect(ada.press("d")).toEqual([{ type: "dry-run-access-policy", id: "pol_1", version: 2, etag: "1" }]);
    const accessPolicy = { ...POLICY, dryRunVersion: 2, etag: "2" };
    ada.see({ type: "access-policy-changed", by: "dry-run-access-policy", accessPolicy });
    expect(listMeanings(ada.model).find(({ action }) => action === "dry-run")?.message).toBe(
      "keys.end-dry-run",
    );
    expect(ada.press("t")).toEqual([{ type: "read-dry-run-report", id: "pol_1" }]);
    ada.see({ type: "dry-run-report-read", id: "pol_1", report: makeReport() });
    expect(ada.model.dialog).toMatchObject({ kind: "dry-run-report", report: { deniedCount: 42 } });
    expect(ada.press("r")).toEqual([{ type: "read-dry-run-report", id: "pol_1" }]);
    ada.press("f");
    expect(ada.press("y")).toMatchObject([{ type: "enforce-access-policy", version: 2, etag: "2" }]);
  });

  test("goes back to an older version, or to none", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    expect(ada.press("V")).toEqual([{ type: "read-policy-versions", id: "pol_1" }]);
    const versions = [2, 1].map((version) => ({
      version,
      statements: [makeStatement()],
      testCases: [],
      createTime: new Date(NOW),
      creatorEmail: "ada@example.com",
    }));
    ada.see({ type: "policy-versions-read", id: "pol_1", versions, changes: [["+ a"], ["+ b"]] });
    ada.press("down", "f");
    expect(ada.press("y")).toMatchObject([{ type: "enforce-access-policy", version: 0 }]);
  });

  test("is deleted by its name, and not while it is attached", () => {
    const free = makeAccessPolicy("pol_2", { name: "unused", attachmentCount: 0 });
    const ada = openPolicies(new Person(), [POLICY, free]);
    ada.press("x");
    expect(saidOf(ada)).toMatchObject({ key: "why.attached", params: { count: 1 } });
    ada.press("j", "x");
    ada.type("unused");
    expect(ada.press("enter")).toEqual([{ type: "delete-access-policy", id: "pol_2", etag: "1" }]);
    ada.see({ type: "access-policy-deleted", accessPolicy: free });
    expect(ada.model.accessPolicies.items).toEqual([POLICY]);
  });

  test("changes by itself when somebody else changes it", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    const event = makeAuditEvent("evt_2", { resourceType: "access_policy", resourceId: "pol_1" });
    ada.see({ type: "audit-event-seen", auditEvent: event });
    expect(ada.model.accessPolicies.stale).toBe(true);
    const [jump] = ada.press("a").filter(({ type }) => type === "read-page");
    expect(jump).toMatchObject({ list: "audit-log", filter: expect.stringContaining("pol_1") });
  });

  test("is only looked at by whoever may not change it", () => {
    for (const ada of [new Person({ readOnly: true }), new Person()]) {
      openPolicies(ada, [POLICY]);
      if (!ada.model.options.readOnly) ada.model = { ...ada.model, owner: makeOwner({ role: "AGENT" }) };
      for (const key of ["n", "e", "f", "d"]) expect(calls(ada.press(key)), key).toEqual([]);
      expect(saidOf(ada)?.key).toMatch(/why.read-only|why.role/);
      ada.press("A");
      ada.see({ type: "policy-attachments-read", id: "pol_1", targets: [{ role: "AGENT" }] });
      for (const key of ["n", "x"]) expect(calls(ada.press(key)), key).toEqual([]);
      expect(ada.model.dialog?.kind).toBe("policy-attachments");
    }
  });
});

describe("attachments", () => {
  test("are picked by typing, shown, and taken away again", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    expect(ada.press("A")).toEqual([{ type: "read-policy-attachments", id: "pol_1" }]);
    ada.see({ type: "policy-attachments-read", id: "pol_1", targets: [] });
    ada.press("n");
    ada.type("expört NIGHT");
    const [attach] = calls(ada.press("enter"));
    expect(attach).toMatchObject({
      type: "attach-access-policy",
      id: "pol_1",
      target: { apiTokenId: "tok_1" },
    });
    const accessPolicy = { ...POLICY, attachmentCount: 2 };
    const target = { apiTokenId: "tok_1" };
    const moved = ada.see({
      type: "access-policy-moved",
      by: "attach-access-policy",
      accessPolicy,
      target,
      label: "Nightly export",
    });
    expect(calls(moved)).toEqual([{ type: "read-policy-attachments", id: "pol_1" }]);
    ada.see({ type: "policy-attachments-read", id: "pol_1", targets: [{ role: "AGENT" }, target] });
    ada.press("down");
    expect(calls(ada.press("x"))).toMatchObject([{ type: "detach-access-policy", target }]);
  });

  test("of a token are one key away, and ticked there", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    ada.goTo("api-tokens");
    const target = { apiTokenId: "tok_1" };
    expect(calls(ada.press("P"))).toEqual([{ type: "read-policies-over", target }]);
    ada.see({ type: "policies-over-read", target, ids: [] });
    const [attach] = calls(ada.press(" "));
    expect(attach).toMatchObject({ type: "attach-access-policy", id: "pol_1", target });
    ada.see({
      type: "access-policy-moved",
      by: "attach-access-policy",
      accessPolicy: POLICY,
      target,
      label: "",
    });
    expect(ada.model.dialog).toMatchObject({ kind: "policies-over", ids: ["pol_1"] });
    expect(calls(ada.press(" "))).toMatchObject([{ type: "detach-access-policy" }]);
  });

  test("reads the policies where they have not been read", () => {
    const ada = new Person().enter([makeApiToken("tok_1")]);
    const read = ada.press("P").find(({ type }) => type === "read-page");
    expect(read).toMatchObject({ list: "access-policies" });
    readPolicies(ada, [POLICY]);
    expect(ada.model.accessPolicies.rows).toEqual([POLICY]);
  });
});

describe("trust", () => {
  test("a request is explained, now or in the past", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    ada.press("W", "enter");
    ada.press("tab", "ctrl-u");
    ada.type("/api/reports");
    ada.press("tab", "tab", "tab", "tab");
    ada.type("soon");
    expect(calls(ada.press("ctrl-s"))).toEqual([]);
    ada.press("ctrl-u");
    ada.type("2026-11-01T12:00Z");
    const [explain] = calls(ada.press("ctrl-s"));
    expect(explain).toMatchObject({
      type: "explain-access",
      request: {
        credentialId: "tok_1",
        method: "GET",
        path: "/api/reports",
        time: new Date("2026-11-01T12:00Z"),
      },
    });
    if (explain?.type !== "explain-access") return expect.unreachable();
    const { request, label } = explain;
    ada.see({ type: "access-explained", request, label, explanation: makeExplanation() });
    expect(ada.model.dialog?.kind).toBe("explanation");
    ada.press("e");
    expect(ada.model.dialog).toMatchObject({ kind: "form", form: { name: "explain-access", busy: false } });
  });

  test("a policy is proposed as a difference, and becomes a version", () => {
    const ada = openPolicies(new Person(), [POLICY]);
    ada.press("I");
    const [suggest] = calls(ada.press("enter"));
    expect(suggest).toMatchObject({ type: "suggest-policy", credentialId: "tok_1", policyId: "pol_1" });
    const suggestion = {
      statements: [makeStatement({ paths: ["/api/tickets"] })],
      testCases: [],
      diff: ["- ALLOW GET /api/tickets/*"],
      evidence: [],
      sinceTime: new Date(NOW),
      requestCount: 3,
      isIncomplete: false,
    };
    const answer = {
      type: "policy-suggested",
      credentialId: "tok_1",
      label: "Nightly export",
      suggestion,
    } as const;
    ada.see({ ...answer, policyId: "pol_1", diff: suggestion.diff });
    expect(ada.press("y")).toEqual([
      {
        type: "update-access-policy",
        id: "pol_1",
        choices: { statements: suggestion.statements },
        etag: "1",
      },
    ]);
  });

  test("what is proposed for no policy begins one", () => {
    const ada = openPolicies(new Person(), []);
    ada.goTo("api-tokens");
    expect(calls(ada.press("I"))).toMatchObject([{ credentialId: "tok_1", policyId: "" }]);
    const suggestion = {
      statements: [makeStatement()],
      testCases: [],
      diff: [],
      evidence: [],
      sinceTime: new Date(NOW),
      requestCount: 3,
      isIncomplete: false,
    };
    const diff = ["+ statements:", "+   - effect: allow"];
    ada.see({ type: "policy-suggested", credentialId: "tok_1", label: "x", policyId: "", suggestion, diff });
    ada.press("y");
    expect(textIn(ada)).toBe("name: suggested\nstatements:\n  - effect: allow\n");
  });

  test("nothing is proposed while use is not observed", () => {
    const ada = new Person().enter([makeApiToken("tok_1")], { observeUse: false });
    expect(calls(ada.press("I"))).toEqual([]);
    expect(saidOf(ada)?.key).toBe("why.not-observed");
  });
});
