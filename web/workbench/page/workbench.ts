import { openFile, type OpenedFile } from "../file/open-file.ts";
import { saveFile } from "../file/save-file.ts";
import { asOpened, type AsOpened } from "../file/saved-grid.ts";
import type { Refused } from "../../../xlsx/patching/patch.ts";
import { answerClient, type Host } from "../host/client.ts";
import { gridFunctions } from "../host/dispatch/grid-functions.ts";
import type { FunctionsMetadata } from "../host/dispatch/metadata.ts";
import type { OfficeControls } from "../host/office.ts";
import type { UniverGrid } from "../univer/grid.ts";
import { openInGrid } from "../univer/open-in-grid.ts";
import { element, notice } from "./elements.ts";
import { loadPane, showPane } from "./pane.ts";
import type { Workbench } from "./window.ts";

/** Set when the page is built: the add-in as a workbook names it. */
declare const ADD_IN: { readonly id: string; readonly version: string };

/** In milliseconds. */
const SETTLES = 1_500;

export interface Open extends Workbench {
  readonly name: string;
}

/** The workbench with its first file in it. */
export function openWorkbench(first: OpenedFile, firstName: string, metadata: FunctionsMetadata): Open {
  let grid: UniverGrid;
  let file: OpenedFile;
  let before: AsOpened;
  let host: Host | undefined;
  let controls: OfficeControls | undefined;
  let name = firstName;
  let shownAt = 0;

  function show(opened: OpenedFile, givenName: string): void {
    const place = document.createElement("div");
    place.style.height = "100%";
    element("grid").replaceChildren(place);
    grid = openInGrid(place, opened);
    file = opened;
    before = asOpened(grid);
    shownAt = performance.now();
    name = givenName;
    loadPane(() => {
      if (host) grid.register(gridFunctions(host.functions, metadata, { namespace: "LP" }));
      controls?.ready();
    });
  }

  const workbench: Open = {
    get grid() {
      return grid;
    },
    get host() {
      return host;
    },
    get controls() {
      return controls;
    },
    get name() {
      return name;
    },
    showPane,
    open(bytes, givenName) {
      const opened = openFile(bytes);
      if ("unreadable" in opened) {
        notice(`${givenName} was not opened. ${opened.unreadable}`, "problem");
        return;
      }
      // Univer looks for its sheet once more a moment after it has begun, and would not find it.
      setTimeout(
        () => {
          host?.stop();
          [host, controls] = [undefined, undefined];
          grid.dispose();
          show(opened, givenName);
          notice(saidOf(opened, givenName));
        },
        Math.max(0, shownAt + SETTLES - performance.now()),
      );
    },
    save: (): Uint8Array | Refused => saveFile(file, before, grid, ADD_IN),
    answer(window, given) {
      controls = given;
      host = answerClient(window, grid);
    },
  };
  // The pane looks for it as soon as it loads.
  Object.assign(window, { lpWorkbench: workbench });
  show(first, firstName);
  return workbench;
}

function saidOf({ formulasAsValues }: OpenedFile, name: string): string {
  const formulas = formulasAsValues === 1 ? "1 formula shows" : `${formulasAsValues} formulas show`;
  return formulasAsValues === 0
    ? `${name} is open.`
    : `${name} is open. ${formulas} what Excel last saved, as only Excel can calculate them.`;
}
