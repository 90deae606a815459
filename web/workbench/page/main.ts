import { openFile } from "../file/open-file.ts";
import type { FunctionsMetadata } from "../host/dispatch/metadata.ts";
import { chooseFiles } from "./choose-file.ts";
import { download, editedName } from "./download.ts";
import { element, notice } from "./elements.ts";
import { keepKeyboardHere, leadOn } from "./keyboard.ts";
import { openWorkbench, type Open } from "./workbench.ts";

const SAMPLE = "allocations.xlsx";

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok)
    throw new Error(`${path} could not be loaded (${response.status}). Is the workbench built? npm run build`);
  return response;
}

async function start(): Promise<Open> {
  const [sample, functions] = await Promise.all([fetched(`/workbench/${SAMPLE}`), fetched("/addin/functions.json")]);
  const opened = openFile(new Uint8Array(await sample.arrayBuffer()));
  if ("unreadable" in opened) throw new Error(opened.unreadable);
  return openWorkbench(opened, SAMPLE, (await functions.json()) as FunctionsMetadata);
}

function attempt(work: () => void | Promise<void>): void {
  void Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      notice(error instanceof Error ? error.message : "That could not be done.", "problem");
    });
}

function connect(workbench: Open): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action]")) {
    button.addEventListener("click", () => {
      const done = workbench.controls?.runAction(button.dataset["action"] ?? "");
      if (!done) notice("The add-in is still loading. Try again in a moment.", "problem");
    });
  }
  leadOn(window);
  element("undo").addEventListener("click", () => {
    attempt(async () => {
      await workbench.grid.api.undo();
    });
  });
  element("redo").addEventListener("click", () => {
    attempt(async () => {
      await workbench.grid.api.redo();
    });
  });
  chooseFiles((file) => {
    attempt(async () => {
      workbench.open(new Uint8Array(await file.arrayBuffer()), file.name);
    });
  });
  element("download").addEventListener("click", () => {
    attempt(() => {
      const saved = workbench.save();
      if ("refused" in saved) {
        notice(
          `The workbook was not downloaded, as it would lose something that it has. Undo this, or do it in Excel: ${saved.refused.join(" ")}`,
          "problem",
        );
        return;
      }
      download(saved, editedName(workbench.name));
      notice("The download is your workbook with what you changed; everything else in it is as it was.");
    });
  });
}

keepKeyboardHere();
attempt(async () => {
  connect(await start());
  element("loading").hidden = true;
});
