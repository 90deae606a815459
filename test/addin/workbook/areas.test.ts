import { describe, expect, it } from "vitest";
import { MAX_COLUMNS, MAX_ROWS } from "../../../xlsx/addresses.ts";
import { addressOn, onSheet, overlap, parseAreas } from "../../../addin/workbook/areas.ts";

describe("an event's address", () => {
  it("is one cell, an area or several", () => {
    expect(parseAreas("B2")).toEqual([{ top: 1, left: 1, bottom: 1, right: 1 }]);
    expect(parseAreas("A1:C2,E5")).toEqual([
      { top: 0, left: 0, bottom: 1, right: 2 },
      { top: 4, left: 4, bottom: 4, right: 4 },
    ]);
  });

  it("is whole rows or columns", () => {
    expect(parseAreas("4:5")).toEqual([{ top: 3, left: 0, bottom: 4, right: MAX_COLUMNS - 1 }]);
    expect(parseAreas("$C:$D")).toEqual([{ top: 0, left: 2, bottom: MAX_ROWS - 1, right: 3 }]);
  });

  it("may name its sheet", () => {
    expect(parseAreas("'My cases'!B2")).toEqual([{ top: 1, left: 1, bottom: 1, right: 1 }]);
  });

  it.each(["", "Table1[Col]", "A0", "A1:B2,?", "0:1"])("is not guessed at when it is %o", (address) => {
    expect(parseAreas(address)).toBeUndefined();
  });
});

describe("areas", () => {
  it("share what lies in both, or nothing", () => {
    const area = { top: 1, left: 1, bottom: 3, right: 3 };
    expect(overlap(area, { top: 3, left: 0, bottom: 9, right: 1 })).toEqual({ top: 3, left: 1, bottom: 3, right: 1 });
    expect(overlap(area, { top: 4, left: 1, bottom: 4, right: 3 })).toBeUndefined();
  });

  it("end where Excel's sheet ends", () => {
    expect(onSheet({ top: 5, left: MAX_COLUMNS - 1, bottom: MAX_ROWS + 4, right: MAX_COLUMNS })).toEqual({
      top: 5,
      left: MAX_COLUMNS - 1,
      bottom: MAX_ROWS - 1,
      right: MAX_COLUMNS - 1,
    });
    expect(onSheet({ top: MAX_ROWS, left: 0, bottom: MAX_ROWS, right: 0 })).toBeUndefined();
  });

  it("are named with their sheet as Excel names them", () => {
    const area = { top: 3, left: 43, bottom: 3, right: 44 };
    expect(addressOn("Cases", area)).toBe("Cases!AR4:AS4");
    expect(addressOn("Dover's cases", area)).toBe("'Dover''s cases'!AR4:AS4");
  });
});
