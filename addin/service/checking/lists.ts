import type { Sheet } from "../../../rules/sheet.ts";
import { noListAnswers, type ListAnswers } from "./list-answers.ts";
import { refKey, rowsReader } from "./rows.ts";

/** A list that is validated, over all its edits. */
export interface List {
  sheet: Sheet;
  refs: ReadonlySet<string>;
  readonly read: ReturnType<typeof rowsReader>;
  /** Whether something may have to be asked about it. */
  isDirty: boolean;
  answers: ListAnswers;
  /** Rows that the service does not take, by their content, with the column's header where it names one. */
  refused: Map<string, string | undefined>;
  /** Rows on which the service comes to another verdict, by their content. */
  differing: Set<string>;
}

/** A workbook has hardly more lists than this that somebody looks at. */
const MOST = 8;

const nothingAnswered = (): Pick<List, "answers" | "refused" | "differing"> => ({
  answers: noListAnswers(),
  refused: new Map(),
  differing: new Set(),
});

const refsOn = ({ columns, rows }: Sheet): Set<string> => {
  const column = columns.get("childRef");
  const refs = column === undefined ? [] : rows.map((cells) => cells[column]);
  return new Set(refs.flatMap((cell) => (typeof cell === "string" && cell.trim() !== "" ? [refKey(cell.trim())] : [])));
};

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const ref of a) if (b.has(ref)) count += 1;
  return count;
};

/** The lists of a workbook. A sheet comes without a name: it is the list that it has most of its children in common with. */
export function newLists() {
  const lists: List[] = [];

  return {
    all: lists as readonly List[],
    /** Takes up a sheet as it stands now, and gives the list that it is; none for part of a list that is known. */
    take(sheet: Sheet): List | undefined {
      const refs = refsOn(sheet);
      const isSame = (list: List): boolean => {
        const common = shared(refs, list.refs);
        return common * 2 > Math.max(refs.size, list.refs.size) || (refs.size === 0 && list.refs.size === 0);
      };
      // Part of a list that is known is validated with the whole of it.
      if (sheet.isPart && lists.some((list) => shared(refs, list.refs) > 0)) return undefined;
      const held = lists.find(isSame);
      if (held) {
        Object.assign(held, { sheet, refs, isDirty: true });
        return held;
      }
      const fresh: List = { sheet, refs, isDirty: true, read: rowsReader(), ...nothingAnswered() };
      lists.push(fresh);
      if (lists.length > MOST) lists.shift();
      return fresh;
    },
    /** Forgets what was answered; the lists stay. */
    forget(): void {
      for (const list of lists) Object.assign(list, nothingAnswered(), { isDirty: true });
    },
  };
}
