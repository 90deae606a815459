import type { Checked } from "../../../rules/check.ts";
import { hasRows } from "./summary.ts";
import { showSection, type View } from "../view.ts";

/** No finding at all: what that means, and what it does not. */
export function NothingFound({ view, checked }: { readonly view: View; readonly checked: Checked }) {
  return (
    <section class="empty">
      <p>
        {hasRows(checked)
          ? "Every row is Clear: no rule was broken on the data given. It says no more than that, and nothing about rules that could not be checked."
          : "No open case stands below the headers. Enter one, and it is checked as you type."}
      </p>
      {checked.coverage.notChecked.length > 0 && (
        <p>
          <button
            type="button"
            onClick={() => {
              showSection(view, "coverage");
            }}
          >
            See what is not checked
          </button>
        </p>
      )}
    </section>
  );
}

/** There are findings, and the filter hides them all. */
export function NothingMatches({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <section class="empty">
      <p>No finding matches what you asked to see.</p>
      <p>
        <button type="button" onClick={onShowAll}>
          Show all findings
        </button>
      </p>
    </section>
  );
}
