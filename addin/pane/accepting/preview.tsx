import { count } from "../../../rules/text.ts";
import type { AcceptanceChange } from "../../accepting/acceptance-change.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { focusHeading } from "../keep-focus.ts";
import { Action } from "../parts/action.tsx";
import { ChangeList } from "../parts/change-list.tsx";

interface PreviewProps {
  readonly model: PaneModel;
  /** What will be written; a sentence where nothing can be. */
  readonly change: AcceptanceChange | string;
  readonly onClose: () => void;
}

/** Which columns come and which cells change, before anything is written. */
export function AcceptancePreview({ model, change, onClose }: PreviewProps) {
  const isPossible = typeof change === "object" && !change.list.isProtected;
  return (
    <>
      {typeof change === "string" ? (
        <p>{change}</p>
      ) : (
        <>
          {change.newColumns.length > 0 && (
            <p>
              {`${count(change.newColumns.length, "column")} will be added at the end of the list: ${change.newColumns
                .map(({ address, header }) => `${address} '${header}'`)
                .join(", ")}.`}
            </p>
          )}
          <ChangeList changes={change.changes} />
          {change.list.isProtected && (
            <p>The sheet is protected, so nothing can be written. Unprotect it first (Review &gt; Unprotect Sheet).</p>
          )}
        </>
      )}
      <p class="buttons">
        {isPossible && (
          <Action
            model={model}
            isMain
            onPress={() => {
              // The finding goes to another group, and this button with it.
              onClose();
              focusHeading();
              return model.changeAcceptance(change);
            }}
          >{`Write ${count(change.changes.length, "cell")}`}</Action>
        )}
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </>
  );
}
