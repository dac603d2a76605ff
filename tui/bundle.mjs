import { readFile, rm } from "node:fs/promises";
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
  plugins: [withoutDeveloperTools, withContractInPlace],
  legalComments: "none",
  logLevel: "warning",
});
