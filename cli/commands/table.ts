import type { Command } from "../command.js";
import { ACCESS_TOKEN_COMMANDS } from "./access-token.js";
import { ACCOUNT_COMMANDS } from "./account.js";
import { AUDIT_COMMANDS } from "./audit.js";
import { AUTHENTICATE_COMMAND } from "./authenticate.js";
import { CLIENT_COMMANDS } from "./client.js";
import { DEVICE_COMMANDS } from "./device.js";
import { POLICY_COMMANDS } from "./policy.js";
import { POLICY_TRUST_COMMANDS } from "./policy-trust.js";
import { SERVE_COMMAND } from "./serve.js";
import { SESSION_COMMANDS } from "./session.js";
import { SETTINGS_COMMANDS } from "./settings.js";
import { START_COMMAND } from "./start.js";
import { TOKEN_COMMANDS } from "./token.js";
import { TUI_COMMAND } from "./tui.js";
import { USER_COMMANDS } from "./user.js";
import { VERSION_COMMAND } from "./version.js";

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  START_COMMAND,
  SERVE_COMMAND,
  TUI_COMMAND,
  ...ACCOUNT_COMMANDS,
  ...SESSION_COMMANDS,
  ...SETTINGS_COMMANDS,
  ...TOKEN_COMMANDS,
  ...CLIENT_COMMANDS,
  ...ACCESS_TOKEN_COMMANDS,
  ...POLICY_COMMANDS,
  ...POLICY_TRUST_COMMANDS,
  AUTHENTICATE_COMMAND,
  ...DEVICE_COMMANDS,
  ...USER_COMMANDS,
  ...AUDIT_COMMANDS,
  VERSION_COMMAND,
];
