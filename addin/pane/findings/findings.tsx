import { useComputed } from "@preact/signals";
import { SEVERITIES } from "../../../rules/finding.ts";
import { count } from "../../../rules/text.ts";
import type { Desk } from "../../model/api.ts";
import { basisLine } from "../basis-line.ts";
import { BasisLine } from "../parts/basis.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Limited } from "../parts/limited.tsx";
import { useReading } from "../use-reading.ts";
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
export function Findings({ desk, view }: { readonly desk: Desk; readonly view: View }) {
  const reading = useReading(desk);
  const shown = useComputed(() =>
    filtered(desk.findings.value, { severities: view.severities.value, search: view.search.value }),
  );
  const groups = useComputed(() => grouped(shown.value, view.groupBy.value));
  const checked = desk.checked.value;
  const all = desk.findings.value;
  if (!checked) return null;

  const showAll = (): void => {
    view.severities.value = new Set(SEVERITIES);
    view.search.value = "";
  };
  const firstLine = basisLine(desk.basis.value, checked);
  return (
    <>
      <BasisLine desk={desk} view={view} />
      <h1>{findingsTitle(all.length, checked)}</h1>
      <RowStory desk={desk} view={view} reading={reading} />
      {all.length === 0 && <NothingFound view={view} checked={checked} />}
      {all.length > 0 && (
        <>
          <Toolbar view={view} tally={severityCounts(all)}>
            <CopyButton
              label="Copy"
              name={`Copy ${count(shown.value.length, "finding")}`}
              text={() => findingsAsText(firstLine, shown.value)}
              onCopied={() => {
                desk.say(
                  `${count(shown.value.length, "finding")} copied. Paste ${shown.value.length === 1 ? "it" : "them"} into a sheet or a message.`,
                );
              }}
            />
          </Toolbar>
          {shown.value.length === 0 && <NothingMatches onShowAll={showAll} />}
          <Limited items={groups.value} what="groups" step={50}>
            {(some) => some.map((group) => <FindingGroup key={group.key} desk={desk} view={view} group={group} />)}
          </Limited>
        </>
      )}
    </>
  );
}
