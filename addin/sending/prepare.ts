import { toIso } from "../../rules/dates.ts";
import type { Mapping } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import type { WireRow } from "../../rules/wire.ts";
import { inputsOn, type CheckInputs, type InputsStore } from "../checking/check-inputs.ts";
import { mappingOf } from "../checking/current-check.ts";
import type { Service } from "../service/service.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import { blocksAfter, blocksBefore, isOnlyTeam, nameOf } from "./blocks.ts";
import { contentOf, type Content, type PartLimits } from "./content.ts";
import { gather, type GatherNeeds, type LeftOut } from "./gather.ts";
import { asOfFor } from "./as-of.ts";

/** What is to be sent. */
export interface SendRequest {
  readonly list: WorkbookList | undefined;
  readonly team: string;
  readonly month: string;
  readonly asOf: string | undefined;
}

/** A month as it would be sent. Where there are blocks it is not. */
export interface PreparedMonth {
  readonly asOf: string;
  readonly inputs: CheckInputs;
  readonly mapping: Mapping | undefined;
  readonly teamName: string;
  readonly content: Content;
  readonly left: LeftOut;
  readonly blocks: readonly string[];
}

export interface PrepareNeeds {
  readonly store: InputsStore;
  readonly service: Pick<Service, "state" | "account">;
  readonly pause: () => Promise<void>;
  readonly limits?: PartLimits | undefined;
}

export type PrepareOptions = Pick<GatherNeeds, "read" | "progress" | "isStopped"> & {
  readonly take?: (row: WireRow, cells: readonly Cell[], rowNumber: number, asOf: string) => void;
};

const NOTHING_LEFT: LeftOut = { heldBack: [], ofOtherTeams: 0, withoutTeam: [], unknownTeam: [] };

/** Works out what of a list would be sent; undefined where it was stopped. */
export async function prepare(
  { store, service, pause, limits }: PrepareNeeds,
  { list, team, month, asOf: given }: SendRequest,
  how: PrepareOptions,
): Promise<PreparedMonth | undefined> {
  const account = service.account.peek();
  const { day, block } = asOfFor(month, given, store.today.peek());
  const inputs = inputsOn(store, day);
  const { policy } = inputs;
  const mapping = list && mappingOf(list, inputs);
  const asOf = toIso(day);
  const content = contentOf(limits);
  const done = (left: LeftOut, blocks: readonly string[]): PreparedMonth => {
    const sent = content.done({ team, month, asOf });
    const teamName = nameOf(policy, team);
    return {
      asOf,
      inputs,
      mapping,
      teamName,
      content: sent,
      left,
      blocks: blocks.length > 0 ? blocks : blocksAfter(sent, left, teamName),
    };
  };
  const blocks = [
    ...(block === undefined ? [] : [block]),
    ...blocksBefore({
      account,
      state: service.state.peek(),
      inputs: store.service.peek(),
      policy,
      asOf: day,
      team,
      columns: mapping?.columns,
      whole: list?.whole,
    }),
  ];
  if (blocks.length > 0 || !list || !mapping) return done(NOTHING_LEFT, blocks);
  const { take, ...reading } = how;
  const left = await gather({
    ...reading,
    inputs,
    team,
    pause,
    columns: mapping.columns,
    whole: list.whole,
    rowNumbers: list.allocations.rowNumbers,
    isOnlyTeam: isOnlyTeam(account),
    take(row, cells, rowNumber) {
      content.add(row);
      take?.(row, cells, rowNumber, asOf);
    },
  });
  return left && done(left, []);
}
