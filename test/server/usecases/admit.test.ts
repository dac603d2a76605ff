import { expect, test } from "vitest";
import { admit } from "../../../server/usecases/admit.js";
import { listAuditEvents } from "../../../server/usecases/list-audit-events.js";
import {
  ANONYMOUS,
  addMember,
  makeOpenAccount,
  openTestEnvironment,
  PASSWORD,
  reasonOf,
  request,
} from "../../support/test-environment.js";

const EVERYTHING = { pageSize: 0, pageToken: "", filter: 'action = "caller.denied"', orderBy: "" };

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const denials = async () =>
    (await listAuditEvents(environment, await account.admin.request(), EVERYTHING)).items;
  return { environment, account, denials };
}

const knockOn = async (...knock: Parameters<typeof admit>) => admit(...knock);

test("a denial of somebody known is an event, once a minute for the same thing", async () => {
  const { environment, account, denials } = await open();
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  const knock = async (operation: "GetSettings" | "ListUsers") =>
    reasonOf(knockOn(environment, await agent.request(), operation));
  for (let time = 0; time < 5; time++) expect(await knock("GetSettings")).toBe("ROLE_INSUFFICIENT");
  expect(await knock("ListUsers")).toBe("ROLE_INSUFFICIENT");
  expect((await denials()).map(({ resourceLabel, actor }) => [resourceLabel, actor.email])).toEqual([
    ["ListUsers", agent.email],
    ["GetSettings", agent.email],
  ]);
  environment.clock.advance(60_000);
  await knock("GetSettings");
  expect(await denials()).toHaveLength(3);
});

test("a missing scope is told with its name", async () => {
  const { environment, account, denials } = await open();
  const chief = { email: "chief@acme.example", role: "ADMIN", password: PASSWORD } as const;
  const reading = await addMember(environment, account, chief, ["read"]);
  expect(await reasonOf(knockOn(environment, await reading.request(), "UpdateSettings"))).toBe(
    "SCOPE_INSUFFICIENT",
  );
  expect((await denials())[0]?.changes).toEqual([
    { field: "reason", before: "", after: "SCOPE_INSUFFICIENT" },
    { field: "scope", before: "", after: "settings:write" },
  ]);
});

test("who is let through, and who is nobody known, leaves no event", async () => {
  const { environment, account, denials } = await open();
  await admit(environment, await account.admin.request(), "GetSettings");
  const nobody = knockOn(environment, request(environment, ANONYMOUS), "GetSettings");
  expect(await reasonOf(nobody)).toBe("CREDENTIAL_INVALID");
  expect(await denials()).toEqual([]);
});
