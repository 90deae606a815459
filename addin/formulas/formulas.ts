import { computed, signal, untracked, type ReadonlySignal } from "@preact/signals-core";
import type { CheckedRow } from "../../rules/check.ts";
import { inCells, refuse, type CellResult } from "./results.ts";
import { readListArguments, type ListFunction } from "./list-arguments.ts";
import { checkDate } from "./dates.ts";
import type { KnownList } from "./known-list.ts";
import { eligibility } from "./eligible.ts";
import { LONGEST_TEXT } from "./limits.ts";
import { listChecks } from "./list-checks.ts";
import { leads, measures } from "./look-ups.ts";
import { nextSupervision } from "./next-supervision.ts";
import { ruleWords } from "./rule-words.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { checkText, whyText } from "../checking/check-values.ts";
import type { Service } from "../service/service.ts";
import { keepAnswering, type Stream } from "./streaming.ts";

/** What the LP functions work with, handed over once when the add-in starts. */
export interface FormulaNeeds {
  readonly inputs: ReadonlySignal<CheckInputs>;
  /** Settles once the workbook has been read, so that its policy, register and check date are known. */
  readonly ready: PromiseLike<unknown>;
  readonly service: Pick<Service, "validate" | "lead" | "measure">;
  /** The list whose rows stand at an address ("Cases!A5:AP20"), as it was read. */
  readonly listAt?: (address: string) => KnownList | undefined;
}

/** How long formulas wait for the workbook to be read before they answer without knowing its policy and register. */
const PATIENCE = 2_000;

const SHOWN: Readonly<Record<ListFunction, (row: CheckedRow | undefined) => string>> = {
  CHECK: checkText,
  WHY: (row) => whyText(row).slice(0, LONGEST_TEXT),
};

/** Settles once `ready` has, whatever came of it, and after `PATIENCE` at the latest. */
function patiently(ready: PromiseLike<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(settle, PATIENCE);
    ready.then(settle, settle);
  });
}

/** The LP functions, joined to what they work with. Whatever goes wrong leaves them as an error of Excel's with a sentence. */
export function formulasWith({ inputs, ready, service, listAt }: FormulaNeeds) {
  const isReady = signal(false);
  const read = patiently(ready).then(() => {
    isReady.value = true;
  });
  const eligible = eligibility();
  const checks = listChecks((sheet) => {
    service.validate(sheet);
  });

  async function answered(work: () => CellResult[][] | Promise<CellResult[][]>): Promise<unknown[][]> {
    try {
      await read;
      return inCells(await work());
    } catch (fault) {
      return refuse(fault);
    }
  }

  function listed(name: ListFunction, headers: unknown, rows: unknown, asOf: unknown, invocation: Stream): void {
    // Excel says nothing, null or "" of an argument that is no range.
    const address = invocation.parameterAddresses?.[1] || undefined;
    const known = computed(() => (address === undefined ? undefined : listAt?.(address)));
    const listArguments = computed(() => checks.shared(readListArguments(name, headers, rows, address)));
    keepAnswering(invocation, () => {
      if (!isReady.value) return undefined;
      const { value } = inputs;
      const [list, asKnown] = [listArguments.value, known.value];
      // Whatever checking reads besides must not have it done again.
      const checked = untracked(() => checks.checked(list, value, checkDate(asOf, value), asKnown));
      return checked.rows.map((row) => [SHOWN[name](row)]);
    });
  }

  return {
    eligible: (args: Parameters<typeof eligible>[0]) => answered(() => eligible(args, inputs.value)),
    nextSupervision: (args: Parameters<typeof nextSupervision>[0]) =>
      answered(() => nextSupervision(args, inputs.value)),
    rule: (args: Parameters<typeof ruleWords>[0]) => answered(() => ruleWords(args, inputs.value)),
    lead: (childRef: unknown) => answered(() => leads(childRef, service)),
    measure: (args: Parameters<typeof measures>[0]) => answered(() => measures(args, inputs.value, service)),
    listed,
  };
}

export type Formulas = ReturnType<typeof formulasWith>;
