import type { AuditEvent__Output } from "../../proto/gen/latchkey/v1/AuditEvent.js";
import { contract } from "../../proto/load.js";
import { ACTOR_KINDS, type ActorKind, decodeEnum } from "./enums.js";
import { decodeSetTime } from "./times.js";
import { type CallOptions, callStream, callUnary, type PageRequest, type Wire } from "./wire.js";

/** Who did something; see audit.proto for which parts may be empty. */
export type Actor = {
  kind: ActorKind;
  userId: string;
  email: string;
  credentialId: string;
  /** The OAuth client it was done through. */
  clientId: string;
};

/** One field before and after, as text. */
export type FieldChange = { field: string; before: string; after: string };

/** Something that happened. */
export type AuditEvent = {
  id: string;
  createTime: Date;
  /** The resource and a verb, such as `api_token.create`. */
  action: string;
  resourceType: string;
  resourceId: string;
  resourceLabel: string;
  actor: Actor;
  sourceIp: string;
  requestId: string;
  changes: FieldChange[];
};

/** A page of events; nextPageToken is undefined on the last. */
export type AuditEventPage = { auditEvents: AuditEvent[]; nextPageToken: string | undefined };

/** What a watch tells: an event, or (undefined) a sign of life: one at once, then every 10 seconds of silence. */
export type Watched = { auditEvent: AuditEvent | undefined };

/** Audit calls. */
export type AuditEventCalls = ReturnType<typeof auditEventCalls>;

const methods = contract.latchkey.v1.AuditService.service;

/** Makes the calls of AuditService. */
export function auditEventCalls(wire: Wire) {
  return {
    /** Reads a page of events, newest first unless ordered otherwise. */
    async list(page: PageRequest = {}, options?: CallOptions): Promise<AuditEventPage> {
      const answer = await callUnary(wire, methods.ListAuditEvents, page, options);
      return {
        auditEvents: answer.auditEvents.map(decodeAuditEvent),
        nextPageToken: answer.nextPageToken || undefined,
      };
    },
    /** Follows events as they happen, from after the given one or the present, until the reader stops. */
    async *watch(
      { filter, afterId }: { filter?: string; afterId?: string } = {},
      options?: Pick<CallOptions, "signal">,
    ): AsyncGenerator<Watched, void, undefined> {
      const request = { filter: filter ?? "", afterId: afterId ?? "" };
      const answers = callStream(wire, methods.WatchAuditEvents, request, options);
      for await (const { auditEvent } of answers) {
        yield { auditEvent: auditEvent === null ? undefined : decodeAuditEvent(auditEvent) };
      }
    },
  };
}

function decodeAuditEvent(event: AuditEvent__Output): AuditEvent {
  const { actor } = event;
  return {
    ...event,
    createTime: decodeSetTime(event.createTime),
    actor: {
      kind: decodeEnum(ACTOR_KINDS, actor?.kind ?? "") ?? "UNKNOWN",
      userId: actor?.userId ?? "",
      email: actor?.email ?? "",
      credentialId: actor?.credentialId ?? "",
      clientId: actor?.clientId ?? "",
    },
  };
}
