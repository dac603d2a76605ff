import type { User__Output, User as WireUser } from "../../proto/gen/latchkey/v1/User.js";
import type { UserServiceHandlers } from "../../proto/gen/latchkey/v1/UserService.js";
import { etagOf } from "../domain/etags.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { Role, User } from "../domain/users.js";
import { createUser } from "../usecases/create-user.js";
import { deleteUser } from "../usecases/delete-user.js";
import { getUser } from "../usecases/get-user.js";
import { listUsers } from "../usecases/list-users.js";
import { setPassword } from "../usecases/set-password.js";
import { updateUser } from "../usecases/update-user.js";
import { decodeEnum, ROLES } from "./enums.js";
import { encodeInstant, encodeOptionalInstant } from "./instants.js";
import { decodePageRequest, requireMessage } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** UserService. */
export const userMethods: ServiceMethods<UserServiceHandlers> = {
  async CreateUser(environment, context, request) {
    const user = requireMessage("user", request.user);
    const { email, name, verified, suspended } = user;
    const role = decodeRequiredRole(user);
    const { password, requestId } = request;
    const input = { email, name, role, verified, suspended, password, requestId };
    return { user: encodeUser(await createUser(environment, context, input)) };
  },
  async GetUser(environment, context, { id }) {
    return { user: encodeUser(await getUser(environment, context, { id })) };
  },
  async ListUsers(environment, context, request) {
    const page = await listUsers(environment, context, decodePageRequest(request));
    const { nextPageToken, totalSize } = page;
    return { users: page.items.map(encodeUser), nextPageToken, totalSize };
  },
  async UpdateUser(environment, context, request) {
    const user = requireMessage("user", request.user);
    const { id, email, name, verified, suspended, etag } = user;
    const updateMask = request.updateMask?.paths ?? [];
    const input = { id, email, name, role: decodeRole(user), verified, suspended, etag, updateMask };
    const { user: after, ...ended } = await updateUser(environment, context, input);
    return { user: encodeUser(after), ...ended };
  },
  async SetPassword(environment, context, { userId, currentPassword, newPassword }) {
    const input = { userId, currentPassword, newPassword };
    const { user, endedSessions } = await setPassword(environment, context, input);
    return { user: encodeUser(user), endedSessions };
  },
  async DeleteUser(environment, context, { id, etag, validateOnly }) {
    return deleteUser(environment, context, { id, etag, validateOnly });
  },
};

/** Writes a user. */
export function encodeUser(user: User): Complete<WireUser> {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: ROLES[user.role],
    verified: user.verified,
    suspended: user.suspended,
    hasPassword: user.passwordDigest !== undefined,
    etag: etagOf(user),
    createTime: encodeInstant(user.createTime),
    updateTime: encodeInstant(user.updateTime),
    lastSignInTime: encodeOptionalInstant(user.lastSignInTime),
  };
}

function decodeRole(user: User__Output): Role | undefined {
  const checks = new FieldChecks();
  const role = decodeEnum(checks, "user.role", ROLES, user.role);
  checks.finish();
  return role;
}

function decodeRequiredRole(user: User__Output): Role {
  const role = decodeRole(user);
  const checks = new FieldChecks();
  checks.require(role !== undefined, "user.role", `Must be ${Object.values(ROLES).join(", ")}.`);
  checks.finish();
  return role as Role;
}
