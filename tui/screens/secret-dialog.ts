import { makeVisible } from "../components/fit.js";
import { BLANK, line, paragraph, span, type TextLine } from "../components/spans.js";
import type { MessageKey } from "../messages/en.js";
import type { SecretDialog } from "../state/dialogs.js";
import type { Speaker } from "./speak.js";

/** What a new secret of each kind is called, and how it is used. */
const WORDS = {
  "api-token": { title: "secret.title", use: "secret.use", example: "secret.use-example" },
  "client-secret": { title: "secret.title-client", use: "secret.use-client", example: undefined },
  "access-token": {
    title: "secret.title-access",
    use: "secret.use-access",
    example: "secret.bearer-example",
  },
} as const satisfies Record<
  SecretDialog["of"],
  { title: MessageKey; use: MessageKey; example: MessageKey | undefined }
>;

/** The title over a new secret. */
export function secretTitle({ of }: SecretDialog): MessageKey {
  return WORDS[of].title;
}

/** A new secret, shown this once. */
export function secretLines(dialog: SecretDialog, { t }: Speaker, width: number): TextLine[] {
  const { label, identifier, secret, second, copied } = dialog;
  const { use, example } = WORDS[dialog.of];
  const copy = second === undefined ? "secret.copy" : "secret.copy-two";
  const state = copied === undefined ? copy : (`secret.copied-${copied}` as const);
  const last = dialog.leaving && copied === undefined ? "secret.leaving" : "secret.close";
  return [
    ...(label === "" ? [] : [line(makeVisible(label), "heading")]),
    ...paragraph(t("secret.warning"), width, "warn"),
    ...(identifier === undefined ? [] : [BLANK, line("client_id", "dim"), line(` ${identifier}`)]),
    ...(dialog.of === "client-secret" ? [line("client_secret", "dim")] : [BLANK]),
    // Alone on its line and never wrapped, so that a double click takes all of it.
    [span(" "), span(secret, "accent", true)],
    ...(second === undefined
      ? []
      : [line("refresh_token", "dim"), [span(" "), span(second, "accent", true)]]),
    BLANK,
    ...paragraph(t(use), width, "dim"),
    ...(example === undefined ? [] : [line(`  ${t(example)}`, "dim")]),
    BLANK,
    ...paragraph(t(state), width, copied === undefined ? "plain" : "good"),
    ...paragraph(t(last), width, last === "secret.leaving" ? "bad" : "plain"),
  ];
}
