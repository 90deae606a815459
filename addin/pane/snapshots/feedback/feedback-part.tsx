import { useSignal } from "@preact/signals";
import { list } from "../../../../rules/text.ts";
import { FEEDBACK_THEMES, type FeedbackTheme } from "../../../history/history.ts";
import { monthName } from "../../../../rules/months.ts";
import { DisplayError } from "../../../service/service.ts";
import { useListReader } from "../../use-list-reader.ts";
import { chosenMonth, chosenTeam, teamName, type SnapshotChoice } from "../choice.ts";
import { ChooseMonth, ChooseTeam } from "../choose.tsx";
import type { PaneModel } from "../../../model/pane-model.ts";
import { knownIn } from "./known-names.ts";
import { looksNamed } from "./looks-named.ts";
import { LONGEST, lengthOf, problemWith, THEMES } from "./themes.ts";

interface FeedbackProps {
  readonly model: PaneModel;
  readonly choice: SnapshotChoice;
}

type Stage =
  | { readonly is: "writing"; readonly problem?: string; readonly done?: string }
  /** `words`: what looks as if it named someone. */
  | { readonly is: "asking"; readonly words: readonly string[] }
  | { readonly is: "sending" };

const FAULT = "The feedback could not be sent because of a fault in this add-in. Try again.";

const focusHere = (heading: HTMLElement | null): void => {
  heading?.focus();
};

function Warning({
  words,
  onSend,
  onChange,
}: {
  readonly words: readonly string[];
  readonly onSend: () => void;
  readonly onChange: () => void;
}) {
  return (
    <div class="decision">
      <h3 tabIndex={-1} ref={focusHere}>
        Does this name someone?
      </h3>
      <p>{`This looks as if it could: ${list(words.map((word) => `“${word}”`))}. Feedback goes to the evaluation and must not tell who anybody is.`}</p>
      <p class="note">This goes by patterns alone. It can be wrong, and it does not find every name.</p>
      <p class="buttons">
        <button type="button" class="main" onClick={onChange}>
          Change the text
        </button>
        <button type="button" onClick={onSend}>
          It names nobody, send it
        </button>
      </p>
    </div>
  );
}

/** A line for the evaluation: theme, month and text. */
export function FeedbackPart({ model, choice }: FeedbackProps) {
  const theme = useSignal<FeedbackTheme>("who-leads");
  const text = useSignal("");
  const stage = useSignal<Stage>({ is: "writing" });
  const reader = useListReader(model);
  const [team, month] = [chosenTeam(model, choice), chosenMonth(model, choice)];
  const now = stage.value;

  const send = async (): Promise<void> => {
    stage.value = { is: "sending" };
    try {
      await model.history.giveFeedback({ theme: theme.value, text: text.value.trim(), month, team });
      text.value = "";
      const of = team === undefined ? "" : ` of ${teamName(model.inputs.value.policy, team)}`;
      stage.value = { is: "writing", done: `Thank you. Your feedback for ${monthName(month)}${of} has been sent.` };
    } catch (error) {
      stage.value = { is: "writing", problem: error instanceof DisplayError ? error.message : FAULT };
    }
  };
  const look = (): void => {
    if (now.is === "sending") return;
    const problem = problemWith(text.value);
    if (problem !== undefined) {
      stage.value = { is: "writing", problem };
      return;
    }
    const words = looksNamed(text.value, knownIn(reader.value, model.inputs.value));
    if (words.length > 0) stage.value = { is: "asking", words };
    else void send();
  };
  const change = (): void => {
    stage.value = { is: "writing" };
    document.getElementById("feedback-text")?.focus();
  };

  return (
    <>
      <h2>Feedback</h2>
      <p>
        For the evaluation: what works and what does not. It is kept with its theme, month and team, and shown without
        your name. Name nobody in it.
      </p>
      {team !== undefined && <ChooseTeam model={model} choice={choice} />}
      <ChooseMonth model={model} choice={choice} />
      <label class="field">
        Theme
        <select
          value={theme.value}
          onChange={(event) => {
            theme.value = FEEDBACK_THEMES.find((id) => id === event.currentTarget.value) ?? "other";
          }}
        >
          {FEEDBACK_THEMES.map((id) => (
            <option key={id} value={id}>
              {THEMES[id]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Text
        <textarea
          id="feedback-text"
          rows={6}
          value={text.value}
          aria-describedby="feedback-length"
          aria-invalid={now.is === "writing" && now.problem !== undefined}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            stage.value = { is: "writing" };
          }}
        />
      </label>
      <p id="feedback-length" class="note">{`${lengthOf(text.value)} of ${LONGEST} characters`}</p>
      {now.is === "asking" ? (
        <Warning
          words={now.words}
          onChange={change}
          onSend={() => {
            void send();
          }}
        />
      ) : (
        <p class="buttons">
          <button type="button" class="main" aria-disabled={now.is === "sending"} onClick={look}>
            Send feedback
          </button>
        </p>
      )}
      <p role="status">{now.is === "sending" ? "Sending …" : now.is === "writing" ? (now.done ?? "") : ""}</p>
      <p role="alert" class="problem-text">
        {now.is === "writing" ? (now.problem ?? "") : ""}
      </p>
    </>
  );
}
