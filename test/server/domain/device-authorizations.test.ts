import { expect, test } from "vitest";
import { formatUserCode, readUserCode } from "../../../server/domain/device-authorizations.js";

test("a user code is read however people type it (RFC 8628 section 6.1)", () => {
  for (const typed of ["WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "WDJB–MJHT", "w.d.j.b_m-j-h-t"]) {
    expect(readUserCode(typed)).toBe("WDJBMJHT");
  }
  expect(formatUserCode("WDJBMJHT")).toBe("WDJB-MJHT");
});

test("what cannot be one is none", () => {
  for (const typed of ["", "WDJB-MJH", "WDJB-MJHTX", "WDJA-MJHT", "12345678", "ẂDJBMJHT", " ".repeat(100)]) {
    expect(readUserCode(typed)).toBeUndefined();
  }
});
