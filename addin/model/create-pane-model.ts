import { computed, effect, signal, untracked } from "@preact/signals-core";
import { POLICIES } from "../../rules/policies/index.ts";
import { termsOf } from "../../rules/terms.ts";
import type { KnownList } from "../formulas/known-list.ts";
import { listAt } from "./list-at.ts";
import { changeAcceptance } from "./change-acceptance.ts";
import { nameAsLead } from "./name-as-lead.ts";
import type { InputsStore } from "../checking/check-inputs.ts";
import type { History } from "../history/history.ts";
import type { SnapshotSender } from "../sending/sender.ts";
import type { Service } from "../service/service.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { workbookActions } from "./workbook-actions.ts";
import type { PaneModel, Phase } from "./pane-model.ts";
import { currentCheck, mappingOf } from "../checking/current-check.ts";
import { listsTogether, withOthers } from "../checking/lists-together.ts";
import { rowAt } from "../checking/patch.ts";
import { placeFindings } from "../checking/finding-places.ts";
import { renewals } from "./renewals.ts";
import { writeReport } from "./report.ts";
import { createAnnouncer, faultOf } from "./announcer.ts";
import { policyActions } from "./policy-actions.ts";
import { createReader } from "./workbook-reader.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { notesOnPolicy } from "../../rules/workbook/notes-on-policy.ts";
import { notesOnList, notesOnSheets } from "../../rules/workbook/notes.ts";

export interface PaneModelNeeds {
  readonly workbook: Workbook;
  readonly store: InputsStore;
  readonly service: Service;
  readonly history: History;
  /** Sends the list that is looked at. */
  readonly sendingOf: (lists: Pick<PaneModel, "lists" | "current">) => SnapshotSender;
}

/** The pane's model, with what only the page that opens it calls. */
export interface AddInModel extends PaneModel {
  /** Reads the workbook and watches it from then on; never throws. */
  start(): Promise<void>;
  /** The page is no add-in of Excel. */
  notInExcel(): void;
  /** The list whose rows stand at an address ("Cases!A5:AP20"), for the functions. */
  readonly listAt: (address: string) => KnownList | undefined;
}

/** Brings workbook, rules and service together for the pane. Nothing in it waits for the service. */
export function createPaneModel({ workbook, store, service, history, sendingOf }: PaneModelNeeds): AddInModel {
  const { inputs } = store;
  const phase = signal<Phase>({ is: "loading" });
  const chosenKey = signal<string | undefined>(undefined);
  const announcer = createAnnouncer();
  const { lists, besides, problems, selected, readAnew } = createReader({
    workbook,
    store,
    failed: announcer.problem,
    done(activeSheetId) {
      const found = lists.value;
      // The first look is at the sheet that the manager is looking at.
      if (!found.some(({ key }) => key === chosenKey.value))
        chosenKey.value = found.find(({ sheetId }) => sheetId === activeSheetId)?.key ?? found[0]?.key;
      phase.value = { is: found.length > 0 ? "ready" : "no-table" };
    },
  });

  const current = computed(() => lists.value.find(({ key }) => key === chosenKey.value) ?? lists.value[0]);
  const mapping = computed(() => current.value && mappingOf(current.value, inputs.value));
  const together = listsTogether(lists, inputs);
  const withThese = withOthers();
  /** What the list that is looked at is checked with, the lists that belong with it included. */
  const currentInputs = computed(() =>
    current.value ? withThese(inputs.value, together.value(current.value)) : inputs.value,
  );
  const checkedList = currentCheck(current, currentInputs);
  const checked = computed(() => checkedList.value?.checked);
  const findings = computed(() => (checkedList.value ? placeFindings(checkedList.value) : []));
  const selectedRow = computed(() => {
    const [list, at] = [current.value, selected.value];
    return list && at && rowAt(list, at.sheetId, at.row);
  });
  const asksAboutTrial = computed(() => {
    const { policy, basePolicy, asOf, policyTable } = inputs.value;
    const isSaid = policyTable?.isUsed ? policyTable.saysOfTrial : !POLICIES.includes(basePolicy);
    return (
      !isSaid &&
      policy.scheme === "trial" &&
      asOf >= termsOf(policy).trial.end &&
      store.workbook.value.choices.trial === undefined
    );
  });

  const actions = workbookActions({
    workbook,
    store,
    announcer,
    readAnew,
    inputsOf: (list) => ({ ...inputs.value, others: together.value(list).others }),
    state: () => ({
      list: checkedList.value?.list ?? current.value,
      mapping: checkedList.value?.mapping ?? mapping.value,
      lists: lists.value,
      findings: findings.value,
    }),
  });
  const model: PaneModel = {
    phase,
    lists,
    current,
    mapping,
    inputs: currentInputs,
    questions: computed(() => besides.value.questions),
    strayRows: computed(() => besides.value.strayRows),
    notes: computed(() => {
      const list = current.value;
      const found = [
        ...notesOnPolicy(store.workbook.value.policyTable, inputs.value, "short"),
        ...notesOnSheets(besides.value),
      ];
      if (!list) return found;
      return [...found, ...notesOnList(list, lists.value, together.value(list).together, inputs.value)];
    }),
    checked,
    findings,
    selectedRow,
    problems,
    asksAboutTrial,
    service,
    history,
    sending: sendingOf({ lists, current }),
    choices: computed(() => store.workbook.value.choices),
    // Newest version of each, by its id: what a workbook names.
    policies: computed(() => [
      ...new Map([...POLICIES, ...(store.service.value.policies ?? [])].map((policy) => [policy.id, policy])).values(),
    ]),
    isPolicyNamed: computed(() => store.workbook.value.policyId !== undefined),
    busy: announcer.busy,
    notice: announcer.notice,
    choose: (key) => {
      chosenKey.value = key;
    },
    say: announcer.done,
    readAgain: () => announcer.during("Reading the workbook", readAnew),
    nameAsLead: nameAsLead({ workbook, announcer, readAnew }),
    ...renewals({ workbook, store, service, announcer, readAnew, inputs }),
    changeAcceptance: changeAcceptance({
      workbook,
      announcer,
      readAnew,
      addCheckColumns: async () => {
        if (current.value) await actions.writeCheckColumns(current.value);
      },
    }),
    insertReport: (team, month) =>
      announcer.during("Writing the report", () =>
        writeReport({ workbook, store, history, coverage: checked.value?.coverage }, team, month),
      ),
    ...policyActions({ workbook, store, announcer, readAnew }),
    ...actions,
  };

  return {
    ...model,
    listAt: (address) => listAt(lists.value, (list) => together.value(list).others, inputs.value, address),
    notInExcel: () => {
      phase.value = { is: "not-in-excel" };
    },
    async start() {
      try {
        await readAnew();
      } catch (error) {
        phase.value = { is: "failed", ...faultOf(error) };
      }
      // The rows of the list that is looked at are validated by the service too, whenever they or what they are checked with change.
      effect(() => {
        const sheet = current.value && sheetOf(current.value, inputs.value);
        if (sheet)
          untracked(() => {
            service.validate(sheet);
          });
      });
    },
  };
}
