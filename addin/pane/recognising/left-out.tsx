import { withoutList } from "../../model/column-answer.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { leftOutInWords, remarksInWords, strayInWords } from "../../../rules/workbook/notes.ts";
import { count } from "../../../rules/text.ts";
import { Action } from "../parts/action.tsx";
import type { View } from "../view.ts";

interface LeftOutProps {
  readonly model: PaneModel;
  readonly view: View;
}

/** More banners than these would push the findings off the screen. */
const MOST = 2;

/** Rows that may be cases and were not checked, on every screen: the command line says the same, and ends with another code. */
export function LeftOut({ model, view }: LeftOutProps) {
  const questions = model.questions.value.filter(({ place }) => place !== view.columnsOf.value);
  const remarks = model.lists.value.flatMap((list) => remarksInWords(list) ?? []);
  return (
    <>
      {questions.slice(0, MOST).map((question) => (
        <div class="banner problem" key={question.place}>
          <p>{leftOutInWords(question)}</p>
          <p class="buttons">
            <button
              type="button"
              onClick={() => {
                view.columnsOf.value = question.place;
              }}
            >
              {`Say which columns '${question.sheet}' has`}
            </button>
            <Action
              model={model}
              onPress={() =>
                model.keepChoices((choices) =>
                  withoutList(choices, question.place, question.isBesideList ? question.candidates[0].row : undefined),
                )
              }
            >
              Not a list
            </Action>
          </p>
        </div>
      ))}
      {questions.length > MOST && (
        <p class="banner problem">{`${count(questions.length - MOST, "further place")} may hold a list and ${questions.length - MOST === 1 ? "was" : "were"} not checked.`}</p>
      )}
      {model.strayRows.value.map((stray) => (
        <div class="banner problem" key={stray.place}>
          <p>{strayInWords(stray)}</p>
          <p class="buttons">
            <Action
              model={model}
              onPress={() => model.keepChoices((choices) => withoutList(choices, stray.place, undefined))}
            >
              They are no cases
            </Action>
          </p>
        </div>
      ))}
      {remarks.map((sentence) => (
        <p class="banner problem" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}
