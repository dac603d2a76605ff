import type { WriteEffect } from "./effect.js";
import type { Form } from "./form.js";
import type { TextField } from "./text-field.js";
import type { Words } from "./words.js";

/** Asks before something is done; Cancel is what Enter means until the person says otherwise. */
export type ConfirmDialog = {
  kind: "confirm";
  title: Words;
  /** What is concerned, by name, and what follows. */
  lines: readonly Words[];
  /** Undefined while the consequences are being asked for. */
  consequence: Words | undefined;
  answer: "cancel" | "do";
  doing: Words;
  effect: WriteEffect;
};

/** Shows a new token's secret, this once. */
export type SecretDialog = {
  kind: "secret";
  secret: string;
  apiTokenId: string;
  label: string;
  copied: "terminal" | "tmux" | undefined;
  /** True once the person asked to leave without having copied it. */
  leaving: boolean;
};

/** A form over the tab it belongs to. */
export type FormDialog = { kind: "form"; title: Words; form: Form };

/** All keys of the place the person came from. */
export type HelpDialog = { kind: "help"; top: number };

/** A command by name. */
export type PaletteDialog = { kind: "palette"; field: TextField; chosen: number; failed: boolean };

/** What stands over the screen. */
export type Dialog = ConfirmDialog | SecretDialog | FormDialog | HelpDialog | PaletteDialog;
