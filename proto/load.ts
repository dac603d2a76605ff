import { fileURLToPath } from "node:url";
import { type GrpcObject, loadPackageDefinition } from "@grpc/grpc-js";
import { loadSync, type PackageDefinition } from "@grpc/proto-loader";
import type { ProtoGrpcType as AccessPolicyProto } from "./gen/access_policy.js";
import type { ProtoGrpcType as AccessTokenProto } from "./gen/access_token.js";
import type { ProtoGrpcType as AccountProto } from "./gen/account.js";
import type { ProtoGrpcType as ApiTokenProto } from "./gen/api_token.js";
import type { ProtoGrpcType as AuditProto } from "./gen/audit.js";
import type { ProtoGrpcType as AuthenticationProto } from "./gen/authentication.js";
import type { ProtoGrpcType as ErrorDetailsProto } from "./gen/error_details.js";
import type { ProtoGrpcType as OAuthProto } from "./gen/oauth.js";
import type { ProtoGrpcType as OAuthClientProto } from "./gen/oauth_client.js";
import type { ProtoGrpcType as SessionProto } from "./gen/session.js";
import type { ProtoGrpcType as SettingsProto } from "./gen/settings.js";
import type { ProtoGrpcType as StatusProto } from "./gen/status.js";
import type { ProtoGrpcType as UsageProto } from "./gen/usage.js";
import type { ProtoGrpcType as UserProto } from "./gen/user.js";

/** Every file of the contract. */
const PROTO_FILES = [
  "latchkey/v1/access_policy.proto",
  "latchkey/v1/access_token.proto",
  "latchkey/v1/account.proto",
  "latchkey/v1/api_token.proto",
  "latchkey/v1/audit.proto",
  "latchkey/v1/authentication.proto",
  "latchkey/v1/error_reason.proto",
  "latchkey/v1/oauth.proto",
  "latchkey/v1/oauth_client.proto",
  "latchkey/v1/session.proto",
  "latchkey/v1/settings.proto",
  "latchkey/v1/usage.proto",
  "latchkey/v1/user.proto",
  "google/rpc/error_details.proto",
  "google/rpc/status.proto",
];

/** The contract as loaded messages and service constructors, typed by the generated files. */
export type Contract = AccessPolicyProto &
  AccessTokenProto &
  AccountProto &
  ApiTokenProto &
  AuditProto &
  AuthenticationProto &
  ErrorDetailsProto &
  OAuthProto &
  OAuthClientProto &
  SessionProto &
  SettingsProto &
  StatusProto &
  UsageProto &
  UserProto;

/** The contract as proto-loader reads it; the options are those the generated types were made with. */
export const packageDefinition: PackageDefinition = loadSync(PROTO_FILES, {
  includeDirs: [fileURLToPath(new URL(".", import.meta.url))],
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
});

/** The contract, loaded once for the whole process. */
export const contract = loadPackageDefinition(packageDefinition) as GrpcObject as unknown as Contract;
