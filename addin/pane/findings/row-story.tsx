import type { ReadonlySignal } from "@preact/signals";
import type { PaneModel } from "../../model/pane-model.ts";
import { textOf } from "../../../rules/read.ts";
import { AllocationHelp } from "../allocating/allocation-help.tsx";
import { SeverityTag } from "../parts/severity.tsx";
import type { ListReader } from "../list-reader.ts";
import type { View } from "../view.ts";
import { FindingItem } from "./finding-item.tsx";
import { rowTitle } from "../../report/finding-groups.ts";
import { factsOf } from "./story.ts";

interface RowStoryProps {
  readonly model: PaneModel;
  readonly view: View;
  readonly reader: ReadonlySignal<ListReader | undefined>;
}

/** The whole story of the case whose row is selected in Excel: its facts, its verdict and all that was found. */
export function RowStory({ model, view, reader }: RowStoryProps) {
  const index = model.selectedRow.value;
  const [read, list, columns] = [reader.value, model.current.value, model.mapping.value?.columns];
  const row = index === undefined ? undefined : model.checked.value?.rows[index];
  if (index === undefined || !row || !read || !list)
    return <p class="note">Select a row in the sheet for its whole story.</p>;
  const refColumn = columns?.get("childRef");
  const childRef = refColumn === undefined ? "" : textOf(list.allocations.rows[index]?.[refColumn]);
  const findings = model.findings.value.filter((placed) => placed.index === index);
  return (
    <details
      class="story"
      open={view.isStoryOpen.value}
      onToggle={(event) => {
        view.isStoryOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h2>{rowTitle(list.allocations.rowNumbers[index], childRef)}</h2> <SeverityTag verdict={row.verdict} />
      </summary>
      <dl>
        {factsOf(read, index).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {findings.length === 0 ? (
        <p>Clear: no rule was broken on the data given.</p>
      ) : (
        <ul>
          {findings.map((placed) => (
            <FindingItem key={placed.key} model={model} view={view} placed={placed} isUnderRow />
          ))}
        </ul>
      )}
      <AllocationHelp model={model} index={index} />
    </details>
  );
}
