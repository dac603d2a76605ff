import { defineCommand } from "../command.js";

/** The command that runs the server; its flags are the server's own. */
export const SERVE_COMMAND = defineCommand({
  name: "serve",
  summary: "run the server (its own flags: latchkey serve --help)",
  passThrough: true,
  options: {},
  run: async ({ positionals, env }) => {
    const { serve } = await import("../../server/main.js");
    return serve(positionals, env);
  },
});
