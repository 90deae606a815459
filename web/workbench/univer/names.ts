import { generateRandomId } from "@univerjs/core";
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetDefinedNameMutation,
} from "@univerjs/preset-sheets-core";
import type { Grid } from "../grid.ts";
import type { Book } from "./book.ts";

const isConstant = (formula: string): boolean => /^([+-]?[\d.]+(E[+-]?\d+)?|"([^"]|"")*"|TRUE|FALSE)$/i.test(formula);

/** The names of the whole workbook. Univer keeps what is no reference with "=" before it. */
export function namesOf(book: Book): Pick<Grid, "names" | "setName"> {
  const service = book.injector.get(IDefinedNamesService);
  const named = (): ReturnType<typeof service.getDefinedNameMap> => service.getDefinedNameMap(book.id);
  return {
    names: () =>
      new Map(
        Object.values(named() ?? {}).map(({ name, formulaOrRefString }) => [
          name,
          formulaOrRefString.replace(/^=/, ""),
        ]),
      ),
    setName(name, formula) {
      const known = Object.values(named() ?? {}).find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (formula === undefined) {
        if (known) book.commands.syncExecuteCommand(RemoveDefinedNameMutation.id, { unitId: book.id, ...known });
        return;
      }
      book.commands.syncExecuteCommand(SetDefinedNameMutation.id, {
        unitId: book.id,
        id: known?.id ?? generateRandomId(10),
        name,
        localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
        formulaOrRefString: isConstant(formula) ? `=${formula}` : formula,
      });
    },
  };
}
