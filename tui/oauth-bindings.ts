import { bind } from "./bind.js";

/** The keys of OAuth: its tabs, and what stands over them. */
export const OAUTH_BINDINGS = [
  ...bind("oauth-off", [["turn-on", ["o"], "keys.turn-on", 1]]),
  ...bind("oauth-clients", [
    ["create", ["n"], "keys.create", 6],
    ["show-tokens", ["t"], "keys.show-access-tokens", 7],
    ["edit", ["e"], "keys.edit", 8],
    ["secrets", ["p"], "keys.secrets", 9],
    ["toggle", ["d"], "keys.disable", 10],
    ["delete", ["x"], "keys.delete", 11],
    ["revoke-all", ["X"], "keys.revoke-all", 17],
    ["show-events", ["a"], "keys.show-events", 18],
    ["show-policies", ["P"], "keys.show-policies", 19],
  ]),
  ...bind("access-tokens", [
    ["create", ["n"], "keys.create", 6],
    ["find-token", ["f"], "keys.find-token", 7],
    ["delete", ["x"], "keys.revoke", 8],
    ["revoke-all", ["X"], "keys.revoke-all", 9],
    ["narrow-to-client", ["c"], "keys.narrow-to-client", 10],
    ["narrow-to-user", ["p"], "keys.narrow-to-user", 11],
    ["show-client", ["C"], "keys.show-client", 0],
    ["show-user", ["w"], "keys.show-its-user", 0],
    ["explain", ["W"], "keys.explain", 0],
    ["suggest", ["I"], "keys.suggest", 0],
    ["show-events", ["a"], "keys.show-events", 18],
  ]),
  ...bind("client-secrets", [
    ["back", ["escape", "enter", "p"], "keys.close", 1],
    ["rotate-secret", ["n"], "keys.rotate-secret", 2],
    ["retire-secret", ["x"], "keys.retire-secret", 3],
    ["refresh", ["r"], "keys.refresh", 4],
    ["move-down", ["down", "j"], "keys.move-down", 0],
    ["move-up", ["up", "k"], "keys.move-up", 0],
    ["move-page-down", ["pagedown", "ctrl-d"], "keys.move-page-down", 0],
    ["move-page-up", ["pageup", "ctrl-u"], "keys.move-page-up", 0],
  ]),
  ...bind("found", [
    ["open", ["enter"], "keys.show-it", 1],
    ["back", ["escape"], "keys.close", 2],
    ["delete", ["x"], "keys.revoke", 3],
  ]),
  ...bind("device", [
    ["cancel", ["escape"], "keys.cancel", 1],
    ["answer-yes", ["y"], "keys.approve", 2],
    ["answer-no", ["n"], "keys.deny", 3],
  ]),
];
