import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  generateRandomId,
  type IDataValidationRule,
} from "@univerjs/core";
import { serializeListOptions } from "@univerjs/preset-sheets-core";
import { choicesOf } from "../file/choices.ts";
import type { OpenedSheet } from "../file/open-file.ts";
import { rangeOf } from "./areas.ts";

/** Lists to choose from in the columns of a sheet. They refuse nothing: a manager's own short forms are understood too. */
export const choicesFor = ({ blocks, rows }: OpenedSheet): IDataValidationRule[] =>
  blocks.flatMap(({ kinds, top, left, bottom }) =>
    kinds.flatMap((kind, at): IDataValidationRule[] => {
      const items = choicesOf(
        kind,
        rows.slice(top + 1, bottom + 1).map((row) => row[left + at] ?? ""),
      );
      if (items === undefined || bottom <= top) return [];
      return [
        {
          uid: generateRandomId(8),
          type: DataValidationType.LIST,
          formula1: serializeListOptions([...items]),
          ranges: [rangeOf({ top: top + 1, left: left + at, rows: bottom - top, columns: 1 })],
          renderMode: DataValidationRenderMode.ARROW,
          errorStyle: DataValidationErrorStyle.INFO,
          showErrorMessage: false,
          allowBlank: true,
        },
      ];
    }),
  );
