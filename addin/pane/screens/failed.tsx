import type { PaneModel, Phase } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Notices } from "../parts/notices.tsx";
import type { View } from "../view.ts";

interface FailedProps {
  readonly model: PaneModel;
  readonly view: View;
  readonly phase: Extract<Phase, { is: "failed" }>;
}

/** The workbook could not be read: why, what to do, and what to send to whoever helps. */
export function Failed({ model, view, phase }: FailedProps) {
  return (
    <main class="screen">
      <h1>The workbook could not be read</h1>
      <p role="alert">{phase.sentence}</p>
      <p class="buttons">
        <Action model={model} isMain onPress={() => model.readAgain()}>
          Try again
        </Action>
      </p>
      <details>
        <summary>Details for whoever helps you</summary>
        <pre>{phase.detail}</pre>
        <CopyButton
          label="Copy details"
          text={() => `${phase.sentence}\n${phase.detail}`}
          onCopied={() => {
            model.say("Details copied.");
          }}
        />
      </details>
      <Notices model={model} view={view} />
    </main>
  );
}
