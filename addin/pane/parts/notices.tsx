import type { PaneModel } from "../../model/pane-model.ts";
import { CopyButton } from "./copy-button.tsx";
import { withMember, type View } from "../view.ts";

interface NoticesProps {
  readonly model: PaneModel;
  readonly view: View;
}

function Busy({ what }: { readonly what: string }) {
  return (
    <p class="busy">
      <progress aria-label={what} />
      <span>{`${what} …`}</span>
    </p>
  );
}

/** What is under way, and how the last action went. The two regions are always there: a screen reader hears only what changes in one. */
export function Notices({ model, view }: NoticesProps) {
  const [busy, notice] = [model.busy.value, model.notice.value];
  const shown = notice && !view.putAway.value.has(notice) ? notice : undefined;
  const putAway = (
    <button
      type="button"
      onClick={() => {
        view.putAway.value = withMember(view.putAway.value, notice, true);
      }}
    >
      Close
    </button>
  );
  return (
    <div>
      <div role="status">
        {busy && <Busy what={busy.what} />}
        {shown?.kind === "done" && (
          <div class="banner done">
            <p>{shown.sentence}</p>
            {putAway}
          </div>
        )}
      </div>
      <div role="alert">
        {shown?.kind === "problem" && (
          <div class="banner problem">
            <p>{shown.sentence}</p>
            {shown.detail !== undefined && (
              <CopyButton
                label="Copy details"
                text={() => shown.detail ?? ""}
                onCopied={() => {
                  model.say("Details copied.");
                }}
              />
            )}
            {putAway}
          </div>
        )}
        {model.problems.value.map((problem) => (
          <p class="banner problem" key={problem}>
            {problem}
          </p>
        ))}
      </div>
    </div>
  );
}
