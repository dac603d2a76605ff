import { bind, type Row } from "./bind.js";

/** The keys of what is longer than the screen. */
const SCROLLING: readonly Row[] = [
  ["move-down", ["down", "j"], "keys.move-down", 0],
  ["move-up", ["up", "k"], "keys.move-up", 0],
  ["move-page-down", ["pagedown", "ctrl-d"], "keys.move-page-down", 0],
  ["move-page-up", ["pageup", "ctrl-u"], "keys.move-page-up", 0],
];

/** The keys of access policies: their tab, and what stands over it. */
export const POLICY_BINDINGS = [
  ...bind("access-policies", [
    ["create", ["n"], "keys.create", 6],
    ["edit", ["e"], "keys.edit", 7],
    ["enforce", ["f"], "keys.enforce", 8],
    ["dry-run", ["d"], "keys.dry-run", 9],
    ["report", ["t"], "keys.report", 10],
    ["attachments", ["A"], "keys.attachments", 11],
    ["versions", ["V"], "keys.versions", 12],
    ["explain", ["W"], "keys.explain", 13],
    ["suggest", ["I"], "keys.suggest", 17],
    ["delete", ["x"], "keys.delete", 18],
    ["show-events", ["a"], "keys.show-events", 19],
  ]),
  ...bind("policy-editor", [
    ["review", ["ctrl-s"], "keys.review", 1],
    ["cancel", ["escape"], "keys.form-back", 2],
    ["next-problem", ["ctrl-n"], "keys.next-problem", 3],
  ]),
  ...bind("policy-review", [
    ["save", ["enter", "ctrl-s"], "keys.save", 1],
    ["back", ["escape", "e"], "keys.edit-on", 2],
    ...SCROLLING,
  ]),
  ...bind("policy-versions", [
    ["back", ["escape", "enter", "V"], "keys.close", 1],
    ["enforce", ["f"], "keys.enforce-this", 2],
    ["dry-run", ["d"], "keys.dry-run-this", 3],
    ["move-down", ["down", "j"], "keys.move-down", 4],
    ["move-up", ["up", "k"], "keys.move-up", 5],
    ["move-page-down", ["pagedown", "ctrl-d"], "keys.move-page-down", 0],
    ["move-page-up", ["pageup", "ctrl-u"], "keys.move-page-up", 0],
  ]),
  ...bind("policy-attachments", [
    ["back", ["escape", "enter"], "keys.close", 1],
    ["attach", ["n"], "keys.attach", 2],
    ["detach", ["x"], "keys.detach", 3],
    ["move-down", ["down", "j"], "keys.move-down", 0],
    ["move-up", ["up", "k"], "keys.move-up", 0],
  ]),
  ...bind("policies-over", [
    ["back", ["escape", "enter"], "keys.close", 1],
    ["toggle-choice", ["space"], "keys.attach-or-detach", 2],
    ["move-down", ["down", "j"], "keys.move-down", 3],
    ["move-up", ["up", "k"], "keys.move-up", 0],
  ]),
  ...bind("policy-picker", [
    ["pick", ["enter"], "keys.pick", 1],
    ["back", ["escape"], "keys.cancel", 2],
    ["move-down", ["down"], "keys.move-down", 3],
    ["move-up", ["up"], "keys.move-up", 0],
  ]),
  ...bind("dry-run-report", [
    ["back", ["escape", "enter", "t"], "keys.close", 1],
    ["refresh", ["r"], "keys.refresh", 2],
    ["enforce", ["f"], "keys.enforce-this", 3],
    ["dry-run", ["d"], "keys.end-dry-run", 4],
    ...SCROLLING,
  ]),
  ...bind("explanation", [
    ["back", ["escape", "enter"], "keys.close", 1],
    ["edit", ["e"], "keys.ask-again", 2],
    ...SCROLLING,
  ]),
  ...bind("suggestion", [
    ["back", ["escape"], "keys.close", 2],
    ["accept", ["y"], "keys.accept", 1],
    ...SCROLLING,
  ]),
];
