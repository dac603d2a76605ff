import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "esbuild";

// Run by `npm run build`: the compiled terminal with React and Ink in one file. From several hundred files it would
// take half a second longer to start. What comes after the first frame, gRPC above all, stays apart.

// Ink loads the developer tools of React only when the environment asks for them: they are left out.
/** @type {import("esbuild").Plugin} */
const withoutDeveloperTools = {
  name: "without-developer-tools",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: "left-out" }));
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export default {};" }));
  },
};

// The contract is found beside its loader, from wherever that is bundled to.
/** @type {import("esbuild").Plugin} */
const withContractInPlace = {
  name: "with-contract-in-place",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]proto[\\/]load\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return {
        contents: source.replaceAll("import.meta.url", 'new URL("../../proto/load.js", import.meta.url)'),
      };
    });
  },
};

// Ink draws every row of every frame anew; with a memory it draws those that have changed (tui/row-memory.ts).
/** @type {import("esbuild").Plugin} */
const withRowMemory = {
  name: "with-row-memory",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ink[\\/]build[\\/]renderer\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const canvas = "import Output from './output.js';";
      if (!source.includes(canvas))
        throw new Error("Ink draws otherwise now: look at tui/row-memory.ts again.");
      const memory = JSON.stringify(resolve("dist/tui/row-memory.js"));
      const remembering = `import InkOutput from './output.js';
import { rememberRows } from ${memory};
const Output = rememberRows(InkOutput);`;
      return { contents: source.replace(canvas, remembering) };
    });
  },
};

await rm("dist/tui/chunks", { recursive: true, force: true });
await build({
  entryPoints: ["dist/tui/main.js"],
  outdir: "dist/tui",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  allowOverwrite: true,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",

  // React is much slower otherwise.
  define: { "process.env.NODE_ENV": '"production"' },
  // What was written for require() finds it.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  plugins: [withoutDeveloperTools, withContractInPlace, withRowMemory],
  legalComments: "none",
  logLevel: "warning",
});
