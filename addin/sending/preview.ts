import { checkInSteps, type Checked } from "../../rules/check.ts";
import { headerText } from "../../rules/headers.ts";
import type { Verdict } from "../../rules/finding.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Cell } from "../../rules/read.ts";
import { registerOf } from "../../rules/register.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { termsOf } from "../../rules/terms.ts";
import type { WireRow } from "../../rules/wire.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { Preview } from "./sender.ts";
import type { Receipt } from "../../client/snapshots.ts";
import { isOnlyTeam } from "./blocks.ts";
import { ROWS_AT_ONCE } from "./gather.ts";
import { prepare, type PrepareNeeds, type SendRequest } from "./prepare.ts";
import { storedAs, storedRow } from "./stored-as.ts";
import { datesAfter, warningsOf } from "./warnings.ts";

const NO_VERDICTS: Readonly<Record<Verdict, number>> = { clear: 0, advice: 0, check: 0, action: 0, "not-eligible": 0 };

async function checkWith(sheet: Sheet, inputs: CheckInputs, pause: () => Promise<void>): Promise<Checked> {
  const steps = checkInSteps(sheet, inputs, ROWS_AT_ONCE);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

export interface PreviewNeeds extends PrepareNeeds {
  readonly before: (team: string, month: string) => Receipt | undefined;
  /** Whether unfinished uploads outlast the pane. */
  readonly lasts: () => boolean;
}

/** What of a list would leave the workbook, worked out from its rows as they were last read. */
export async function previewOf(needs: PreviewNeeds, wanted: SendRequest): Promise<Preview> {
  const { list, team, month } = wanted;
  const cells: (readonly Cell[])[] = [];
  const rowNumbers: number[] = [];
  let first: WireRow | undefined;
  let dates = 0;
  const found = await prepare(needs, wanted, {
    read: (from, count) => Promise.resolve(list?.allocations.rows.slice(from, from + count) ?? []),
    take(row, theirs, rowNumber, asOf) {
      cells.push(theirs);
      rowNumbers.push(rowNumber);
      first ??= row;
      dates += datesAfter(row, asOf);
    },
  });
  if (!found) throw new Error("A preview is never stopped.");
  const { asOf, inputs, mapping, teamName, content, left } = found;
  const { policy, date1904 } = inputs;
  const columns = mapping?.columns ?? new Map<FieldId, number>();
  // The service counts its own facts in later; what only it knows is no part of a preview.
  const checked =
    cells.length > 0
      ? await checkWith(
          { columns, rows: cells, rowNumbers, date1904, whole: list?.whole },
          { ...inputs, service: undefined },
          needs.pause,
        )
      : undefined;
  const verdicts = checked?.counts ?? NO_VERDICTS;
  const ofAll = (["status", "team"] as const).filter(
    (field) => !columns.has(field) && list?.whole?.[field] !== undefined,
  );
  const sent = [
    ...[...columns].map(([field, column]) => ({ field, header: headerText(list?.allocations.headers[column]) })),
    ...ofAll.map((field) => ({ field, header: "Of the whole list" })),
  ].map((one) => ({ ...one, storedAs: storedAs(one.field) }));
  const register =
    inputs.from.register === "service" && inputs.register
      ? registerOf(inputs.register, termsOf(policy), inputs.asOf)
      : undefined;
  return {
    team,
    month,
    asOf,
    rows: content.rows,
    heldBack: left.heldBack,
    ofOtherTeams: left.ofOtherTeams,
    sent,
    verdicts,
    staysBehind: mapping?.unmapped ?? [],
    example: first ? storedRow(first, sent, register) : [],
    datesAfter: dates,
    blocks: found.blocks,
    warnings: warningsOf({
      teamName,
      asOf: inputs.asOf,
      left,
      verdicts,
      dates,
      before: needs.before(team, month),
      lasts: needs.lasts(),
      isOnlyTeam: isOnlyTeam(needs.service.account.peek()),
    }),
  };
}
