import { belongTogether, type OtherList } from "../other-lists.ts";
import type { Sheet } from "../sheet.ts";
import type { Belonging } from "./choices.ts";

/** A list as the rules check it, with the sheet that it stands on. */
export interface PlacedSheet {
  readonly sheet: Sheet;
  readonly name: string;
}

/** For each list, by their order, which others belong with it; what a person has said counts before what the child refs say. */
export function belonging(
  lists: readonly Pick<PlacedSheet, "sheet">[],
  said: Belonging | undefined,
): readonly (readonly number[])[] {
  const areTogether = (a: number, b: number): boolean => {
    if (said !== undefined) return said === "together";
    const [one, other] = [lists[a], lists[b]];
    return one !== undefined && other !== undefined && belongTogether(one.sheet, other.sheet);
  };
  return lists.map((_, at) => [...lists.keys()].filter((other) => other !== at && areTogether(at, other)));
}

/** The lists that a check looks at beside one, as they are named in it. */
export const othersOf = ({ name }: Pick<PlacedSheet, "name">, together: readonly PlacedSheet[]): readonly OtherList[] =>
  together.map((other) => ({ sheet: other.sheet, name: other.name === name ? undefined : other.name }));
