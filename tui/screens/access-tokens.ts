import { makeVisible } from "../components/fit.js";
import { BLANK, paragraph, span, type TextLine } from "../components/spans.js";
import type { Column } from "../components/table.js";
import { isLoading } from "../state/list.js";
import type { Model } from "../state/model.js";
import { words } from "../state/words.js";
import { ACCESS_TOKEN_SIGNS } from "../theme.js";
import { lifeCell, lifeColumn, lifeFact } from "./life.js";
import { fact, type ListLook, listLines, listSummary } from "./list-lines.js";
import { belowOAuthNews } from "./oauth-off.js";
import { type Speaker, speakerOf } from "./speak.js";

type AccessToken = Model["accessTokens"]["items"][number];

/** The tab of OAuth access tokens. */
export function accessTokenLines(model: Model, width: number, height: number): TextLine[] {
  return belowOAuthNews(model, "access.off", height, (room) =>
    listLines(model, model.accessTokens, lookOf(model), width, room),
  );
}

/** The count of access tokens; the server counts those that have just ended too, so what is listed is counted. */
export function accessTokenSummary(model: Model): TextLine {
  const { accessTokens } = model;
  const { items, totalSize } = accessTokens;
  const all = isLoading(accessTokens) ? totalSize : items.length;
  return listSummary(model, { ...accessTokens, totalSize: all }, false);
}

function lookOf(model: Model): ListLook<AccessToken> {
  const speaker = speakerOf(model);
  const { t, ago } = speaker;
  return {
    columns: columnsOf(model.accessTokens.scope?.name, speaker),
    empty: words("access.empty"),
    cells: (token) => {
      const sign = ACCESS_TOKEN_SIGNS[token.state];
      const own = token.userId === "";
      return {
        sign: { text: sign.glyph, tone: sign.tone },
        client: { text: token.clientName, tone: token.state === "ACTIVE" ? "plain" : "dim" },
        user: { text: own ? t("access.itself") : token.userEmail, tone: own ? "dim" : "plain" },
        hint: { text: token.secretHint, tone: "dim" },
        scopes: { text: token.scopes.join(" "), tone: "dim" },
        used: { text: ago(token.lastUse?.time), tone: token.lastUse === undefined ? "dim" : "plain" },
        expires: { text: ago(token.expireTime), tone: expiryTone(token) },
        life: lifeCell(token, expiryTone(token), speaker),
      };
    },
    detail: (token, width) => accessTokenFacts(token, speaker, width),
  };
}

/** Of tokens of one client, or of one user, that name says nothing: the room goes to what tells them apart. */
function columnsOf(scope: string | undefined, speaker: Speaker): Column[] {
  const { t } = speaker;
  const user: Column = { name: "user", title: t("column.user"), width: 20, drop: 3, most: 44 };
  const hint: Column = { name: "hint", title: t("column.hint"), width: 11, drop: 5 };
  const scopes: Column = { name: "scopes", title: t("column.scopes"), width: 16, drop: 6, most: 44 };
  const named: Column[] =
    scope === "client"
      ? [{ ...hint, drop: 0 }, user, { ...scopes, width: 0, drop: 0 }]
      : [
          { name: "client", title: t("column.client"), width: 0, drop: 0 },
          ...(scope === "person" ? [] : [user]),
          hint,
          scopes,
        ];
  return [
    { name: "sign", title: "", width: 1, drop: 0 },
    ...named,
    { name: "used", title: t("column.used"), width: 14, drop: 1 },
    { name: "expires", title: t("column.expires"), width: 12, drop: 2 },
    lifeColumn(speaker, 4),
  ];
}

function expiryTone({ state }: AccessToken): "dim" | "bad" {
  return state === "EXPIRED" ? "bad" : "dim";
}

/** Everything known of an access token. */
export function accessTokenFacts(token: AccessToken, speaker: Speaker, width: number): TextLine[] {
  const { t, time } = speaker;
  const sign = ACCESS_TOKEN_SIGNS[token.state];
  const own = token.userId === "";
  const [first = BLANK, ...rest] = paragraph(makeVisible(token.scopes.join(", ")), width - 14);
  return [
    ...paragraph(makeVisible(token.clientName), width, "heading").slice(0, 2),
    [span(`${sign.glyph} ${t(`access-state.${token.state}`)}`, sign.tone)],
    BLANK,
    fact(t("column.hint"), token.secretHint),
    fact("client_id", makeVisible(token.clientIdentifier)),
    fact(t("column.user"), own ? t("access.itself") : makeVisible(token.userEmail)),
    [...fact(t("tokens.detail.scopes"), ""), ...first],
    ...rest.slice(0, 5).map((part) => [...fact("", ""), ...part]),
    fact(t("access.detail.origin"), t(`access-origin.${token.origin ?? "UNKNOWN"}`)),
    BLANK,
    fact(t("column.created"), time(token.createTime)),
    fact(t("column.expires"), time(token.expireTime)),
    lifeFact(token, expiryTone(token), speaker),
    fact(
      t("access.detail.refresh"),
      token.refreshExpireTime === undefined ? t("no") : t("access.until", { time: token.refreshExpireTime }),
    ),
    BLANK,
    fact(t("column.used"), time(token.lastUse?.time)),
    ...(token.lastUse === undefined
      ? []
      : [
          fact(t("tokens.detail.used-from"), makeVisible(token.lastUse.sourceIp) || "—"),
          fact(t("tokens.detail.uses"), speaker.number(token.lastUse.count)),
        ]),
    BLANK,
    fact(t("tokens.detail.id"), token.id, "dim"),
    ...(token.grantId === "" ? [] : [fact(t("access.detail.grant"), token.grantId, "dim")]),
  ];
}
