import { makeVisible } from "../components/fit.js";
import { BLANK, paragraph, span, type TextLine } from "../components/spans.js";
import type { Cell, Column } from "../components/table.js";
import type { Model } from "../state/model.js";
import { oldSecretOf } from "../state/oauth-client-secrets.js";
import { words } from "../state/words.js";
import { CLIENT_SIGNS } from "../theme.js";
import { fact, type ListLook, listLines, listSummary } from "./list-lines.js";
import { belowOAuthNews } from "./oauth-off.js";
import { type Speaker, speakerOf } from "./speak.js";

type OAuthClient = Model["oauthClients"]["items"][number];

/** The tab of OAuth clients. */
export function oauthClientLines(model: Model, width: number, height: number): TextLine[] {
  return belowOAuthNews(model, "clients.off", height, (room) =>
    listLines(model, model.oauthClients, lookOf(model), width, room),
  );
}

/** The count of OAuth clients. */
export function oauthClientSummary(model: Model): TextLine {
  return listSummary(model, model.oauthClients, false);
}

function lookOf(model: Model): ListLook<OAuthClient> {
  const speaker = speakerOf(model);
  const { t, ago } = speaker;
  const columns: Column[] = [
    { name: "sign", title: "", width: 1, drop: 0 },
    { name: "name", title: t("column.name"), width: 0, drop: 0 },
    { name: "identifier", title: t("column.identifier"), width: 22, drop: 2, most: 44 },
    { name: "kind", title: t("column.kind"), width: 12, drop: 4 },
    { name: "used", title: t("column.used"), width: 14, drop: 1 },
    { name: "secret", title: t("column.old-secret"), width: 14, drop: 3 },
  ];
  return {
    columns,
    empty: words("clients.empty"),
    cells: (client) => {
      const sign = CLIENT_SIGNS[client.enabled ? "enabled" : "disabled"];
      return {
        sign: { text: sign.glyph, tone: sign.tone },
        name: { text: client.name, tone: client.enabled ? "plain" : "dim" },
        identifier: { text: client.identifier, tone: "dim" },
        kind: { text: t(`client-kind.${client.kind ?? "UNKNOWN"}`), tone: "dim" },
        used: { text: ago(client.lastUseTime), tone: client.lastUseTime === undefined ? "dim" : "plain" },
        secret: oldSecretCell(client, speaker),
      };
    },
    detail: (client, width) => detailOf(client, speaker, width),
  };
}

/** When the old secret ends, for a client that is being moved to a new one. */
function oldSecretCell(client: OAuthClient, { ago }: Speaker): Cell {
  const old = oldSecretOf(client);
  return old === undefined ? { text: "" } : { text: ago(old.expireTime), tone: "warn" };
}

function detailOf(client: OAuthClient, speaker: Speaker, width: number): TextLine[] {
  const { t, time } = speaker;
  const state = client.enabled ? "enabled" : "disabled";
  const sign = CLIENT_SIGNS[state];
  const { company, description, redirectUris, allowedScopes, logoUrl } = client;
  const grants = client.allowedGrantTypes.map((type) => t(`grant-type.${type}`)).join(", ");
  return [
    ...paragraph(makeVisible(client.name), width, "heading").slice(0, 2),
    [
      span(`${sign.glyph} ${t(`client-state.${state}`)}`, sign.tone),
      span(client.global ? `  ${t("clients.global")}` : "", "accent"),
    ],
    ...(description === "" ? [] : paragraph(makeVisible(description), width, "dim").slice(0, 4)),
    BLANK,
    fact("client_id", client.identifier),
    fact(t("column.kind"), t(`client-kind.${client.kind ?? "UNKNOWN"}`)),
    ...(company === "" ? [] : [fact(t("field.company"), makeVisible(company))]),
    ...factLines(t("clients.detail.grants"), grants, width),
    ...factLines(
      t("tokens.detail.scopes"),
      makeVisible(allowedScopes.join(", ")) || t("clients.detail.all-scopes"),
      width,
    ),
    ...uriLines(redirectUris, speaker, width),
    ...(logoUrl === "" ? [] : factLines(t("field.logo"), makeVisible(logoUrl), width)),
    BLANK,
    ...client.secrets.flatMap((secret) => secretFacts(secret, speaker, width)),
    fact(t("column.used"), time(client.lastUseTime)),
    fact(t("column.creator"), makeVisible(client.creatorEmail)),
    fact(t("column.created"), time(client.createTime)),
    fact(t("tokens.detail.updated"), time(client.updateTime)),
    fact(t("tokens.detail.id"), client.id, "dim"),
  ];
}

function uriLines(uris: readonly string[], { t }: Speaker, width: number): TextLine[] {
  const title = t("clients.detail.redirects");
  if (uris.length === 0) return [fact(title, t("none"), "dim")];
  return uris.flatMap((uri, at) => factLines(at === 0 ? title : "", makeVisible(uri), width));
}

/** A fact whose value goes on below itself when it is long: an address cut short is no address. */
function factLines(name: string, value: string, width: number): TextLine[] {
  const [first = BLANK, ...rest] = paragraph(value, width - 14);
  return [[...fact(name, ""), ...first], ...rest.map((part) => [...fact("", ""), ...part])];
}

function secretFacts(secret: OAuthClient["secrets"][number], { t, ago }: Speaker, width: number): TextLine[] {
  const old = secret.expireTime !== undefined;
  const used = t(old ? "clients.detail.old-secret-used" : "clients.detail.secret-used", {
    when: ago(secret.lastUseTime),
    end: old ? ago(secret.expireTime) : "",
  });
  return [
    fact(t(old ? "secrets.old" : "secrets.current"), secret.hint),
    ...paragraph(used, width - 14, old ? "warn" : "dim").map((part) => [...fact("", ""), ...part]),
  ];
}
