import { randomUUID } from "node:crypto";
import type { User__Output, User as WireUser } from "../../proto/gen/latchkey/v1/User.js";
import { contract } from "../../proto/load.js";
import { decodeEnum, encodeEnum, ROLES, type Role } from "./enums.js";
import { decodeSetTime, decodeTime } from "./times.js";
import { type CallOptions, callUnary, type PageRequest, type Wire } from "./wire.js";

/** A person of the account; role is undefined when this build has not heard of it. */
export type User = {
  id: string;
  email: string;
  name: string;
  role: Role | undefined;
  verified: boolean;
  suspended: boolean;
  hasPassword: boolean;
  etag: string;
  createTime: Date;
  updateTime: Date;
  lastSignInTime: Date | undefined;
};

/** What a user is made of. */
export type NewUser = {
  email: string;
  name: string;
  role: Role;
  verified?: boolean;
  suspended?: boolean;
  /** Left out to let them in by credentials only. */
  password?: string;
  /** A UUID; a new one when left out. */
  requestId?: string;
};

/** The values to change; what is left out stays. */
export type UserChanges = Partial<{
  email: string;
  name: string;
  role: Role;
  verified: boolean;
  suspended: boolean;
}>;

/** A page of users; nextPageToken is undefined on the last, totalSize counts all whatever the filter. */
export type UserPage = { users: User[]; nextPageToken: string | undefined; totalSize: number };

/** A password to set; userId is left out for the caller's own, which needs the present one. */
export type NewPassword = { userId?: string; currentPassword?: string; newPassword: string };

/** What ends, or would end, with a user. */
export type UserDeletion = { endedSessions: number; unusableApiTokens: number; endedAccessTokens: number };

/** A user after a change, and how many sessions ended with it. */
export type ChangedUser = { user: User; endedSessions: number };

/** User calls. */
export type UserCalls = ReturnType<typeof userCalls>;

const methods = contract.latchkey.v1.UserService.service;

/** Makes the calls of UserService. */
export function userCalls(wire: Wire) {
  return {
    /** Adds a user. */
    async create({ password, requestId, role, ...rest }: NewUser, options?: CallOptions): Promise<User> {
      const user = { ...rest, role: encodeEnum(ROLES, role) } satisfies WireUser;
      const request = { user, password: password ?? "", requestId: requestId ?? randomUUID() };
      const answer = await callUnary(wire, methods.CreateUser, request, options);
      return decodeUser(answer.user);
    },
    /** Reads one user. */
    async get(id: string, options?: CallOptions): Promise<User> {
      const answer = await callUnary(wire, methods.GetUser, { id }, options);
      return decodeUser(answer.user);
    },
    /** Reads a page of users. */
    async list(page: PageRequest = {}, options?: CallOptions): Promise<UserPage> {
      const answer = await callUnary(wire, methods.ListUsers, page, options);
      return {
        users: answer.users.map(decodeUser),
        nextPageToken: answer.nextPageToken || undefined,
        totalSize: answer.totalSize,
      };
    },
    /** Changes the given values. With an etag, fails with ETAG_MISMATCH when the user has changed since. */
    async update(
      id: string,
      changes: UserChanges,
      etag?: string,
      options?: CallOptions,
    ): Promise<ChangedUser> {
      const { role, ...rest } = changes;
      const user = {
        ...rest,
        ...(role === undefined ? {} : { role: encodeEnum(ROLES, role) }),
        id,
        etag: etag ?? "",
      } satisfies WireUser;
      // The names of these fields are the same on the wire.
      const request = { user, updateMask: { paths: Object.keys(changes) } };
      const answer = await callUnary(wire, methods.UpdateUser, request, options);
      return { user: decodeUser(answer.user), endedSessions: answer.endedSessions };
    },
    /** Sets a password; the user's other sessions end. */
    async setPassword(password: NewPassword, options?: CallOptions): Promise<ChangedUser> {
      const request = {
        userId: password.userId ?? "",
        currentPassword: password.currentPassword ?? "",
        newPassword: password.newPassword,
      };
      const answer = await callUnary(wire, methods.SetPassword, request, options);
      return { user: decodeUser(answer.user), endedSessions: answer.endedSessions };
    },
    /** Deletes a user for good, or with validateOnly only tells what would end. */
    async delete(
      id: string,
      { etag, validateOnly }: { etag?: string; validateOnly?: boolean } = {},
      options?: CallOptions,
    ): Promise<UserDeletion> {
      const request = { id, etag: etag ?? "", validateOnly: validateOnly ?? false };
      const answer = await callUnary(wire, methods.DeleteUser, request, options);
      const { endedSessions, unusableApiTokens, endedAccessTokens } = answer;
      return { endedSessions, unusableApiTokens, endedAccessTokens };
    },
  };
}

function decodeUser(user: User__Output | null): User {
  if (user === null) throw new TypeError("the server answered without a user");
  return {
    ...user,
    role: decodeEnum(ROLES, user.role),
    createTime: decodeSetTime(user.createTime),
    updateTime: decodeSetTime(user.updateTime),
    lastSignInTime: decodeTime(user.lastSignInTime),
  };
}
