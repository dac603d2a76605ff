import { makeVisible } from "../components/fit.js";
import { BLANK, centre, fillHeight, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { Column } from "../components/table.js";
import type { Model } from "../state/model.js";
import { words } from "../state/words.js";
import { TOKEN_SIGNS } from "../theme.js";
import { lifeCell, lifeColumn, lifeFact } from "./life.js";
import { fact, type ListLook, listLines, listSummary } from "./list-lines.js";
import { type Speaker, speakerOf } from "./speak.js";

type ApiToken = Model["apiTokens"]["items"][number];

/** The tab of API tokens. */
export function apiTokenLines(model: Model, width: number, height: number): TextLine[] {
  if (model.apiTokens.accessOff) return fillHeight(offLines(model, width), height);
  return listLines(model, model.apiTokens, lookOf(model), width, height);
}

/** The count of API tokens. */
export function apiTokenSummary(model: Model): TextLine {
  return model.apiTokens.accessOff ? [] : listSummary(model, model.apiTokens, false);
}

function offLines(model: Model, width: number): TextLine[] {
  const { t } = speakerOf(model);
  return [
    BLANK,
    BLANK,
    centre(line(t("tokens.off.title"), "heading"), width),
    BLANK,
    ...paragraph(t("tokens.off.text"), Math.min(66, width - 4)).map((part) => centre(part, width)),
    BLANK,
    centre(line(t("tokens.off.do"), "accent", true), width),
  ];
}

function lookOf(model: Model): ListLook<ApiToken> {
  const speaker = speakerOf(model);
  const { t } = speaker;
  const columns: Column[] = [
    { name: "sign", title: "", width: 1, drop: 0 },
    { name: "description", title: t("column.description"), width: 0, drop: 0 },
    { name: "hint", title: t("column.hint"), width: 11, drop: 1 },
    { name: "creator", title: t("column.creator"), width: 20, drop: 5, most: 44 },
    { name: "created", title: t("column.created"), width: 12, drop: 6 },
    { name: "used", title: t("column.used"), width: 14, drop: 2 },
    { name: "expires", title: t("column.expires"), width: 14, drop: 3 },
    lifeColumn(speaker, 4),
  ];
  return {
    columns,
    empty: words("tokens.empty"),
    cells: (token) => {
      const sign = TOKEN_SIGNS[token.state];
      const named = token.description !== "";
      return {
        sign: { text: sign.glyph, tone: sign.tone },
        description: {
          text: named ? token.description : t("tokens.no-description"),
          tone: named && token.state === "ACTIVE" ? "plain" : "dim",
        },
        hint: { text: token.secretHint, tone: "dim" },
        creator: { text: token.creatorEmail, tone: "dim" },
        created: { text: speaker.day(token.createTime), tone: "dim" },
        used: { text: speaker.ago(token.lastUse?.time), tone: token.lastUse === undefined ? "dim" : "plain" },
        expires: { text: speaker.ago(token.expireTime), tone: expiryTone(token, model.now) },
        life: lifeCell(token, expiryTone(token, model.now), speaker),
      };
    },
    detail: (token, width) => detailOf(token, speaker, model, width),
  };
}

function expiryTone({ expireTime }: ApiToken, now: number): "dim" | "plain" | "warn" | "bad" {
  if (expireTime === undefined) return "dim";
  const left = expireTime.getTime() - now;
  if (left <= 0) return "bad";
  return left < 7 * 86_400_000 ? "warn" : "plain";
}

function detailOf(token: ApiToken, speaker: Speaker, model: Model, width: number): TextLine[] {
  const { t, time } = speaker;
  const sign = TOKEN_SIGNS[token.state];
  const bound = model.users.items.find(({ id }) => id === token.boundUserId)?.email ?? token.boundUserId;
  const by = token.deactivationCause === "INACTIVITY" ? "DEACTIVATED-INACTIVITY" : token.state;
  const list = (values: readonly string[], none: "tokens.detail.all-scopes" | "tokens.detail.anywhere") =>
    values.length === 0 ? t(none) : makeVisible(values.join(", "));
  const facts: (TextLine | undefined)[] = [
    fact(t("column.hint"), token.secretHint),
    fact(t("tokens.detail.id"), token.id, "dim"),
    fact(t("column.creator"), makeVisible(token.creatorEmail)),
    fact(t("column.created"), time(token.createTime)),
    fact(t("tokens.detail.updated"), time(token.updateTime)),
    fact(t("column.expires"), time(token.expireTime)),
    lifeFact(token, expiryTone(token, model.now), speaker),
    BLANK,
    fact(t("column.used"), time(token.lastUse?.time)),
    token.lastUse && fact(t("tokens.detail.used-by"), makeVisible(token.lastUse.email)),
    token.lastUse && fact(t("tokens.detail.used-from"), makeVisible(token.lastUse.sourceIp) || "—"),
    token.lastUse && fact(t("tokens.detail.uses"), t("plain", { text: token.lastUse.count })),
    token.inactivityDeactivateTime && fact(t("tokens.detail.inactive"), time(token.inactivityDeactivateTime)),
    token.purgeTime && fact(t("tokens.detail.purge"), time(token.purgeTime)),
    BLANK,
    fact(t("tokens.detail.bound"), bound === "" ? t("tokens.detail.any-user") : makeVisible(bound)),
    fact(t("tokens.detail.scopes"), list(token.scopes, "tokens.detail.all-scopes")),
    fact(t("tokens.detail.addresses"), list(token.ipAllowList, "tokens.detail.anywhere")),
  ];
  return [
    ...paragraph(makeVisible(token.description) || t("tokens.no-description"), width, "heading").slice(0, 3),
    [span(`${sign.glyph} `, sign.tone), span(t(`token-state.${by}`), sign.tone)],
    BLANK,
    ...facts.filter((content) => content !== undefined),
  ];
}
