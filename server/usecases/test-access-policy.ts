import { checkRules, type PolicyRules } from "../domain/access-policies.js";
import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { type PolicyTestResult, runTestCases } from "../domain/policy-tests.js";
import type { Reader } from "../store/reader.js";
import { findAccessPolicy, loadPolicyVersion } from "./access-policy-view.js";
import type { Environment } from "./environment.js";
import { loadSettings } from "./get-settings.js";

/** What is tested: a stored version, with what is given in the place of what is stored. */
export interface TestAccessPolicyInput {
  /** The policy's id or name; empty to test what is given only. */
  readonly id: string;
  /** 0 for the newest. */
  readonly version: number;
  readonly given: PolicyRules;
}

/** Runs the test cases of a policy against statements; stores nothing. */
export async function testAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: TestAccessPolicyInput,
): Promise<readonly PolicyTestResult[]> {
  const { accountId } = authorizeInAccount(context.caller, "TestAccessPolicy");
  return environment.store.read(async (reader) => {
    const { resources } = await loadSettings(reader, accountId);
    const stored = await loadRules(reader, accountId, input);
    const { statements, testCases } = checkRules(
      {
        statements: input.given.statements.length > 0 ? input.given.statements : stored.statements,
        testCases: input.given.testCases.length > 0 ? input.given.testCases : stored.testCases,
      },
      resources,
    );
    return runTestCases(statements, testCases);
  });
}

async function loadRules(
  reader: Reader,
  accountId: string,
  { id, version }: TestAccessPolicyInput,
): Promise<PolicyRules> {
  if (id === "") return { statements: [], testCases: [] };
  const policy = await findAccessPolicy(reader, accountId, id);
  return loadPolicyVersion(reader, policy, version === 0 ? policy.latestVersion : version);
}
