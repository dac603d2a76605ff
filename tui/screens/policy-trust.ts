import { makeVisible } from "../components/fit.js";
import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { Model } from "../state/model.js";
import { findPolicy } from "../state/policy-acts.js";
import type { DryRunReportDialog, ExplanationDialog, SuggestionDialog } from "../state/policy-dialogs.js";
import { fact } from "./list-lines.js";
import { diffView } from "./policy-editor.js";
import type { Speaker } from "./speak.js";

type Evidence = SuggestionDialog["suggestion"]["evidence"][number];

/** What a dry run would have denied, to whom, and how often. */
export function reportLines({ report }: DryRunReportDialog, speaker: Speaker, width: number): TextLine[] {
  const { t, time, ago, number } = speaker;
  if (report === undefined) return [line(t("list.loading"), "dim")];
  if (report.version === 0) return paragraph(t("why.no-dry-run"), width);
  const { version, startTime, deniedCount, denials, otherCount } = report;
  const told = t(deniedCount === 0 ? "report.nothing" : "report.summary", {
    version,
    count: deniedCount,
    time: time(startTime),
  });
  return [
    ...paragraph(told, width, deniedCount === 0 ? "good" : "warn"),
    ...denials.flatMap((denial): TextLine[] => [
      BLANK,
      [
        span(`${number(denial.count)}×  `, "warn", true),
        span(makeVisible(`${denial.method} ${denial.path}`), "heading"),
      ],
      line(`    ${makeVisible(denial.email || denial.credentialId)}  ${ago(denial.lastTime)}`, "dim"),
      ...paragraph(makeVisible(denial.denial?.description ?? ""), width - 4, "dim").map(
        (part): TextLine => [span("    "), ...part],
      ),
    ]),
    ...(otherCount === 0 ? [] : [BLANK, line(t("report.others", { count: otherCount }), "dim")]),
  ];
}

/** Which layer decides about a request, and what the others say. */
export function explanationLines(
  model: Model,
  { request, label, explanation }: ExplanationDialog,
  { t, time }: Speaker,
  width: number,
): TextLine[] {
  const { allowed, decidingLayer, layers, requestFields, responseFields } = explanation;
  const asked = [request.method, request.path].filter((part) => part !== "").join(" ");
  const fields = (title: string, lists: typeof requestFields): TextLine[] => {
    if (lists === undefined) return [];
    const admitted = lists.allowed.map(({ paths }) => `+ ${paths.join(", ")}`);
    const removed = lists.removed.length === 0 ? [] : [`- ${lists.removed.join(", ")}`];
    return [...admitted, ...removed].flatMap((text) => [fact(title, makeVisible(text))]);
  };
  return [
    ...paragraph(makeVisible(label), width, "heading").slice(0, 2),
    line(makeVisible(asked)),
    ...(request.time === undefined ? [] : [line(t("explanation.at", { time: time(request.time) }), "dim")]),
    BLANK,
    allowed
      ? line(`✓ ${t("explanation.allowed")}`, "good", true)
      : line(`✕ ${t("explanation.denied", { layer: layerName(t, decidingLayer) })}`, "bad", true),
    BLANK,
    ...layers.flatMap((layer): TextLine[] => {
      const decides = !allowed && layer.layer === decidingLayer && !layer.allowed;
      const [first = BLANK, ...rest] = paragraph(describe(model, layer, t), width - 18);
      const name = layerName(t, layer.layer);
      const head: TextLine = [
        span(layer.allowed ? "✓ " : "✕ ", layer.allowed ? "good" : "bad"),
        span(name.padEnd(16), decides ? "heading" : "plain"),
        ...first,
      ];
      return [head, ...rest.map((part): TextLine => [span(" ".repeat(18)), ...part])];
    }),
    ...fields(t("policies.sent"), requestFields),
    ...fields(t("policies.seen"), responseFields),
  ];
}

/** What a layer says, and for a policy, which one and which version of it. */
function describe(
  model: Model,
  { description, policy, version }: ExplanationDialog["explanation"]["layers"][number],
  t: Speaker["t"],
): string {
  if (policy === undefined) return makeVisible(description);
  const name = findPolicy(model, policy.accessPolicyId)?.name ?? policy.accessPolicyId;
  return makeVisible(t("explanation.by", { description, name, version }));
}

const LAYERS = [
  "credential",
  "account_switch",
  "user",
  "address",
  "role",
  "scopes",
  "client",
  "policy",
] as const;

function layerName(t: Speaker["t"], layer: string): string {
  const known = LAYERS.find((name) => name === layer);
  return known === undefined ? layer : t(`layer.${known}`);
}

/** A proposed policy, or how it differs from the one there is. */
export function suggestionLines(
  model: Model,
  { label, policyId, suggestion, diff }: SuggestionDialog,
  { t, time }: Speaker,
  width: number,
): TextLine[] {
  const { requestCount, sinceTime, isIncomplete, statements, evidence } = suggestion;
  const policy = findPolicy(model, policyId);
  const against =
    policy === undefined ? t("suggestion.new") : t("suggestion.against", { name: makeVisible(policy.name) });
  const observed =
    sinceTime === undefined
      ? t("suggestion.nothing")
      : t("suggestion.from", { count: requestCount, time: time(sinceTime) });
  return [
    ...paragraph(makeVisible(label), width, "heading").slice(0, 2),
    ...paragraph(observed, width, statements.length === 0 ? "warn" : "plain"),
    ...(isIncomplete ? paragraph(t("suggestion.incomplete"), width, "warn") : []),
    BLANK,
    ...(statements.length === 0
      ? []
      : [...paragraph(diff.length === 0 ? t("suggestion.same") : against, width, "dim"), BLANK]),
    ...diffView(diff, width),
    ...evidence.flatMap((one, at) => unknownFieldLines(at + 1, one, t, width)),
  ];
}

/** Of which requests behind a proposed statement the fields are not known, so that it lets all of them pass. */
function unknownFieldLines(
  statement: number,
  { requestCount, requestFieldsKnownCount, responseFieldsKnownCount }: Evidence,
  t: Speaker["t"],
  width: number,
): TextLine[] {
  const sent = requestCount - requestFieldsKnownCount;
  const seen = requestCount - responseFieldsKnownCount;
  return [
    ...(sent > 0 ? paragraph(t("suggestion.sent-unknown", { statement, count: sent }), width, "dim") : []),
    ...(seen > 0 ? paragraph(t("suggestion.seen-unknown", { statement, count: seen }), width, "dim") : []),
  ];
}
