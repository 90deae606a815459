import type { PaneModel } from "../../model/pane-model.ts";
import { count } from "../../../rules/text.ts";
import { Limited } from "../parts/limited.tsx";
import type { View } from "../view.ts";
import { FindingItem } from "./finding-item.tsx";
import type { Group } from "../../report/finding-groups.ts";

interface GroupProps {
  readonly model: PaneModel;
  readonly view: View;
  readonly group: Group;
}

/** A rule may be broken on every row of a sheet, and another one stands below it. */
const IN_A_GROUP = 20;

/** Findings under the row, rule or person that they share. */
export function FindingGroup({ model, view, group }: GroupProps) {
  const { title, findings } = group;
  const isUnderRow = group.index !== undefined;
  return (
    <section class="group">
      <h2>
        {title}
        <span class="count">{count(findings.length, "finding")}</span>
      </h2>
      <Limited items={findings} what="findings" step={IN_A_GROUP}>
        {(shown) => (
          <ul>
            {shown.map((placed) => (
              <FindingItem key={placed.key} model={model} view={view} placed={placed} isUnderRow={isUnderRow} />
            ))}
          </ul>
        )}
      </Limited>
    </section>
  );
}
