/**
 * A process to be killed: `crash-writer.ts DIRECTORY NAME`. Once it reads a line it opens the database and commits
 * without end, sixteen commits at a time, three entries each; for each acknowledged one it prints `POSITION ID`.
 */
import { once } from "node:events";
import { openLevelEngine } from "../../../server/engine/level.js";

const [directory = "", name = ""] = process.argv.slice(2);
await once(process.stdin, "data");
const engine = await openLevelEngine({ directory });

async function write(lane: number): Promise<never> {
  for (let count = 0; ; count++) {
    const id = `${name}-${lane}-${count}`;
    await engine.commit(
      [{ key: `a/${id}`, expected: undefined }],
      ["a", "b", "c"].map((place) => ({ key: `${place}/${id}`, value: id.repeat(20) })),
    );
    process.stdout.write(`${engine.position()} ${id}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, lane) => write(lane)));
