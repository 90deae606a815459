import { describe, expect, test } from "vitest";
import { openInput, type OpenInput } from "./support/open-input.ts";
import { byCell, byPane, verdicts } from "./support/three-ways.ts";

const shownIn = (opened: OpenInput): (readonly [string, string])[] => {
  const [list] = byPane(opened).lists;
  return [...(list?.rows.values() ?? [])].map(([, verdict, findings]) => [verdict, findings]);
};

/** Whether every cell of LP.CHECK shows the verdict that the pane shows. */
const agree = (opened: OpenInput): boolean => {
  const [list] = byPane(opened).lists;
  const [cells] = byCell(opened);
  return list !== undefined && JSON.stringify([...verdicts(list)]) === JSON.stringify([...(cells?.rows ?? [])]);
};

describe("a lead that a formula takes from another sheet", () => {
  test("changes in the pane and in the cells by itself when the other sheet does, and back", async () => {
    const opened = await openInput("13-lead-from-other-sheet", { today: "2024-11-30" });
    const before = shownIn(opened);
    expect(before.map(([verdict]) => verdict)).toEqual(["Clear", "Clear"]);
    const { grid, sheetId } = opened;
    const [[lead] = []] = grid.read(sheetId("Lookup"), "A2");
    grid.type(sheetId("Lookup"), "A2", [["TBC"]]);
    await expect
      .poll(() => shownIn(opened).map(([, findings]) => findings))
      .toEqual(expect.arrayContaining(["LP-01/not-named"]));
    expect(agree(opened)).toBe(true);
    grid.type(sheetId("Lookup"), "A2", [[lead ?? ""]]);
    await expect.poll(() => shownIn(opened)).toEqual(before);
    expect(agree(opened)).toBe(true);
  });

  test("is read anew whatever the other sheet says: an error is said, and no row vanishes", async () => {
    const opened = await openInput("13-lead-from-other-sheet", { today: "2024-11-30" });
    opened.grid.type(opened.sheetId("Lookup"), "A2", [["#N/A"]]);
    await expect
      .poll(() => shownIn(opened).map(([, findings]) => findings))
      .toEqual(expect.arrayContaining(["LP-32/unreadable-value"]));
    expect(shownIn(opened)).toHaveLength(2);
    expect(agree(opened)).toBe(true);
  });
});
