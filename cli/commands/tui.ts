import { defineCommand } from "../command.js";
import { SERVER_OPTIONS, wayToServer } from "../connection.js";
import { TERMINAL_OPTIONS, terminalSettings } from "./terminal-options.js";

/** The command that opens the terminal on a server that runs. */
export const TUI_COMMAND = defineCommand({
  name: "tui",
  summary: "open the full-screen terminal on a server that runs",
  examples: ["latchkey tui --server 127.0.0.1:50551", "latchkey tui --server keys.example.com:443 --tls"],
  options: { ...TERMINAL_OPTIONS, ...SERVER_OPTIONS },
  run: async (call) => {
    const settings = terminalSettings(call.values);
    const way = wayToServer(call);
    const { runTui } = await import("../../tui/main.js");
    return runTui({ ...way, ...settings });
  },
});
