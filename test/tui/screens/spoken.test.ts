import { expect, test } from "vitest";
import { SpokenScreen } from "../../../tui/screens/spoken.js";
import {
  makeAccessToken,
  makeOAuthClient,
  openAccessTokens,
  openClients,
} from "../../support/oauth-things.js";
import { Person } from "../../support/tui-person.js";
import { renderScreen } from "../../support/tui-screen.js";

test.each([
  ["en", "OAuth access is off"],
  ["fr", "Accès OAuth désactivé"],
] as const)("in %s it is said that OAuth access is off, whatever row is selected", (language, off) => {
  const clients = ["ocl_1", "ocl_2"].map((id) => makeOAuthClient(id));
  const ada = openClients(new Person({ language }), clients, false);
  const hear = () => renderScreen(SpokenScreen, ada.model).join("\n");
  expect(hear()).toContain(off);
  ada.press("j");
  expect(hear()).toContain(off);
  expect(hear()).toContain("> ● ocl_2");
  openAccessTokens(ada, [makeAccessToken("atk_1")], false);
  expect(hear()).toContain(off);
  expect(hear()).toContain("bob@example.com");
});

test("nothing is said of access that is on", () => {
  const ada = openClients(new Person(), [makeOAuthClient("ocl_1")]);
  expect(renderScreen(SpokenScreen, ada.model).join("\n")).not.toContain("OAuth access is off");
});
