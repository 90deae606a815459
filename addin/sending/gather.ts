import { textReader, type Cell } from "../../rules/read.ts";
import { isBlankRow, type Sheet } from "../../rules/sheet.ts";
import { termsOf } from "../../rules/terms.ts";
import { toWire, type WireRow } from "../../rules/wire.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";

/** How many rows are worked on before the page may draw and answer again. */
export const ROWS_AT_ONCE = 75;
/** How many are read from the workbook at once. */
const ROWS_READ = 1_000;

export interface GatherNeeds {
  readonly columns: Sheet["columns"];
  readonly whole: Sheet["whole"];
  readonly rowNumbers: readonly number[];
  /** Rows as they stand in the workbook, by their index. */
  readonly read: (from: number, count: number) => Promise<readonly (readonly Cell[])[]>;
  readonly inputs: CheckInputs;
  /** A team's id. */
  readonly team: string;
  /** Whether rows that name no team are that team's: whoever sends them manages no other. */
  readonly isOnlyTeam: boolean;
  readonly pause: () => Promise<void>;
  readonly progress?: (done: number, of: number) => void;
  readonly isStopped?: () => boolean;
  /** Each row that is to be sent, as it will be and as its cells stand. */
  readonly take: (row: WireRow, cells: readonly Cell[], rowNumber: number) => void;
}

/** Rows that are not sent, by why; the sheet's row numbers. */
export interface LeftOut {
  readonly heldBack: readonly number[];
  readonly ofOtherTeams: number;
  readonly withoutTeam: readonly number[];
  readonly unknownTeam: readonly number[];
}

const UNKNOWN = Symbol("unknown");

/** Goes through a list slice by slice and hands over the rows of a team; undefined where it was stopped. */
export async function gather(gathering: GatherNeeds): Promise<LeftOut | undefined> {
  const { columns, whole, rowNumbers, read, inputs, team, isOnlyTeam, pause, progress, isStopped, take } = gathering;
  const terms = termsOf(inputs.policy);
  const readTeam = textReader<string | typeof UNKNOWN>((text) => terms.team(text)?.team.id ?? UNKNOWN);
  const places = [...columns.values()];
  const teamColumn = columns.get("team");
  const left = { heldBack: [] as number[], ofOtherTeams: 0, withoutTeam: [] as number[], unknownTeam: [] as number[] };

  /** Whether a row is the team's; one that is not is noted. */
  function isOurs(cells: readonly Cell[], rowNumber: number): boolean {
    const found = readTeam(teamColumn === undefined ? whole?.team : cells[teamColumn]);
    if (found === team) return true;
    if (typeof found === "string") left.ofOtherTeams += 1;
    else if (found !== undefined) left.unknownTeam.push(rowNumber);
    else if (teamColumn !== undefined) left.withoutTeam.push(rowNumber);
    return found === undefined && isOnlyTeam;
  }

  function work(slice: readonly (readonly Cell[])[], numbers: readonly number[]): void {
    const ours = slice
      .map((cells, index) => ({ cells, number: numbers[index] ?? 0 }))
      .filter(({ cells, number }) => !isBlankRow(cells, places) && isOurs(cells, number));
    const sheet: Sheet = {
      columns,
      rows: ours.map(({ cells }) => cells),
      rowNumbers: ours.map(({ number }) => number),
      date1904: inputs.date1904,
      whole,
    };
    const { rows, heldBack } = toWire(sheet, inputs);
    left.heldBack.push(...heldBack);
    const held = new Set(heldBack);
    ours
      .filter(({ number }) => !held.has(number))
      .forEach(({ cells, number }, index) => {
        take(rows[index] ?? {}, cells, number);
      });
  }

  for (let from = 0; from < rowNumbers.length; from += ROWS_READ) {
    const block = await read(from, ROWS_READ);
    for (let start = 0; start < block.length; start += ROWS_AT_ONCE) {
      if (isStopped?.()) return undefined;
      progress?.(from + start, rowNumbers.length);
      await pause();
      work(block.slice(start, start + ROWS_AT_ONCE), rowNumbers.slice(from + start, from + start + ROWS_AT_ONCE));
    }
  }
  return isStopped?.() ? undefined : left;
}
