import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { showDay } from "../../../rules/dates.ts";
import type { Help, May } from "../../allocating/help.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { OptionItem } from "./option.tsx";
import { GROUPS } from "./titles.ts";

interface GroupsProps {
  readonly model: PaneModel;
  readonly index: number;
  readonly help: Help;
}

const ORDER: readonly May[] = ["may", "conditional", "may-not"];

export function HelpGroups({ model, index, help }: GroupsProps) {
  const { groups, leadsNow, drawnFrom, notChecked } = help;
  /** Whose naming is being confirmed: one at a time. */
  const chosen = useSignal<string | undefined>(undefined);
  const id = useId();
  const asOf = showDay(model.inputs.value.asOf);
  return (
    <>
      <p>{`If somebody were named on ${asOf}. ${leadsNow === undefined ? "Nobody leads at present." : `${leadsNow} leads at present.`}`}</p>
      <p class="note">{`${drawnFrom} In order of name: who is right for this child is for you to decide.`}</p>
      {ORDER.map((may) => (
        <section class="group" key={may} aria-labelledby={`${id}-${may}`}>
          <h4 id={`${id}-${may}`}>
            {GROUPS[may]}
            <span class="count">{groups[may].length === 0 ? "nobody" : groups[may].length}</span>
          </h4>
          {groups[may].length > 0 && (
            <ul>
              {groups[may].map((option) => (
                <OptionItem key={option.text} model={model} index={index} option={option} chosen={chosen} />
              ))}
            </ul>
          )}
        </section>
      ))}
      {notChecked.length > 0 && (
        <details>
          <summary>What could not be checked</summary>
          <ul>
            {notChecked.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
