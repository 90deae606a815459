import { showDay, toIso } from "../../rules/dates.ts";
import { lastDay } from "../../rules/months.ts";
import { monthInWords } from "../../rules/workbook/notes.ts";
import type { PaneModel } from "../model/pane-model.ts";
import { Action } from "./parts/action.tsx";

/** Offers the end of the month that the list before us says it is of, where it is checked as of another day. */
export function OtherMonth({ model }: { readonly model: PaneModel }) {
  const list = model.current.value;
  const sentence = list && monthInWords(list, model.inputs.value.asOf);
  if (list?.month === undefined || sentence === undefined) return null;
  const end = lastDay(list.month);
  return (
    <div class="banner">
      <p>{sentence}</p>
      <p class="buttons">
        <Action model={model} onPress={() => model.keepCheckDate(toIso(end))}>
          {`Check as of ${showDay(end)}`}
        </Action>
      </p>
    </div>
  );
}
