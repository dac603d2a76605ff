import { serve } from "../../server/main.js";

// The server as a process of its own, for main.test.ts.
process.exitCode = await serve(process.argv.slice(2), process.env);
