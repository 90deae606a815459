import { placeInWords } from "../../../rules/workbook/said-of-sheet.ts";
import { withListAgain } from "../../model/column-answer.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";

/** What somebody has said is no list, to take back. */
export function NoLists({ model }: { readonly model: PaneModel }) {
  const places = Object.entries(model.choices.value.lists ?? {}).filter(([, { isList }]) => isList === false);
  if (places.length === 0) return null;
  return (
    <ul class="said">
      {places.map(([place]) => (
        <li key={place}>
          {`'${placeInWords(place)}' is no list, as was said. `}
          <Action
            model={model}
            onPress={() => model.keepChoices((choices) => withListAgain(choices, place))}
          >{`Ask about '${placeInWords(place)}' again`}</Action>
        </li>
      ))}
    </ul>
  );
}
