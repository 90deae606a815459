import type { Range } from "../../xlsx/addresses.ts";
import { isInside } from "./areas.ts";
import type { Times } from "./excel.ts";

/** What this add-in is about to do, told to whoever watches the workbook. */
export interface OwnWrites {
  /** Cells are about to be written on a sheet. */
  readonly cells: (sheetId: string, area: Range) => void;
  /** A sheet or a table is about to be added. */
  readonly added: (what: "sheet" | "table") => void;
  readonly areOwn: (sheetId: string, areas: readonly Range[]) => boolean;
  readonly isOwnAddition: (what: "sheet" | "table") => boolean;
}

/**
 * Excel says from ExcelApi 1.14 on which edits an add-in made itself, and of added sheets and tables never: for those
 * what is about to be written is remembered until its event may be expected to have come.
 */
export function ownWrites({ own }: Times): OwnWrites {
  let written: { readonly sheetId: string; readonly area: Range; readonly until: number }[] = [];
  let added: { readonly what: "sheet" | "table"; readonly until: number }[] = [];
  const forget = (): void => {
    const now = Date.now();
    written = written.filter(({ until }) => until > now);
    added = added.filter(({ until }) => until > now);
  };
  return {
    cells(sheetId, area) {
      forget();
      written.push({ sheetId, area, until: Date.now() + own });
    },
    added(what) {
      forget();
      added.push({ what, until: Date.now() + own });
    },
    areOwn(sheetId, areas) {
      forget();
      return areas.every((area) => written.some((one) => one.sheetId === sheetId && isInside(area, one.area)));
    },
    isOwnAddition(what) {
      forget();
      const at = added.findIndex((one) => one.what === what);
      if (at >= 0) added.splice(at, 1);
      return at >= 0;
    },
  };
}
