import { bind } from "./bind.js";

/** The keys of what stands over the tabs or comes before them. */
export const DIALOG_BINDINGS = [
  ...bind("form", [
    ["submit", ["enter"], "keys.submit", 1],
    ["save", ["ctrl-s"], "keys.save", 3],
    ["cancel", ["escape"], "keys.form-back", 2],
    ["next-field", ["tab", "down"], "keys.next-field", 4],
    ["previous-field", ["shift-tab", "up"], "keys.previous-field", 0],
    ["next-choice", ["right"], "keys.next-choice", 5],
    ["toggle-choice", ["space"], "keys.toggle-choice", 6],
    ["previous-choice", ["left"], "keys.previous-choice", 0],
  ]),
  ...bind("welcome", [
    ["submit", ["enter"], "keys.begin", 1],
    ["quit", ["q", "escape"], "keys.quit", 3],
    ["switch-language", ["L", "left", "right"], "keys.switch-language", 2],
  ]),
  ...bind("confirm", [
    ["answer-yes", ["y"], "keys.answer-yes", 2],
    ["answer-no", ["n", "escape"], "keys.answer-no", 1],
    ["answer", ["enter"], "keys.answer", 3],
    ["switch-answer", ["tab", "shift-tab", "left", "right"], "keys.switch-answer", 4],
  ]),
  ...bind("confirm-typed", [
    ["answer-typed", ["enter"], "keys.answer-yes", 2],
    ["answer-no", ["escape"], "keys.answer-no", 1],
  ]),
  ...bind("bulk", [
    ["stop", ["s"], "keys.stop", 2],
    ["back", ["enter", "escape"], "keys.close", 1],
    ["move-down", ["down", "j"], "keys.move-down", 0],
    ["move-up", ["up", "k"], "keys.move-up", 0],
    ["move-page-down", ["pagedown", "ctrl-d"], "keys.move-page-down", 0],
    ["move-page-up", ["pageup", "ctrl-u"], "keys.move-page-up", 0],
  ]),
  ...bind("messages", [
    ["back", ["escape", "M", "q", "enter"], "keys.close", 1],
    ["move-down", ["down", "j"], "keys.move-down", 2],
    ["move-up", ["up", "k"], "keys.move-up", 3],
    ["move-page-down", ["pagedown", "ctrl-d"], "keys.move-page-down", 0],
    ["move-page-up", ["pageup", "ctrl-u"], "keys.move-page-up", 0],
  ]),
  ...bind("secret", [
    ["copy-secret", ["c", "y"], "keys.copy-secret", 1],
    ["copy-second", ["C"], "keys.copy-second", 3],
    ["close-secret", ["enter", "escape"], "keys.close-secret", 2],
  ]),
  ...bind("help", [
    ["back", ["escape", "?", "q", "enter"], "keys.close", 1],
    ["move-down", ["down", "j"], "keys.move-down", 2],
    ["move-up", ["up", "k"], "keys.move-up", 3],
    ["move-page-down", ["pagedown", "ctrl-d"], "keys.move-page-down", 0],
    ["move-page-up", ["pageup", "ctrl-u"], "keys.move-page-up", 0],
  ]),
  ...bind("palette", [
    ["run-command", ["enter"], "keys.run-command", 1],
    ["cancel", ["escape"], "keys.cancel", 2],
    ["complete-command", ["tab"], "keys.complete-command", 3],
    ["move-down", ["down"], "keys.move-down", 0],
    ["move-up", ["up"], "keys.move-up", 0],
  ]),
  ...bind("waiting", [
    ["retry", ["r", "enter"], "keys.retry", 1],
    ["quit", ["q", "escape"], "keys.quit", 2],
    ["switch-language", ["L"], "keys.switch-language", 3],
  ]),
];
