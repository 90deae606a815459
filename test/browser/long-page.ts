/** A page with the task pane beside a long list on a grid in memory, which unlike the workbench's takes no time of its own. */
import { rangeAddress } from "../../xlsx/addresses.ts";
import { answerClient } from "../../web/workbench/host/client.ts";
import { memoryGrid } from "../../web/workbench/memory/memory-grid.ts";
import type { Workbench, WorkbenchWindow } from "../../web/workbench/page/window.ts";
import type { CellValue } from "../../xlsx/workbook.ts";

/** A list whose rows are all like one, but for the child ref in their first cell. */
export interface LongList {
  readonly headers: readonly CellValue[];
  readonly row: readonly CellValue[];
  readonly count: number;
}

function openPane({ headers, row, count }: LongList): void {
  const cells = [headers, ...Array.from({ length: count }, (_, index) => [`KC-${200_000 + index}`, ...row.slice(1)])];
  const grid = memoryGrid([
    {
      name: "Cases",
      cells,
      tables: [
        { name: "Allocations", address: rangeAddress({ top: 0, left: 0, bottom: count, right: headers.length - 1 }) },
      ],
    },
  ]);
  grid.setName("LP_CheckDate", "45626");
  let ready = (): void => undefined;
  const answering: Pick<Workbench, "answer" | "showPane"> = {
    answer(window, controls) {
      answerClient(window, grid);
      ready = () => {
        controls.ready();
      };
    },
    showPane: () => undefined,
  };
  (window as { lpWorkbench?: unknown } & Omit<WorkbenchWindow, "lpWorkbench">).lpWorkbench = answering;
  const frame = document.createElement("iframe");
  frame.src = "/workbench/taskpane.html";
  frame.style.cssText = "width: 360px; height: 780px";
  frame.addEventListener("load", () => {
    ready();
  });
  document.body.replaceChildren(frame);
}

Object.assign(window, { openPane });
