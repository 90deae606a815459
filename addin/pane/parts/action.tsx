import type { ComponentChildren } from "preact";
import type { Desk } from "../../model/api.ts";

interface ActionProps {
  readonly desk: Desk;
  readonly onPress: () => unknown;
  readonly isMain?: boolean;
  readonly children: ComponentChildren;
}

/** A button for work on the workbook: while other work is under way it keeps its focus and does nothing. */
export function Action({ desk, onPress, isMain = false, children }: ActionProps) {
  const isBusy = desk.busy.value !== undefined;
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
