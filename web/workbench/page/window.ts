import type { Refused } from "../../../xlsx/patching/patch.ts";
import type { ClientWindow, Host } from "../host/client.ts";
import type { OfficeControls } from "../host/office.ts";
import type { UniverGrid } from "../univer/grid.ts";

/** What the pane's page finds on the window around it, and tests on theirs. */
export interface Workbench {
  readonly grid: UniverGrid;
  /** The host that answers the pane; undefined until the pane has loaded Microsoft's client. */
  readonly host: Host | undefined;
  readonly controls: OfficeControls | undefined;
  /** Opens a file's bytes in place of what is there. */
  open(bytes: Uint8Array, name: string): void;
  /** What Download would give; or what of the file it would lose, one sentence each. */
  save(): Uint8Array | Refused;
  showPane(isShown: boolean): void;
  /** Called by the pane's page as soon as it has Microsoft's client, before the add-in's script runs. */
  answer(window: ClientWindow, controls: OfficeControls): void;
}

/** The window of the pane's page. */
export interface PaneWindow {
  Office?: object;
  /** What was given to the page as `Office` before Microsoft's client, and what runs it from outside. */
  lpOffice?: { readonly controls: OfficeControls; readonly given: object };
}

export interface WorkbenchWindow {
  lpWorkbench?: Workbench;
}
