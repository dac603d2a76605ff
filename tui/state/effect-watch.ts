import type { Client } from "../client/connect.js";
import { CallFailure, decodeFailure } from "../client/failure.js";
import type { Event } from "./event.js";

/** The server sends a sign of life every 10 seconds; after so long without one the connection counts as lost. */
const SILENCE_MILLISECONDS = 25_000;

/** Follows the audit log until it breaks, falls silent or is let go. */
export async function watch(
  client: Client,
  afterId: string,
  controller: AbortController,
  dispatch: (event: Event) => void,
): Promise<void> {
  const inner = new AbortController();
  let broken: CallFailure | undefined;
  const giveUp = () => {
    broken = new CallFailure({ code: "UNAVAILABLE", message: "no sign of life" });
    inner.abort();
  };
  let alarm = setTimeout(giveUp, SILENCE_MILLISECONDS);
  const release = () => inner.abort();
  controller.signal.addEventListener("abort", release, { once: true });
  let opened = false;
  try {
    const request = afterId === "" ? {} : { afterId };
    for await (const { auditEvent } of client.auditEvents.watch(request, { signal: inner.signal })) {
      clearTimeout(alarm);
      alarm = setTimeout(giveUp, SILENCE_MILLISECONDS);
      if (!opened) dispatch({ type: "watch-opened" });
      opened = true;
      if (auditEvent !== undefined) dispatch({ type: "audit-event-seen", auditEvent });
    }
    broken ??= new CallFailure({ code: "UNAVAILABLE", message: "the server ended the watch" });
  } catch (cause) {
    broken = decodeFailure(cause);
  } finally {
    clearTimeout(alarm);
    controller.signal.removeEventListener("abort", release);
  }
  if (!controller.signal.aborted) dispatch({ type: "watch-broken", failure: broken });
}
