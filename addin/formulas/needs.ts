import type { ReadonlySignal } from "@preact/signals-core";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { Service } from "../service/service.ts";

/** What the LP functions work with, handed over once when the add-in starts. */
export interface FormulaNeeds {
  readonly inputs: ReadonlySignal<CheckInputs>;
  /** Settles once the workbook has been read, so that its policy, register and check date are known. */
  readonly ready: PromiseLike<unknown>;
  readonly service: Pick<Service, "validate" | "lead" | "measure">;
  /** Whether the cells of an address ("Cases!A5:AP20") are only part of a list's rows. */
  readonly isPart?: (address: string) => boolean;
}
