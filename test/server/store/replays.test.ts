import { describe, expect, test } from "vitest";
import {
  checkRequestId,
  findReplay,
  type RequestMark,
  rememberRequest,
} from "../../../server/store/replays.js";
import { failureIn, openTestStore, reasonOf, START } from "../../support/test-environment.js";

const MARK: RequestMark = {
  accountId: "acme",
  requestId: "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11",
  operation: "CreateUser",
  fingerprint: "f",
};

test("a request id is a UUID in any case, or empty", () => {
  for (const good of ["", MARK.requestId, MARK.requestId.toUpperCase()]) checkRequestId(good);
  for (const bad of ["x", `${MARK.requestId} `, `{${MARK.requestId}}`, MARK.requestId.replaceAll("-", "")]) {
    expect(failureIn(() => checkRequestId(bad))?.details.violations?.[0]?.field).toBe("request_id");
  }
});

describe("a request that was handled", () => {
  async function open() {
    const store = await openTestStore();
    await store.write((transaction) => rememberRequest(transaction, MARK, "usr_1", START));
    return (changes: Partial<RequestMark>) =>
      store.read((reader) => findReplay(reader, { ...MARK, ...changes }));
  }

  test("is found again, and only in its own account", async () => {
    const find = await open();
    expect(await find({})).toBe("usr_1");
    expect(await find({ requestId: MARK.requestId.toUpperCase() })).toBe("usr_1");
    expect(await find({ accountId: "globex" })).toBeUndefined();
    expect(await find({ requestId: "00000000-0000-0000-0000-000000000000" })).toBeUndefined();
  });

  test("is not taken for another", async () => {
    const find = await open();
    expect(await reasonOf(find({ fingerprint: "g" }))).toBe("REQUEST_ID_REUSED");
    expect(await reasonOf(find({ operation: "CreateApiToken" }))).toBe("REQUEST_ID_REUSED");
  });

  test("without an id is never a replay", async () => {
    const store = await openTestStore();
    const mark = { ...MARK, requestId: "" };
    await store.write((transaction) => rememberRequest(transaction, mark, "usr_1", START));
    expect(await store.read((reader) => findReplay(reader, mark))).toBeUndefined();
  });
});
