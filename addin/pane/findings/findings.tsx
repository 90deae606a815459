import { useComputed } from "@preact/signals";
import { SEVERITIES } from "../../../rules/finding.ts";
import { count } from "../../../rules/text.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { checkLine } from "../check-line.ts";
import { CheckLine } from "../parts/check-line.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Limited } from "../parts/limited.tsx";
import { useListReader } from "../use-list-reader.ts";
import type { View } from "../view.ts";
import { findingsAsText } from "../../report/finding-table.ts";
import { filtered, severityCounts } from "./filter.ts";
import { FindingGroup } from "./group.tsx";
import { grouped } from "../../report/finding-groups.ts";
import { NothingFound, NothingMatches } from "./nothing-found.tsx";
import { RowStory } from "./row-story.tsx";
import { findingsTitle } from "./summary.ts";
import { Toolbar } from "./toolbar.tsx";

/** Everything that was found on the list, worst first. */
export function Findings({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const reader = useListReader(model);
  const shown = useComputed(() =>
    filtered(model.findings.value, { severities: view.severities.value, search: view.search.value }),
  );
  const groups = useComputed(() => grouped(shown.value, view.groupBy.value));
  const checked = model.checked.value;
  const all = model.findings.value;
  if (!checked) return null;

  const showAll = (): void => {
    view.severities.value = new Set(SEVERITIES);
    view.search.value = "";
  };
  const firstLine = checkLine(model.inputs.value, checked);
  return (
    <>
      <CheckLine model={model} view={view} />
      <h1>{findingsTitle(all, checked)}</h1>
      <RowStory model={model} view={view} reader={reader} />
      {all.length === 0 && <NothingFound view={view} checked={checked} />}
      {all.length > 0 && (
        <>
          <Toolbar view={view} tally={severityCounts(all)}>
            <CopyButton
              label="Copy"
              name={`Copy ${count(shown.value.length, "finding")}`}
              text={() => findingsAsText(firstLine, shown.value)}
              onCopied={() => {
                model.say(
                  `${count(shown.value.length, "finding")} copied. Paste ${shown.value.length === 1 ? "it" : "them"} into a sheet or a message.`,
                );
              }}
            />
          </Toolbar>
          {shown.value.length === 0 && <NothingMatches onShowAll={showAll} />}
          <Limited items={groups.value} what="groups" step={50}>
            {(some) => some.map((group) => <FindingGroup key={group.key} model={model} view={view} group={group} />)}
          </Limited>
        </>
      )}
    </>
  );
}
