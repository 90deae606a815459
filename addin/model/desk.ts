import { computed, effect, signal, untracked } from "@preact/signals-core";
import { mapHeaders } from "../../rules/headers.ts";
import { POLICIES } from "../../rules/policies/index.ts";
import { termsOf } from "../../rules/terms.ts";
import { nameAsLead } from "./name-as-lead.ts";
import type { BasisKeeper } from "../checking/basis.ts";
import type { History } from "../history/api.ts";
import type { Sending } from "../sending/api.ts";
import type { Service } from "../service/api.ts";
import type { Workbook } from "../workbook/api.ts";
import { deskActions } from "./actions.ts";
import type { Desk, Phase } from "./api.ts";
import { checking } from "../checking/checking.ts";
import { rowAt } from "../checking/patch.ts";
import { placed } from "../checking/placed.ts";
import { writeReport } from "./report.ts";
import { announcer, faultOf } from "./said.ts";
import { createReader } from "./workbook-reader.ts";
import { sheetOf } from "../checking/values.ts";

export interface DeskNeeds {
  readonly workbook: Workbook;
  readonly keeper: BasisKeeper;
  readonly service: Service;
  readonly history: History;
  /** Sends the list that is looked at. */
  readonly sendingOf: (lists: Pick<Desk, "lists" | "current">) => Sending;
}

/** The desk, with what only the page that opens it calls. */
export interface OpenDesk extends Desk {
  /** Reads the workbook and watches it from then on; never throws. */
  start(): Promise<void>;
  /** The page is no add-in of Excel. */
  notInExcel(): void;
}

/** Brings workbook, rules and service together for the pane. Nothing in it waits for the service. */
export function openDesk({ workbook, keeper, service, history, sendingOf }: DeskNeeds): OpenDesk {
  const { basis } = keeper;
  const phase = signal<Phase>({ is: "loading" });
  const chosenKey = signal<string | undefined>(undefined);
  const said = announcer();
  const { lists, problems, selected, readAnew } = createReader({
    workbook,
    keeper,
    failed: said.problem,
    done(activeSheetId) {
      const found = lists.value;
      // The first look is at the sheet that the manager is looking at.
      if (!found.some(({ key }) => key === chosenKey.value))
        chosenKey.value = found.find(({ sheetId }) => sheetId === activeSheetId)?.key ?? found[0]?.key;
      phase.value = { is: found.length > 0 ? "ready" : "no-table" };
    },
  });

  const current = computed(() => lists.value.find(({ key }) => key === chosenKey.value) ?? lists.value[0]);
  const mapping = computed(() => current.value && mapHeaders(current.value.allocations.headers, basis.value.chosen));
  const seen = checking(current, basis);
  const checked = computed(() => seen.value?.checked);
  const findings = computed(() => (seen.value ? placed(seen.value) : []));
  const selectedRow = computed(() => {
    const [list, at] = [current.value, selected.value];
    return list && at && rowAt(list, at.sheetId, at.row);
  });
  const asksAboutTrial = computed(() => {
    const { policy, basePolicy, asOf } = basis.value;
    const isOurs = POLICIES.includes(basePolicy) && policy.scheme === "trial";
    return isOurs && asOf >= termsOf(policy).trial.end && keeper.workbook.value.choices.trial === undefined;
  });

  const desk: Desk = {
    phase,
    lists,
    current,
    mapping,
    basis,
    checked,
    findings,
    selectedRow,
    problems,
    asksAboutTrial,
    service,
    history,
    sending: sendingOf({ lists, current }),
    choices: computed(() => keeper.workbook.value.choices),
    // Newest version of each, by its id: what a workbook names.
    policies: computed(() => [
      ...new Map([...POLICIES, ...(keeper.service.value.policies ?? [])].map((policy) => [policy.id, policy])).values(),
    ]),
    isPolicyNamed: computed(() => keeper.workbook.value.policyId !== undefined),
    busy: said.busy,
    notice: said.notice,
    choose: (key) => {
      chosenKey.value = key;
    },
    say: said.done,
    readAgain: () => said.during("Reading the workbook", readAnew),
    nameAsLead: nameAsLead({ workbook, said, readAnew }),
    insertReport: (team, month) =>
      said.during("Writing the report", () =>
        writeReport({ workbook, keeper, history, coverage: checked.value?.coverage }, team, month),
      ),
    ...deskActions({
      workbook,
      keeper,
      said,
      readAnew,
      state: () => ({
        list: seen.value?.list ?? current.value,
        mapping: seen.value?.mapping ?? mapping.value,
        lists: lists.value,
        findings: findings.value,
      }),
    }),
  };

  return {
    ...desk,
    notInExcel: () => {
      phase.value = { is: "not-in-excel" };
    },
    async start() {
      try {
        await readAnew();
      } catch (error) {
        phase.value = { is: "failed", ...faultOf(error) };
      }
      // The rows of the list that is looked at are validated by the service too, whenever they or the basis change.
      effect(() => {
        const sheet = current.value && sheetOf(current.value, basis.value);
        if (sheet)
          untracked(() => {
            service.validate(sheet);
          });
      });
    },
  };
}
