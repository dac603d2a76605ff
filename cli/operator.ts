import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Invocation } from "./command.js";
import type { SERVER_OPTIONS } from "./connection.js";
import { type DATA_OPTION, dataDirectory } from "./data-directory.js";

/** What the help of a command for the operator says about where it goes. */
export const OPERATOR_DETAILS =
  "Unless a server is named, this goes over the operator's socket in the data directory if there is one.";

type OperatorCall = Invocation<typeof SERVER_OPTIONS & typeof DATA_OPTION>;

/** Turns a call that names no server to the operator's socket, if there is one. */
export function towardsOperator<Call extends OperatorCall>(call: Call): Call {
  const { values, env } = call;
  if (values.server !== undefined || env["LATCHKEY_SERVER"] || values["setup-code-stdin" as never])
    return call;
  const socket = join(dataDirectory(call), "operator", "latchkey.sock");
  return existsSync(socket) ? { ...call, values: { ...values, server: `unix:${socket}` } } : call;
}
