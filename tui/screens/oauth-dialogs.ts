import { makeVisible } from "../components/fit.js";
import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { DeviceDialog, FoundDialog } from "../state/dialogs.js";
import type { Model } from "../state/model.js";
import { clientOfSecrets } from "../state/oauth-client-secrets.js";
import { accessTokenFacts } from "./access-tokens.js";
import { fact } from "./list-lines.js";
import type { Speaker } from "./speak.js";

type Secret = NonNullable<ReturnType<typeof clientOfSecrets>>["secrets"][number];

/** The secrets of a client: each with its uses, the old one with whoever still uses it. */
export function clientSecretLines(model: Model, speaker: Speaker, width: number): TextLine[] {
  const { t } = speaker;
  const client = clientOfSecrets(model);
  if (client === undefined) return [line(t("failure.RESOURCE_NOT_FOUND"), "warn")];
  const old = client.secrets.length > 1;
  return [
    [span(makeVisible(client.name), "heading"), span(`  ${client.identifier}`, "dim")],
    BLANK,
    ...client.secrets.flatMap((secret) => [...secretLines(secret, speaker, width), BLANK]),
    ...paragraph(t(old ? "secrets.advice-old" : "secrets.advice"), width, "dim"),
  ];
}

function secretLines(secret: Secret, speaker: Speaker, width: number): TextLine[] {
  const { t, time, ago } = speaker;
  const old = secret.expireTime !== undefined;
  const used =
    secret.lastUseTime === undefined
      ? t("secrets.never-used")
      : t("secrets.used", {
          count: secret.useCount,
          when: ago(secret.lastUseTime),
          address: makeVisible(secret.lastUseSourceIp) || t("secrets.unknown-address"),
        });
  const sources = secret.sources.map(({ sourceIp, lastUseTime, useCount }): TextLine => {
    const address = makeVisible(sourceIp) || t("secrets.unknown-address");
    return [
      span(`  ${address.padEnd(Math.min(40, width - 36))} `),
      span(ago(lastUseTime).padEnd(16), old ? "warn" : "plain"),
      span(t("count.uses", { count: useCount }), "dim"),
    ];
  });
  return [
    [
      span(`${t(old ? "secrets.old" : "secrets.current")} `, old ? "warn" : "good"),
      span(secret.hint, "heading"),
      span(
        old
          ? `  ${t("secrets.ends", { when: ago(secret.expireTime), time: time(secret.expireTime) })}`
          : `  ${t("secrets.made", { time: time(secret.createTime) })}`,
        "dim",
      ),
    ],
    line(`  ${used}`, old && secret.lastUseTime !== undefined ? "warn" : "plain"),
    ...sources,
  ];
}

/** Whose a value is that was found. */
export function foundLines({ found }: FoundDialog, speaker: Speaker, width: number): TextLine[] {
  const { t } = speaker;
  const active = found.active
    ? line(`● ${t("found.active")}`, "bad", true)
    : line(`○ ${t("found.inactive")}`, "good");
  if (found.kind === "ACCESS_TOKEN")
    return [
      line(t("found.ACCESS_TOKEN"), "accent"),
      active,
      BLANK,
      // On the lowest screens there is room for the facts, but not for what sets them apart.
      ...accessTokenFacts(found.accessToken, speaker, width).filter((fact) => fact !== BLANK),
    ];
  return [
    line(t(`found.${found.kind}`), "accent"),
    active,
    BLANK,
    fact(t("tokens.detail.id"), idOf(found)),
    BLANK,
    ...paragraph(t("found.go"), width, "dim"),
  ];
}

function idOf(found: Exclude<FoundDialog["found"], { kind: "ACCESS_TOKEN" }>): string {
  switch (found.kind) {
    case "API_TOKEN":
      return found.apiTokenId;
    case "CLIENT_SECRET":
      return found.oauthClientId;
    case "OAUTH_GRANT":
      return found.grantId;
    case "SESSION":
      return found.userId;
  }
}

/** A code as devices show it, however it was typed. */
function spellCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "");
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

/** Which client waits behind the code of a device, and for what. */
export function deviceLines(
  model: Model,
  { userCode, device }: DeviceDialog,
  speaker: Speaker,
  width: number,
): TextLine[] {
  const { t, ago } = speaker;
  const { client, scopes, expireTime } = device;
  return [
    ...paragraph(makeVisible(client.name), width, "heading").slice(0, 2),
    ...(client.company === "" ? [] : [line(makeVisible(client.company), "dim")]),
    ...(client.description === ""
      ? []
      : paragraph(makeVisible(client.description), width, "dim").slice(0, 3)),
    BLANK,
    line(t("device.wants", { email: makeVisible(model.owner?.email ?? "") })),
    ...scopes.map((scope) => [span("  • ", "accent"), span(makeVisible(scope))]),
    BLANK,
    fact("client_id", makeVisible(client.identifier), "dim"),
    fact(t("field.user-code"), makeVisible(spellCode(userCode)), "dim"),
    fact(t("column.expires"), ago(expireTime), "dim"),
    BLANK,
    ...paragraph(t("device.warning"), width, "warn"),
    line(
      model.busy === undefined ? t("device.answer") : t("working"),
      model.busy === undefined ? "plain" : "dim",
    ),
  ];
}
