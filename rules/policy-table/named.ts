import { fold, list } from "../text.ts";
import type { RowNote } from "./row.ts";

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A row that names a team or a role: its name first. */
export interface Given<T extends Named> {
  readonly row: number;
  readonly names: readonly string[];
  /** What the row makes of it; `before` is what the policy that the table is based on has of it. */
  readonly make: (named: Named, before: T | undefined) => T;
}

export interface Merged<T extends Named> {
  readonly items: readonly T[];
  readonly unusable: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}

const namesOf = ({ name, aliases }: Named): readonly string[] => [name, ...aliases];

/** Leaves out rows that give a name which an earlier row has given already. */
function withoutRepeats<T extends Named>(given: readonly Given<T>[]) {
  const owners = new Map<string, number>();
  const unusable: RowNote[] = [];
  const usable = given.filter(({ row, names }) => {
    const repeated = names.find((name) => owners.has(fold(name)));
    if (repeated !== undefined)
      unusable.push({ row, reason: `Row ${String(owners.get(fold(repeated)))} has the name '${repeated}' already.` });
    else for (const name of names) owners.set(fold(name), row);
    return repeated === undefined;
  });
  return { usable, unusable };
}

/** Which item of the base each row speaks of: the one whose name it gives, else one that its own name is another name of. */
function matched<T extends Named>(base: readonly T[], given: readonly Given<T>[]) {
  const unusable: RowNote[] = [];
  const taken = new Map<T, Given<T>>();
  const before = new Map<Given<T>, T | undefined>();
  for (const one of given) {
    const folded = one.names.map(fold);
    const items = base.filter(({ name }) => folded.includes(fold(name)));
    if (items.length > 1)
      unusable.push({
        row: one.row,
        reason: `It gives one name to ${list(items.map(({ name }) => `'${name}'`))}, which are different ones.`,
      });
    else {
      before.set(one, items[0]);
      if (items[0]) taken.set(items[0], one);
    }
  }
  for (const [one, item] of before) {
    if (item) continue;
    const called = base.find(({ aliases }) => aliases.some((alias) => fold(alias) === fold(one.names[0] as string)));
    if (called && !taken.has(called)) {
      before.set(one, called);
      taken.set(called, one);
    }
  }
  return { before, taken, unusable };
}

/** The other names that an item keeps of those that it had: those that no row gives to another. */
const keptNames = (item: Named, row: number | undefined, owners: ReadonlyMap<string, number>): string[] =>
  namesOf(item).filter((name) => (owners.get(fold(name)) ?? row) === row);

const withKept = (names: readonly string[], kept: readonly string[]): Named => {
  const given = new Set(names.map(fold));
  const [name, ...aliases] = names as [string, ...string[]];
  return { name, aliases: [...aliases, ...kept.filter((one) => !given.has(fold(one)))] };
};

/**
 * Teams or roles as rows change them. Without `isWhole` the rows add to those of the base and change what they name;
 * with it there are none but theirs.
 */
export function mergeNamed<T extends Named>(
  base: readonly T[],
  given: readonly Given<T>[],
  isWhole: boolean,
): Merged<T> {
  const { usable, unusable: repeats } = withoutRepeats(given);
  const { before, taken, unusable } = matched(base, usable);
  const owners = new Map(
    [...before.keys()].flatMap(({ row, names }) => names.map((name) => [fold(name), row] as const)),
  );
  const made = new Map(
    [...before].map(([one, item]): [Given<T>, T] => {
      const kept = item && !isWhole ? keptNames(item, one.row, owners) : [];
      return [one, one.make(withKept(one.names, kept), item)];
    }),
  );
  const notes = [...repeats, ...unusable];
  if (isWhole) return { items: [...made.values()], unusable: notes, remarks: [] };
  const remarks: RowNote[] = [];
  const kept = base.map((item): T => {
    const by = taken.get(item);
    if (by) return made.get(by) as T;
    for (const name of item.aliases) {
      const row = owners.get(fold(name));
      if (row !== undefined)
        remarks.push({ row, reason: `Without this row '${name}' is another name of '${item.name}'.` });
    }
    return { ...item, aliases: item.aliases.filter((name) => !owners.has(fold(name))) };
  });
  const added = [...made].filter(([one]) => before.get(one) === undefined).map(([, item]) => item);
  return { items: [...kept, ...added], unusable: notes, remarks };
}
