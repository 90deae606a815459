import type { Desk, Phase } from "../../model/api.ts";
import { Action } from "../parts/action.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Notices } from "../parts/notices.tsx";
import type { View } from "../view.ts";

interface FailedProps {
  readonly desk: Desk;
  readonly view: View;
  readonly phase: Extract<Phase, { is: "failed" }>;
}

/** The workbook could not be read: why, what to do, and what to send to whoever helps. */
export function Failed({ desk, view, phase }: FailedProps) {
  return (
    <main class="screen">
      <h1>The workbook could not be read</h1>
      <p role="alert">{phase.sentence}</p>
      <p class="buttons">
        <Action desk={desk} isMain onPress={() => desk.readAgain()}>
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
            desk.say("Details copied.");
          }}
        />
      </details>
      <Notices desk={desk} view={view} />
    </main>
  );
}
