import { useComputed, useSignal } from "@preact/signals";
import { allocationHelp } from "../../allocating/help.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { HelpGroups } from "./groups.tsx";

interface HelpProps {
  readonly model: PaneModel;
  /** Of the row among those of the list. */
  readonly index: number;
}

function ForRow({ model, index }: HelpProps) {
  const isOpen = useSignal(false);
  // Worked out only for those who ask, and again when sheet, register or date change.
  const help = useComputed(() => {
    const list = model.current.value;
    return isOpen.value && list ? allocationHelp(list, model.inputs.value, index) : undefined;
  });
  const found = help.value;
  return (
    <details
      class="allocating"
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h3>Who may lead this child?</h3>
      </summary>
      {typeof found === "string" && <p>{found}</p>}
      {typeof found === "object" && <HelpGroups model={model} index={index} help={found} />}
    </details>
  );
}

/** Which of the team may lead the child of a row under the rules, and why others may not; nothing is written unless it is asked for and confirmed. */
export function AllocationHelp({ model, index }: HelpProps) {
  // What was opened and chosen for one child is gone with the next.
  return <ForRow key={`${model.current.value?.key ?? ""} ${index}`} model={model} index={index} />;
}
