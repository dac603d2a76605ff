import { CannotOpenError, type Engine, type Write } from "../engine/engine.js";
import { keyOf, rangeBelow } from "./keys.js";

/** The version of the records this program writes. */
export const SCHEMA_VERSION = 1;

/** Brings every entry under one place from the version before to `to`. */
interface Migration {
  readonly to: number;
  readonly place: string;
  readonly change: (record: unknown) => unknown;
}

/** Every step since version 1, oldest first; a step is never changed once released. */
const MIGRATIONS: readonly Migration[] = [];

const VERSION_KEY = keyOf("schema", ["version"]);
const BATCH_SIZE = 500;

/**
 * Brings a database to `version`, step by step; an empty one starts at it. A step that is cut off is done again from
 * its beginning, so `change` must leave alone what it has changed already. Throws CannotOpenError for a newer one and
 * for one that is not ours.
 */
export async function migrateSchema(
  engine: Engine,
  version: number = SCHEMA_VERSION,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const found = await readVersion(engine);
  if (found === undefined) {
    await requireEmpty(engine);
    await setVersion(engine, undefined, version);
    return;
  }
  if (found > version) {
    throw new CannotOpenError(
      `This database holds records of version ${found}; this Latchkey knows versions up to ${version}. Install the Latchkey that wrote it, or a newer one, or restore a backup made before.`,
    );
  }
  // The version moves when all places have come to it: a step cut off between two of them is not done.
  for (let to = found + 1; to <= version; to++) {
    for (const migration of migrations.filter((step) => step.to === to)) await rewrite(engine, migration);
    await setVersion(engine, to - 1, to);
  }
}

async function rewrite(engine: Engine, migration: Migration): Promise<void> {
  let range = rangeBelow(migration.place, []);
  for (;;) {
    const snapshot = await engine.snapshot();
    const entries = await snapshot.scan(range, BATCH_SIZE);
    snapshot.close();
    const last = entries.at(-1);
    if (last === undefined) return;
    const writes = entries.map(
      ({ key, value }): Write => ({ key, value: JSON.stringify(migration.change(JSON.parse(value))) }),
    );
    await engine.commit([], writes);
    range = rangeBelow(migration.place, [], { after: last.key });
  }
}

async function readVersion(engine: Engine): Promise<number | undefined> {
  const snapshot = await engine.snapshot();
  const value = await snapshot.get(VERSION_KEY);
  snapshot.close();
  if (value !== undefined && !/^[1-9][0-9]*$/.test(value)) {
    throw notOurs("the version of its records cannot be read");
  }
  return value === undefined ? undefined : Number(value);
}

async function requireEmpty(engine: Engine): Promise<void> {
  const snapshot = await engine.snapshot();
  const entries = await snapshot.scan({ start: "!", end: "~" }, 1);
  snapshot.close();
  if (entries.length > 0) throw notOurs("it holds records, but does not say of which version");
}

function notOurs(why: string): CannotOpenError {
  return new CannotOpenError(
    `This database is none of Latchkey's, or it is damaged: ${why}. Name another directory, or restore a backup.`,
  );
}

async function setVersion(engine: Engine, from: number | undefined, to: number): Promise<void> {
  const expected = from === undefined ? undefined : String(from);
  await engine.commit([{ key: VERSION_KEY, expected }], [{ key: VERSION_KEY, value: String(to) }]);
}
