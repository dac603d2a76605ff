import type { FoundToken } from "../client/access-tokens.js";
import type { DeviceAuthorization } from "../client/oauth.js";
import type { BulkPlan } from "./bulk.js";
import type { WriteEffect } from "./effect.js";
import type { Form } from "./form.js";
import type { PolicyDialog } from "./policy-dialogs.js";
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
  /** What bears that out, line by line. */
  facts?: readonly Words[];
  answer: "cancel" | "do";
  doing: Words;
  /** What the person has to type before it is done, where a key alone would be too easy. */
  typed?: { wanted: string; field: TextField };
  effect: WriteEffect | { type: "bulk-plan"; plan: BulkPlan };
};

/** Shows a new secret, this once. */
export type SecretDialog = {
  kind: "secret";
  of: "api-token" | "client-secret" | "access-token";
  secret: string;
  /** A refresh token that came with it. */
  second: string | undefined;
  /** The `client_id` that goes with a client's secret. */
  identifier: string | undefined;
  label: string;
  copied: "terminal" | "tmux" | undefined;
  /** True once the person asked to leave without having copied it. */
  leaving: boolean;
};

/** The secrets of an OAuth client, and who still uses them. */
export type ClientSecretsDialog = { kind: "client-secrets"; clientId: string; top: number };

/** Whose a value is that was found somewhere. */
export type FoundDialog = { kind: "found"; found: FoundToken };

/** Who waits behind the code of a device. */
export type DeviceDialog = { kind: "device"; userCode: string; device: DeviceAuthorization };

/** A form over the tab it belongs to. */
export type FormDialog = { kind: "form"; title: Words; form: Form };

/** All keys of the place the person came from. */
export type HelpDialog = { kind: "help"; top: number };

/** How a change to many items goes, or went. */
export type BulkDialog = { kind: "bulk"; top: number };

/** What was told before, the newest first. */
export type MessagesDialog = { kind: "messages"; top: number };

/** A command by name. */
export type PaletteDialog = { kind: "palette"; field: TextField; chosen: number; failed: boolean };

/** What stands over the screen. */
export type Dialog =
  | ConfirmDialog
  | SecretDialog
  | ClientSecretsDialog
  | FoundDialog
  | DeviceDialog
  | FormDialog
  | HelpDialog
  | BulkDialog
  | MessagesDialog
  | PaletteDialog
  | PolicyDialog;
