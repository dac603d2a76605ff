import type { ConsentClient__Output } from "../../proto/gen/latchkey/v1/ConsentClient.js";
import { contract } from "../../proto/load.js";
import { decodeSetTime } from "./times.js";
import { type CallOptions, callUnary, type Wire } from "./wire.js";

/** A client as people who consent see it. */
export type ConsentClient = {
  identifier: string;
  name: string;
  description: string;
  company: string;
  /** An https address; empty for none. */
  logoUrl: string;
};

/** A device that waits for a person: who asks, for what, and until when. */
export type DeviceAuthorization = { client: ConsentClient; scopes: string[]; expireTime: Date };

/** Calls of OAuth that a person makes. */
export type OAuthCalls = ReturnType<typeof oauthCalls>;

const methods = contract.latchkey.v1.OAuthService.service;

/** Makes the calls of OAuthService for whoever answers a device (RFC 8628 section 3.3). */
export function oauthCalls(wire: Wire) {
  return {
    /** Says who waits behind a code; RESOURCE_NOT_FOUND when nobody does. */
    async getDeviceAuthorization(userCode: string, options?: CallOptions): Promise<DeviceAuthorization> {
      const answer = await callUnary(wire, methods.GetDeviceAuthorization, { userCode }, options);
      const { client, scopes, expireTime } = answer;
      return { client: decodeConsentClient(client), scopes, expireTime: decodeSetTime(expireTime) };
    },
    /** Approves or denies a device as the calling user, and returns the client that was answered. */
    async approveDevice(userCode: string, approved: boolean, options?: CallOptions): Promise<ConsentClient> {
      const answer = await callUnary(wire, methods.ApproveDevice, { userCode, approved }, options);
      return decodeConsentClient(answer.client);
    },
  };
}

function decodeConsentClient(client: ConsentClient__Output | null): ConsentClient {
  if (client === null) throw new TypeError("the server answered without a client");
  return { ...client };
}
