/** The lines of two texts that differ, with some around them: each begins with `-`, `+` or a space. None when alike. */
export function diffLines(before: string, after: string): string[] {
  if (before === after) return [];
  const old = linesOf(before);
  const fresh = linesOf(after);
  const all = merge(old, fresh);
  const isNear = all.map((_, index) =>
    all.slice(Math.max(0, index - 2), index + 3).some(([mark]) => mark !== " "),
  );
  return all.filter((_, index) => isNear[index]).map(([mark, line]) => `${mark} ${line}`);
}

type Marked = readonly [mark: "-" | "+" | " ", line: string];

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** Both texts in one, by their longest common subsequence. */
function merge(old: readonly string[], fresh: readonly string[]): Marked[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const merged: Marked[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      merged.push([" ", old[i] as string]);
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      merged.push(["-", old[i] as string]);
      i += 1;
    } else {
      merged.push(["+", fresh[j] as string]);
      j += 1;
    }
  }
  return merged;
}
