/// <reference types="office-js" />
import type { PaneModel } from "./model/pane-model.ts";
import type { PaneView } from "./pane/pane.tsx";

/** The ribbon's buttons and the keyboard shortcut, by the names that the manifest gives them. */
export function associateCommands(model: PaneModel, pane: PaneView): void {
  const command =
    (work: () => Promise<unknown>) =>
    (event?: Office.AddinCommands.Event): void => {
      // Excel waits for this word before it takes another command; what went wrong is said in the pane.
      void work()
        .catch(() => undefined)
        .finally(() => {
          event?.completed();
        });
    };
  Office.actions.associate(
    "checkSheet",
    command(async () => {
      pane.show("findings");
      await Office.addin.showAsTaskpane();
      await model.readAgain();
    }),
  );
  Office.actions.associate(
    "showPane",
    command(() => Office.addin.showAsTaskpane()),
  );
  Office.actions.associate(
    "sendSnapshot",
    command(async () => {
      pane.show("snapshots");
      await Office.addin.showAsTaskpane();
    }),
  );
  Office.actions.associate(
    "showHelp",
    command(() => {
      pane.help();
      return Office.addin.showAsTaskpane();
    }),
  );
}
