import { status } from "@grpc/grpc-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role as WireRole } from "../../../proto/gen/latchkey/v1/Role.js";
import { contract } from "../../../proto/load.js";
import type { User } from "../../../server/domain/users.js";
import { encodeUser } from "../../../server/grpc/users.js";
import {
  detailsOf,
  failureOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp();
});
afterAll(() => server.stop());

const user: User = {
  id: "usr_1",
  accountId: "acme",
  email: "Jane@acme.example",
  name: "Jane",
  role: "AGENT",
  verified: true,
  suspended: true,
  passwordDigest: "$2b$10$digest",
  createTime: 1_000,
  updateTime: 2_500,
  lastSignInTime: 3_000,
  revision: 36,
};

function send(sent: User) {
  const { serialize, deserialize } = contract.latchkey.v1.User;
  return deserialize(serialize(encodeUser(sent)));
}

test("every field of a user arrives, but the password's digest", () => {
  expect(send(user)).toEqual({
    id: "usr_1",
    email: "Jane@acme.example",
    name: "Jane",
    role: "ROLE_AGENT",
    verified: true,
    suspended: true,
    hasPassword: true,
    etag: '"10"',
    createTime: { seconds: 1, nanos: 0 },
    updateTime: { seconds: 2, nanos: 500_000_000 },
    lastSignInTime: { seconds: 3, nanos: 0 },
  });
});

test("what a user has not is unset", () => {
  const { passwordDigest: _, lastSignInTime: __, ...bare } = user;
  expect(send(bare)).toMatchObject({ hasPassword: false, lastSignInTime: null });
});

test("a role that the contract does not know is refused, not read as none", async () => {
  const role = 9 as unknown as WireRole;
  const create = failureOf(
    server.calls.users.CreateUser({ user: { email: "j@acme.example", role } }, admin.metadata),
  );
  const updateMask = { paths: ["name"] };
  const change = { user: { id: admin.adminUserId, name: "Ada", role }, updateMask };
  const update = failureOf(server.calls.users.UpdateUser(change, admin.metadata));
  for (const failure of [await create, await update]) {
    expect(failure.code).toBe(status.INVALID_ARGUMENT);
    expect(detailsOf(failure)).toMatchObject({ reason: "FIELD_INVALID", fields: ["user.role"] });
  }
});

test("a user cannot be made without a role, nor without a user", async () => {
  const { CreateUser } = server.calls.users;
  const withoutRole = await failureOf(CreateUser({ user: { email: "j@acme.example" } }, admin.metadata));
  expect(detailsOf(withoutRole)).toMatchObject({ reason: "FIELD_INVALID", fields: ["user.role"] });
  const withoutUser = await failureOf(CreateUser({}, admin.metadata));
  expect(detailsOf(withoutUser)).toMatchObject({ reason: "FIELD_INVALID", fields: ["user"] });
});
