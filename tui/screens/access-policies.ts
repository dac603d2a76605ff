import { makeVisible } from "../components/fit.js";
import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { Column } from "../components/table.js";
import type { Model } from "../state/model.js";
import { words } from "../state/words.js";
import { POLICY_SIGNS } from "../theme.js";
import { fact, type ListLook, listLines, listSummary } from "./list-lines.js";
import { type Speaker, speakerOf } from "./speak.js";

type AccessPolicy = Model["accessPolicies"]["items"][number];
type Statement = AccessPolicy["statements"][number];

/** The tab of access policies. */
export function accessPolicyLines(model: Model, width: number, height: number): TextLine[] {
  return listLines(model, model.accessPolicies, lookOf(model), width, height);
}

/** The count of access policies. */
export function accessPolicySummary(model: Model): TextLine {
  return listSummary(model, model.accessPolicies, false);
}

/** A version; 0 is none. */
function sayVersion({ t }: Speaker, version: number): string {
  return version === 0 ? t("policies.no-version") : t("policies.version", { version });
}

/** How far a policy has come. */
function stateOf({ enforcedVersion, dryRunVersion }: AccessPolicy): keyof typeof POLICY_SIGNS {
  if (enforcedVersion !== 0) return "enforced";
  return dryRunVersion === 0 ? "idle" : "dry-run";
}

function lookOf(model: Model): ListLook<AccessPolicy> {
  const speaker = speakerOf(model);
  const { t, ago, number } = speaker;
  const columns: Column[] = [
    { name: "sign", title: "", width: 1, drop: 0 },
    { name: "name", title: t("column.name"), width: 0, drop: 0 },
    { name: "enforced", title: t("column.enforced"), width: 12, drop: 1 },
    { name: "dry-run", title: t("column.dry-run"), width: 12, drop: 3 },
    { name: "attached", title: t("column.attached"), width: 11, drop: 2 },
    { name: "updated", title: t("column.changed"), width: 14, drop: 4 },
  ];
  const version = (value: number) => sayVersion(speaker, value);
  return {
    columns,
    empty: words("policies.empty"),
    cells: (policy) => {
      const { enforcedVersion, dryRunVersion, latestVersion, attachmentCount } = policy;
      const sign = POLICY_SIGNS[stateOf(policy)];
      const isBehind = enforcedVersion !== latestVersion;
      return {
        sign: { text: sign.glyph, tone: sign.tone },
        name: { text: policy.name },
        enforced: { text: version(enforcedVersion), tone: isBehind ? "warn" : "good" },
        "dry-run": { text: version(dryRunVersion), tone: dryRunVersion === 0 ? "dim" : "accent" },
        attached: { text: number(attachmentCount), tone: attachmentCount === 0 ? "dim" : "plain" },
        updated: { text: ago(policy.updateTime), tone: "dim" },
      };
    },
    detail: (policy, width) => detailOf(policy, speaker, width),
  };
}

function detailOf(policy: AccessPolicy, speaker: Speaker, width: number): TextLine[] {
  const { t, time, number } = speaker;
  const state = stateOf(policy);
  const sign = POLICY_SIGNS[state];
  const { description, enforcedVersion, dryRunVersion, latestVersion, testCases } = policy;
  const version = (value: number) => sayVersion(speaker, value);
  return [
    ...paragraph(makeVisible(policy.name), width, "heading").slice(0, 2),
    line(`${sign.glyph} ${t(`policy-state.${state}`)}`, sign.tone),
    ...(description === "" ? [] : paragraph(makeVisible(description), width, "dim").slice(0, 4)),
    BLANK,
    fact(t("column.enforced"), version(enforcedVersion)),
    fact(t("column.dry-run"), version(dryRunVersion)),
    fact(t("policies.detail.latest"), version(latestVersion)),
    fact(t("column.attached"), number(policy.attachmentCount)),
    BLANK,
    ...policy.statements.flatMap((statement, at) => statementLines(statement, at + 1, speaker, width)),
    ...(testCases.length === 0 ? [] : [line(t("policies.detail.tests"), "accent")]),
    ...testCases.map(({ name, expectedEffect, method, path }): TextLine => {
      const allows = expectedEffect === "ALLOW";
      const effect = t(allows ? "policies.test-allows" : "policies.test-denies");
      return [
        span(`  ${effect}`.padEnd(14), allows ? "good" : "warn"),
        span(makeVisible(name || `${method} ${path}`)),
      ];
    }),
    BLANK,
    fact(t("column.creator"), makeVisible(policy.creatorEmail)),
    fact(t("column.created"), time(policy.createTime)),
    fact(t("tokens.detail.updated"), time(policy.updateTime)),
    fact(t("tokens.detail.id"), policy.id, "dim"),
  ];
}

/** What a statement asks for, list by list; what it does not ask for is left out. */
function statementLines(statement: Statement, number: number, { t }: Speaker, width: number): TextLine[] {
  const allows = statement.effect === "ALLOW";
  const asks = [
    [t("policies.methods"), statement.methods],
    [t("policies.paths"), statement.paths],
    [t("policies.grpc"), statement.grpcMethods],
    [t("column.scopes"), statement.scopes],
    [t("policies.addresses"), statement.ipRanges],
    [t("policies.sent"), statement.requestFields],
    [t("policies.seen"), statement.responseFields],
  ] as const;
  const title = t(allows ? "policies.allow" : "policies.deny", { number });
  return [
    [
      span(`${allows ? "✓" : "✕"} ${title}`, allows ? "good" : "warn"),
      span(statement.description === "" ? "" : `  ${makeVisible(statement.description)}`, "dim"),
    ],
    ...asks
      .filter(([, values]) => values.length > 0)
      .flatMap(([name, values]) => {
        const [first = BLANK, ...rest] = paragraph(makeVisible(values.join(", ")), width - 14);
        return [[...fact(`  ${name}`, ""), ...first], ...rest.map((part) => [...fact("", ""), ...part])];
      }),
  ];
}
