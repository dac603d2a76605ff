import { authorize, type RequestContext } from "../domain/callers.js";
import { installations } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** What a person in front of this server should do first. */
export interface SetupState {
  readonly setupRequired: boolean;
}

/** Tells whether the server still waits for its first account. */
export async function getSetupState(environment: Environment, context: RequestContext): Promise<SetupState> {
  authorize(context.caller, "GetSetupState");
  const installation = await environment.store.read((reader) => reader.get(installations, "installation"));
  return { setupRequired: installation === undefined };
}
