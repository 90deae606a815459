import { signal, type ReadonlySignal } from "@preact/signals-core";
import { showDay } from "../../rules/dates.ts";
import { list as listed } from "../../rules/text.ts";
import { takenBackBy } from "../checking/cell-changes.ts";
import type { CheckInputs, InputsStore } from "../checking/check-inputs.ts";
import { enterRenewals } from "../registrations/enter-renewals.ts";
import { renewalOf } from "../registrations/renewal.ts";
import type { Service } from "../service/service.ts";
import { WorkbookProblem, type Workbook } from "../workbook/workbook.ts";
import type { Announcer } from "./announcer.ts";
import type { PaneModel } from "./pane-model.ts";

export interface RenewalNeeds {
  readonly workbook: Pick<Workbook, "writeCells">;
  readonly store: InputsStore;
  readonly service: Pick<Service, "account" | "ask" | "retry">;
  readonly announcer: Pick<Announcer, "during">;
  readonly readAnew: () => Promise<void>;
  readonly inputs: ReadonlySignal<CheckInputs>;
}

/** Enters that people have renewed their registration: in the workbook's table, in the council's register, or in both. */
export function renewals({
  workbook,
  store,
  service,
  announcer,
  readAnew,
  inputs,
}: RenewalNeeds): Pick<PaneModel, "renewalOf" | "renew" | "refusedRenewals"> {
  const refusedRenewals = signal<readonly string[]>([]);
  return {
    refusedRenewals,
    renewalOf: (keys) =>
      renewalOf(keys, {
        inputs: inputs.value,
        workbook: store.workbook.value,
        isAdmin: service.account.value?.roles.includes("Admin") === true,
      }),
    renew: ({ to, table, entries }) =>
      announcer.during("Entering the renewals", async () => {
        refusedRenewals.value = [];
        const said: string[] = [];
        const refused: string[] = [];
        if (table && table.changes.length > 0) {
          try {
            // A sheet is found by its name as well as by its id.
            await workbook.writeCells(table.sheet, table.changes, table.standing);
            said.push(
              `On the sheet ${table.sheet}, ${listed(table.changes.map(({ address }) => address))} now ${table.changes.length === 1 ? "holds" : "hold"} ${showDay(to)}. To undo it by hand: ${listed(takenBackBy(table.changes))}.`,
            );
          } catch (error) {
            // What the workbook refuses keeps nothing out of the council's register.
            if (!(error instanceof WorkbookProblem) || entries.length === 0) throw error;
            refused.push(error.message);
          }
        }
        if (entries.length > 0) {
          const entered = await enterRenewals(service.ask, entries, to);
          refused.push(...entered.refused);
          if (entered.done.length > 0)
            said.push(`The council's register now shows ${listed(entered.done)} registered to ${showDay(to)}.`);
          service.retry();
        }
        await readAnew();
        refusedRenewals.value = refused;
        return said.length > 0 ? said.join(" ") : "Nothing was entered.";
      }),
  };
}
