import type { ComponentChildren } from "preact";
import { SEVERITIES, SHOWN_AS } from "../../../rules/finding.ts";
import { withMember, type View } from "../view.ts";
import { GROUPINGS, type GroupBy } from "../../report/finding-groups.ts";
import type { Tally } from "./summary.ts";

interface ToolbarProps {
  readonly view: View;
  /** The button that copies what is shown. */
  readonly children: ComponentChildren;
  readonly tally: Tally;
}

const WORST_FIRST = [...SEVERITIES].reverse();

/** Which findings to show, and in which order. */
export function Toolbar({ view, tally, children }: ToolbarProps) {
  return (
    <div class="toolbar" role="group" aria-label="Findings to show">
      <fieldset class="chips">
        <legend class="unseen">Severities to show</legend>
        {WORST_FIRST.map((severity) => (
          <label key={severity} class={`chip ${severity}`}>
            <input
              type="checkbox"
              checked={view.severities.value.has(severity)}
              onChange={(event) => {
                view.severities.value = withMember(view.severities.value, severity, event.currentTarget.checked);
              }}
            />
            {`${SHOWN_AS[severity]} ${tally[severity]}`}
          </label>
        ))}
      </fieldset>
      <label class="field">
        Search
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder="Ref, lead, rule, words"
          value={view.search.value}
          onInput={(event) => {
            view.search.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        By
        <select
          value={view.groupBy.value}
          onChange={(event) => {
            view.groupBy.value = event.currentTarget.value as GroupBy;
          }}
        >
          {Object.entries(GROUPINGS).map(([by, name]) => (
            <option key={by} value={by}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  );
}
