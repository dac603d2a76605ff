import { makeVisible } from "../components/fit.js";
import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { Column } from "../components/table.js";
import type { Model } from "../state/model.js";
import { words } from "../state/words.js";
import { fact, type ListLook, listLines, listSummary } from "./list-lines.js";
import { type Speaker, speakerOf } from "./speak.js";

type AuditEvent = Model["auditLog"]["items"][number];

/** The tab of the audit log. */
export function auditLogLines(model: Model, width: number, height: number): TextLine[] {
  return listLines(model, model.auditLog, lookOf(model), width, height);
}

/** The count of events read so far. */
export function auditLogSummary(model: Model): TextLine {
  return listSummary(model, model.auditLog, model.auditLog.nextPageToken !== undefined);
}

function actorOf({ actor }: AuditEvent, { t }: Speaker): string {
  return t(`actor.${actor.kind}`, { email: actor.email || actor.userId || "—" });
}

function lookOf(model: Model): ListLook<AuditEvent> {
  const speaker = speakerOf(model);
  const { t, shortTime } = speaker;
  const columns: Column[] = [
    { name: "time", title: t("column.time"), width: 14, drop: 1 },
    { name: "action", title: t("column.action"), width: 24, drop: 0, most: 36 },
    { name: "resource", title: t("column.resource"), width: 0, drop: 0 },
    { name: "actor", title: t("column.actor"), width: 20, drop: 2, most: 44 },
    { name: "source", title: t("column.source"), width: 15, drop: 3 },
  ];
  return {
    columns,
    empty: words("audit.empty"),
    cells: (event) => ({
      time: { text: shortTime(event.createTime), tone: "dim" },
      action: { text: event.action, tone: actionTone(event.action) },
      resource: { text: event.resourceLabel || event.resourceId },
      actor: { text: actorOf(event, speaker), tone: "dim" },
      source: { text: event.sourceIp, tone: "dim" },
    }),
    detail: (event, width) => detailOf(event, speaker, width),
  };
}

function actionTone(action: string): "plain" | "good" | "warn" | "bad" {
  if (/refused|denied|throttled/.test(action)) return "bad";
  if (/delete|purge|deactivate|suspend/.test(action)) return "warn";
  return /create|reactivate/.test(action) ? "good" : "plain";
}

function detailOf(event: AuditEvent, speaker: Speaker, width: number): TextLine[] {
  const { t, time } = speaker;
  const resource = `${event.resourceType} ${event.resourceId}`.trim();
  const changes = event.changes.flatMap(({ field, before, after }): TextLine[] => [
    line(makeVisible(field), "heading"),
    [span(`  ${t("audit.detail.before")}  `, "dim"), span(makeVisible(before) || "—", "bad")],
    [span(`  ${t("audit.detail.after")}  `, "dim"), span(makeVisible(after) || "—", "good")],
  ]);
  return [
    ...paragraph(makeVisible(event.action), width, "heading"),
    ...(event.resourceLabel === "" ? [] : paragraph(makeVisible(event.resourceLabel), width).slice(0, 2)),
    fact(t("column.time"), time(event.createTime)),
    fact(t("column.actor"), makeVisible(actorOf(event, speaker))),
    fact(t("column.source"), makeVisible(event.sourceIp) || "—"),
    ...(changes.length === 0 ? [] : [BLANK, line(t("audit.detail.changes"), "accent"), ...changes]),
    BLANK,
    fact(t("audit.detail.credential"), makeVisible(event.actor.credentialId) || "—", "dim"),
    fact(t("audit.detail.resource"), makeVisible(resource), "dim"),
    fact(t("audit.detail.request"), makeVisible(event.requestId) || "—", "dim"),
    fact(t("audit.detail.id"), event.id, "dim"),
  ];
}
