import type { ComponentChildren } from "preact";
import type { PaneModel } from "../../model/pane-model.ts";

interface ActionProps {
  readonly model: PaneModel;
  readonly onPress: () => unknown;
  readonly isMain?: boolean;
  readonly children: ComponentChildren;
}

/** A button for work on the workbook: while other work is under way it keeps its focus and does nothing. */
export function Action({ model, onPress, isMain = false, children }: ActionProps) {
  const isBusy = model.busy.value !== undefined;
  return (
    <button
      type="button"
      class={isMain ? "main" : undefined}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onPress();
      }}
    >
      {children}
    </button>
  );
}
