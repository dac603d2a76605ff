import type { FieldChecks } from "./field-checks.js";
import { checkFieldPaths } from "./field-paths.js";
import { checkIpRanges } from "./ip-ranges.js";
import { checkPatterns, readGrpcPattern, readPathPattern } from "./path-patterns.js";
import { checkScopes } from "./scopes.js";

/** Whether a statement lets something pass or keeps it back. */
export type PolicyEffect = "ALLOW" | "DENY";

/**
 * One rule. It speaks of the requests that all its conditions hold for; an empty condition always holds.
 *
 * The fields of an ALLOW statement are the only ones that may pass. A DENY statement with fields keeps back those
 * fields, and without any it refuses the request.
 */
export interface PolicyStatement {
  /** What it is for, in words. */
  readonly description: string;
  readonly effect: PolicyEffect;
  readonly methods: readonly string[];
  /** Patterns such as `/api/v2/tickets/{id}`. Together with grpcMethods: either may match. */
  readonly paths: readonly string[];
  /** `PACKAGE.SERVICE/METHOD`, whatever `methods` says. */
  readonly grpcMethods: readonly string[];
  /** Scopes of which the credential holds every one. */
  readonly scopes: readonly string[];
  readonly ipRanges: readonly string[];
  readonly requestFields: readonly string[];
  readonly responseFields: readonly string[];
}

/** How many statements one version of a policy holds. */
export const MAX_STATEMENTS = 200;

/** How much one statement holds. */
const MAX_PATHS = 50;
const MAX_METHODS = 20;
const MAX_SCOPES = 20;
const MAX_IP_RANGES = 50;

/** Notes what is wrong with the statements of a policy; whoever keeps them gets them in their canonical form. */
export function checkStatements(
  checks: FieldChecks,
  field: string,
  statements: readonly PolicyStatement[],
  resources: readonly string[],
): PolicyStatement[] {
  if (!checks.atMost(field, statements, MAX_STATEMENTS, "statements")) return [];
  return statements.map((statement, index) =>
    checkStatement(checks, `${field}[${index}]`, statement, resources),
  );
}

function checkStatement(
  checks: FieldChecks,
  at: string,
  statement: PolicyStatement,
  resources: readonly string[],
): PolicyStatement {
  const { effect, paths, grpcMethods, scopes, ipRanges, requestFields, responseFields } = statement;
  const description = checks.text(`${at}.description`, statement.description, 0, 200);
  const methods = checkMethods(checks, `${at}.methods`, statement.methods);
  if (checks.atMost(`${at}.paths`, paths, MAX_PATHS, "patterns")) {
    checkPatterns(checks, `${at}.paths`, paths, readPathPattern);
  }
  if (checks.atMost(`${at}.grpc_methods`, grpcMethods, MAX_PATHS, "methods")) {
    checkPatterns(checks, `${at}.grpc_methods`, grpcMethods, readGrpcPattern);
  }
  checks.require(
    methods.length === 0 || paths.length > 0 || grpcMethods.length === 0,
    `${at}.methods`,
    "Says nothing about gRPC methods, which are always called by POST: leave it empty, or name paths.",
  );
  if (checks.atMost(`${at}.scopes`, scopes, MAX_SCOPES, "scopes")) {
    checkScopes(checks, `${at}.scopes`, scopes, resources);
  }
  checkIpRanges(checks, `${at}.ip_ranges`, ipRanges, MAX_IP_RANGES);
  const use = effect === "ALLOW" ? "ALLOWED" : "REMOVED";
  checkFieldPaths(checks, `${at}.request_fields`, requestFields, use);
  checkFieldPaths(checks, `${at}.response_fields`, responseFields, use);
  return { ...statement, description, methods };
}

function checkMethods(checks: FieldChecks, field: string, methods: readonly string[]): readonly string[] {
  if (!checks.atMost(field, methods, MAX_METHODS, "methods")) return [];
  const upper = methods.map((method) => method.toUpperCase());
  for (const [index, method] of upper.entries()) {
    checks.require(
      /^[A-Z][A-Z-]{0,39}$/.test(method),
      `${field}[${index}]`,
      `"${method.slice(0, 40)}" is no method; write GET, POST, PATCH and the like.`,
    );
    checks.require(
      upper.indexOf(method) === index,
      `${field}[${index}]`,
      `"${method}" is in the list already.`,
    );
  }
  return upper;
}

/** Whether a DENY statement keeps back fields rather than the whole request. */
export function removesFields({ requestFields, responseFields }: PolicyStatement): boolean {
  return requestFields.length > 0 || responseFields.length > 0;
}
